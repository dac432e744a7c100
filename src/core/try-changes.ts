import type { MutantFindings } from './api/audit';
import type { Patch } from './api/patch';
import type { MeasuredTests } from './measured-tests';
import type { TestingParts } from './run-parts';
import { probe, withThrowing, type ChangeFindings } from './verify/audit/probes';
import { createTrialBench, exercisingFiles } from './verify/audit/trials';
import type { Baseline } from './verify/baseline';

/**
 * Which changes of the selected code pass everything that is expected, tried for `ms` milliseconds:
 * trivial bodies, and `withMutants` small changes too.
 */
export async function trySelection(
  parts: TestingParts,
  { bench, measured }: MeasuredTests,
  withMutants: boolean,
  ms: number,
  signal: AbortSignal,
): Promise<ChangeFindings> {
  const startedAt = Date.now();
  const { baseline, sabotaged } = measured;
  const { unifiedDiff, sabotage } = parts;
  const stubs = await parts.stubs(exercisingFiles(baseline) ?? allFiles(baseline));
  const changes = { stubs, ...(withMutants && { mutants: await parts.mutants() }) };
  const trials = createTrialBench(bench, measured, parts.workers);
  const left = ms - (Date.now() - startedAt);
  const found = await probe(changes, trials, unifiedDiff, left, signal);
  const thrown = { baseline, sabotage, sabotaged };
  return { ...found, stubs: withThrowing(found.stubs, thrown, unifiedDiff) };
}

/** Which small changes of the lines that a patch changed the tests would not notice. */
export async function tryMutantsOf(
  patch: Patch,
  parts: TestingParts,
  { bench, measured }: MeasuredTests,
  ms: number,
  signal: AbortSignal,
): Promise<MutantFindings | undefined> {
  const mutants = await parts.mutants(patch);
  const trials = createTrialBench(bench, measured, parts.workers);
  return (await probe({ mutants }, trials, parts.unifiedDiff, ms, signal)).mutants;
}

function allFiles({ targets, guards }: Baseline): readonly string[] {
  return [...new Set([...targets, ...guards].flatMap(({ file }) => file ?? []))];
}
