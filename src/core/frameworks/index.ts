import { command } from './command';
import type { DetectableFramework } from './framework';
import { maven } from './maven';
import { phpunit } from './phpunit';
import { rspec } from './rspec';
import { cargo } from './cargo';
import { go } from './go';
import { jest } from './jest';
import { mocha } from './mocha';
import { createNodeTest } from './node-test';
import { pytest } from './pytest';
import { createUnittest } from './unittest';
import { vitest } from './vitest';

export { detectPlan, type CommandOverride, type DetectedPlan } from './detect/detect-plan';
export { displayOf } from './display';
export type { DetectableFramework } from './framework';
export { changesInlineTests, isInlineTests } from './inline-tests';
export { isProtected, isTestFile, isTestSource } from './protected';
export { runTests, type TestRun } from './run/run-tests';
export { toReport } from './run/to-report';

/**
 * All test frameworks, in the order in which they are tried where several would do. `assets` is the
 * absolute path of the folder that holds Winnow's built files.
 */
export function createFrameworks(assets: string): readonly DetectableFramework[] {
  return [
    vitest,
    jest,
    mocha,
    createNodeTest(assets),
    createUnittest(assets),
    pytest,
    go,
    cargo,
    rspec,
    phpunit,
    maven,
    command,
  ];
}
