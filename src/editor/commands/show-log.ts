import type { Shell } from '../shell';

export function showLog({ log }: Shell): void {
  log.show();
}
