import type { Context } from 'mocha';
import type { Host } from './host';
import { takePicture } from './screenshot';
import { openWorkbench } from './workbench';
import type { Workbench, WorkbenchOptions } from './workbench';

/** What run.ts gives to every test. */
export interface HostContext {
  host: Host;
}

/**
 * The body of a test that wants a page of its own: opened before, closed after, and photographed
 * into test-results/failures if the test fails.
 */
export function inWorkbench(
  options: WorkbenchOptions,
  body: (workbench: Workbench) => Promise<void>,
): (this: Context) => Promise<void> {
  return async function () {
    const { host } = this as Context & HostContext;
    const workbench = await openWorkbench(host, options);
    try {
      await body(workbench);
    } catch (error) {
      const name = this.test?.fullTitle() ?? 'test';
      await takePicture(workbench, 'failures', name).catch(() => undefined);
      throw error;
    } finally {
      await workbench.close();
    }
  };
}
