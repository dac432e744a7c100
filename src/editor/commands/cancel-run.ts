import type { Shell } from '../shell';

/** Ends the run that goes on. */
export async function cancelRun({ driver }: Shell): Promise<void> {
  await driver.cancel();
}
