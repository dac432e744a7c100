import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import type { Skippable } from './skip';

/** What a test process leaves behind for whoever started it. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const { EVENT_TEST_PENDING, EVENT_RUN_END } = Mocha.Runner.constants;

/**
 * Mocha's own output, with the reasons of skipped tests, and the totals as JSON in the file named
 * by WINNOW_TEST_TOTALS.
 */
export class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const skipped: Mocha.Test[] = [];
    runner.on(EVENT_TEST_PENDING, (test) => skipped.push(test));
    runner.once(EVENT_RUN_END, () => {
      for (const test of skipped)
        Mocha.reporters.Base.consoleLog(`  skipped: ${test.fullTitle()}: ${reasonOf(test)}`);
      this.leave({
        passed: runner.stats?.passes ?? 0,
        failed: runner.stats?.failures ?? 0,
        skipped: skipped.length,
      });
    });
  }

  private leave(totals: Totals): void {
    const file = process.env['WINNOW_TEST_TOTALS'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(totals));
  }
}

function reasonOf(test: Mocha.Test): string {
  let at: (Skippable & { parent?: Mocha.Suite | undefined }) | undefined = test;
  for (; at !== undefined; at = at.parent) if (at.skipReason !== undefined) return at.skipReason;
  return 'no reason given';
}
