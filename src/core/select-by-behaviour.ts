import type { Behaviour } from './api/behaviour';
import type { TestScope } from './api/framework';
import type { JudgedCandidate } from './api/strategy';
import { callsInTests } from './behaviour/calls-in-tests';
import { compareBehaviour, skipped, type Patched } from './behaviour/compare';
import { whyHarmful } from './behaviour/harm';
import { ENDLESS_MS } from './behaviour/observe';
import type { MeasuredTests } from './measured-tests';
import type { RunParts } from './run-parts';
import type { Ledger } from './search/ledger';
import { rankByClusters } from './select/clusters';
import { rankPassing } from './select/ranking';
import { chosenFunction } from './syntax/top-level';
import { seededRandom } from './util/random';
import { behaviourBudget, timeBox } from './verify/audit/time-box';
import { createTrialBench, exercisingFiles } from './verify/audit/trials';
import type { Baseline } from './verify/baseline';

export interface Selection {
  /** The passing candidates, most trusted first. */
  readonly ranking: readonly JudgedCandidate[];
  /** Absent where there was nothing to compare. */
  readonly behaviour?: Behaviour;
}

/** Ranks the passing candidates, those first that behave as most of them do. */
export async function selectByBehaviour(
  ledger: Ledger,
  parts: RunParts,
  tests: MeasuredTests,
  signal: AbortSignal,
): Promise<Selection> {
  const ranking = rankPassing(ledger.results());
  if (ranking.length < 2) return { ranking };
  const box = timeBox(behaviourBudget(tests.measured.baseline.durationMs), signal);
  const patched = ranking.flatMap((one) => {
    const patch = ledger.get(one.id)?.patch;
    return patch ? [{ ...one, patch }] : [];
  });
  const behaviour = await compared(patched, parts, tests, box.signal);
  box.release();
  return { ranking: rankByClusters(ranking, behaviour.clusters), behaviour };
}

async function compared(
  ranked: readonly Patched[],
  parts: RunParts,
  { bench, measured }: MeasuredTests,
  signal: AbortSignal,
): Promise<Behaviour> {
  const { problem, task, syntax, workers } = parts;
  const { text, language } = problem;
  if (!language) return skipped('Winnow has no grammar for this language');
  const file = task.file;
  const chosen = await syntax.parse(text, language, (root) => chosenFunction(root, task.range));
  if (chosen.kind === 'unsuitable') return skipped(chosen.reason);
  const read = (path: string) => parts.snapshot.read(path);
  const modules = { files: parts.snapshot.files, read };
  const harmful = await whyHarmful(syntax, { path: file, text, language }, modules);
  if (harmful !== undefined) return skipped(harmful);
  const trials = createTrialBench(bench, measured, workers);
  const timeMs = Math.min(measured.timeLimitMs, trials.timeMs + ENDLESS_MS);
  const harness = await parts.harness(language);
  const { callee } = chosen;
  return compareBehaviour(
    ranked,
    {
      lookout: { bench, syntax, file, text, language, callee, harness, timeMs },
      recording: { ...trials.scope, bail: false },
      loading: loadingScope(measured.baseline) ?? trials.scope,
      workers: trials.workers,
      random: seededRandom(parts.sampling.seed),
      written: () =>
        callsInTests(syntax, { callee, language }, exercisingFiles(measured.baseline) ?? [], read),
    },
    signal,
  );
}

/** One test file that loads the selection: that of a failing test, if there is one. */
function loadingScope(baseline: Baseline): TestScope | undefined {
  const files = exercisingFiles(baseline);
  const target = baseline.targets.find(({ file }) => file !== undefined)?.file;
  const file = target ?? files?.[0];
  return file === undefined ? undefined : { kind: 'files', files: [file], bail: true };
}
