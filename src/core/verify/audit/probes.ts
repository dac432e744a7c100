import type {
  Mutant,
  MutantFindings,
  MutantSample,
  Stub,
  StubFindings,
  Survivor,
} from '../../api/audit';
import type { Patch } from '../../api/patch';
import type { TestReport } from '../../api/report';
import { expectationOf, judge } from '../judge';
import type { Baseline } from '../baseline';
import { timeBox } from './time-box';
import { tryEach, type TrialBench } from './trials';

type Diff = (patch: Patch) => string;

/** What is to be tried: either may be missing. */
export interface Changes {
  readonly stubs?: readonly Stub[];
  readonly mutants?: MutantSample;
}

export interface ChangeFindings {
  readonly stubs: StubFindings | undefined;
  readonly mutants: MutantFindings | undefined;
}

/**
 * Which trivial bodies and which small changes pass everything that is expected, by turns, as far as
 * `ms` milliseconds allow.
 */
export async function probe(
  { stubs = [], mutants = { mutants: [], total: 0 } }: Changes,
  bench: TrialBench,
  unifiedDiff: Diff,
  ms: number,
  signal: AbortSignal,
): Promise<ChangeFindings> {
  const box = timeBox(ms, signal);
  const { tried, passing } = await tryEach(
    byTurns<Stub | Mutant>(stubs, mutants.mutants),
    bench,
    box.signal,
  );
  box.release();
  return {
    stubs:
      stubs.length === 0
        ? undefined
        : {
            tried: tried.filter(isStub).length,
            total: stubs.length,
            passing: passing
              .filter(isStub)
              .map(({ name, patch }) => ({ name, diff: unifiedDiff(patch) })),
          },
    mutants:
      mutants.total === 0
        ? undefined
        : {
            tried: tried.filter(isMutant).length,
            total: mutants.total,
            survivors: passing
              .filter(isMutant)
              .map((mutant) => asSurvivor(mutant, unifiedDiff))
              .sort((one, other) => one.line - other.line),
          },
  };
}

function asSurvivor(
  { line, before, after, description, change }: Mutant,
  unifiedDiff: Diff,
): Survivor {
  return { line, before, after, description, diff: unifiedDiff({ changes: [change] }) };
}

function isStub(change: Stub | Mutant): change is Stub {
  return 'name' in change;
}

function isMutant(change: Stub | Mutant): change is Mutant {
  return 'change' in change;
}

/** Two of the one, two of the other, and so on: what a short time allows holds some of both. */
function byTurns<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  const turns = Math.ceil(Math.max(one.length, other.length) / 2);
  return Array.from({ length: turns }, (_, turn) => {
    const [from, to] = [2 * turn, 2 * turn + 2];
    return [...one.slice(from, to), ...other.slice(from, to)];
  }).flat();
}

/** The selection that does nothing but throw has been tried already: it is a trivial body too. */
export function withThrowing(
  found: StubFindings | undefined,
  { baseline, sabotage, sabotaged }: Sabotaged,
  unifiedDiff: Diff,
): StubFindings | undefined {
  if (!sabotage || !sabotaged || baseline.targets.length === 0) return found;
  if (judge(sabotaged, expectationOf(baseline)).kind !== 'passed') return found;
  const throwing = { name: 'throw an error', diff: unifiedDiff(sabotage) };
  const { tried = 0, total = 0, passing = [] } = found ?? {};
  return { tried: tried + 1, total: total + 1, passing: [throwing, ...passing] };
}

interface Sabotaged {
  readonly baseline: Baseline;
  readonly sabotage: Patch | undefined;
  /** What the tests said of it. */
  readonly sabotaged: TestReport | undefined;
}
