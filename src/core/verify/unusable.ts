import type { StubFindings } from '../api/audit';
import type { TestReport } from '../api/report';
import { namesOf } from './audit/grade';
import type { Baseline } from './baseline';

/** Why the untouched snapshot's report cannot serve as a baseline, or undefined if it can. */
export function whyUnusable(report: TestReport): string | undefined {
  const { end } = report;
  switch (end.kind) {
    case 'completed':
      return whyNothingToGoBy(report);
    case 'not-started':
      return `The test command could not be started: ${end.detail}\nInstall the project's dependencies, or name the command with --test-command.`;
    case 'prepare-failed':
      return `The step before the tests failed on the untouched project: ${end.command}\n${tail(end.detail)}\nMake it work in a terminal first, or name another command with --test-command.`;
    case 'crashed':
      return `The test runner died on the untouched project before it wrote a complete report.\n${tail(end.detail)}\nRun the tests in a terminal to see why, or name the command with --test-command.`;
    case 'timed-out':
      return `The tests of the untouched project did not end within ${Math.round(end.limitMs / 1000)} s.\nRaise --test-timeout, or name a command for fewer tests with --test-command.`;
    case 'out-of-memory':
      return 'The tests of the untouched project ran out of memory. Name a command for fewer tests with --test-command.';
    case 'cancelled':
      return undefined;
  }
}

function whyNothingToGoBy({ tests, output }: TestReport): string | undefined {
  if (tests.length === 0)
    return `The test runner collected no test.\n${tail(output)}\nCheck the test script, or name the command with --test-command.`;
  if (tests.every(({ outcome }) => outcome === 'skipped'))
    return `All ${tests.length} tests are skipped, so none can judge a patch. Enable those that exercise the selection.`;
  if (tests.every(({ wholeFile }) => wholeFile === true)) {
    const first = tests[0];
    return `No test file could be loaded, so no test can judge a patch. The first, ${first?.file ?? first?.id ?? ''}:\n${tail(first?.message ?? output)}`;
  }
  return undefined;
}

/** Where the selection stands, as far as it decides whether tests can judge it. */
export interface Selected {
  /** The task's file. */
  readonly file: string;
  /** The selection holds nothing but tests, in a file that holds code as well. */
  readonly selectsTests: boolean;
}

/** Why the tests cannot tell right from wrong in a selection, or undefined if they may. */
export function whyBlind(
  { targets, within, exercising, guards }: Baseline,
  { file, selectsTests }: Selected,
): string | undefined {
  const apart = [...targets, ...guards].filter((test) => test.file !== file);
  const ownTestsOnly = apart.length === 0 || (targets.length === 0 && within.length > 0);
  if (selectsTests || ownTestsOnly)
    return `${file} holds tests, and a patch may not change what judges it.\nSelect the code that the tests are about.`;
  if (targets.length > 0 || exercising?.length !== 0) return undefined;
  return (
    'No test notices when the selected code throws, so the tests cannot choose a patch for it.\n' +
    'Select code that the tests run, or write a test for it first. If the tests load a built copy, ' +
    'name a command that builds first with --test-command.'
  );
}

/** What the run is asked for, as far as it decides whether the tests can judge it. */
export interface Ask {
  readonly hasInstruction: boolean;
  readonly modelFollowsInstructions: boolean;
}

/** Why there is nothing for a run to do, or undefined if there is. */
export function whyIdle(baseline: Baseline, ask: Ask): string | undefined {
  const { targets, unrelated, guards } = baseline;
  if (targets.length > 0) return undefined;
  if (!ask.hasInstruction)
    return (
      (unrelated.length > 0
        ? `${unrelated.length} failing tests fail in the same way whatever the selected code does, and all others pass`
        : `All ${guards.length} tests pass`) +
      ', so there is nothing to repair.\nWrite a test that fails, or say what to change with --instruction.'
    );
  if (!ask.modelFollowsInstructions)
    return 'No test fails, and the embedded model only repairs failing tests: it cannot follow an instruction.\nWrite a test that fails, or choose another model.';
  return undefined;
}

/** Why a right answer can be guessed, or undefined if no trivial body passed. */
export function whyGuessable(
  stubs: StubFindings | undefined,
  canBeForced: boolean,
): string | undefined {
  if (!stubs || stubs.passing.length === 0) return undefined;
  return (
    `Every expected test passes when the selected code does nothing but ${namesOf(stubs)}, so a wrong patch could pass as well as a right one.\n` +
    `Add a test with another expected value for other input${canBeForced ? ', or go on with --force' : ''}.`
  );
}

/** Why an audit found nothing to try, or undefined if it did. */
export function whyUntried({ exercising }: Baseline): string | undefined {
  if (exercising) return undefined;
  return (
    'Nothing in the selection could be changed to see whether the tests notice.\n' +
    'Select code that runs, such as a function, in a JavaScript, TypeScript or Python file.'
  );
}

function tail(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= 2_000 ? trimmed : `…${trimmed.slice(-2_000)}`;
}
