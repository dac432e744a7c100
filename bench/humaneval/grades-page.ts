import type { Evidence } from '../../src/core/api/evidence';
import type { Outcome } from '../../src/core/api/events';
import { bootstrapByGroup, mean } from '../statistics';

/** What became of one task with some of its asserts visible. */
export interface GradedRun {
  /** Names task, visible asserts, samples and seed. */
  readonly key: string;
  readonly task: string;
  readonly visible: string;
  readonly outcome: Outcome;
  /** Whether the tests were fit to judge; the run went on in any case. */
  readonly sound: boolean;
  readonly grade?: Evidence['grade'];
  readonly reasons?: readonly string[];
  /** Whether the winner passes the task's complete test; absent without a winner. */
  readonly right?: boolean;
}

const GRADES = ['strong', 'fair', 'weak'] as const;

/** The figures as a page of Markdown. */
export function gradesPage(runs: readonly GradedRun[], machine: string): string {
  const visible = [...new Set(runs.map((run) => run.visible))];
  const sections = visible.map((each) =>
    rows(
      each,
      runs.filter((run) => run.visible === each),
    ),
  );
  return [
    '# How often a winner is right, by its grade of evidence',
    '',
    'Recorded replies of CodeGen-16B to HumanEval tasks, through the real engine: some asserts of each task are its tests, all of them decide whether the winner is right. Intervals are 95 %, by resampling tasks. *Unfit* are the tasks at which a run stops unless it is forced, because the tests cannot judge; here they were forced.',
    '',
    machine,
    '',
    '| visible asserts | grade | runs with a winner | right | 95 % interval |',
    '|---|---|---|---|---|',
    ...sections.flat(),
    ...rows('any number', runs),
    '',
  ].join('\n');
}

function rows(name: string, runs: readonly GradedRun[]): readonly string[] {
  const won = runs.filter(({ right }) => right !== undefined);
  return [
    ...GRADES.map((grade) =>
      row(
        name,
        grade,
        won.filter((run) => run.sound && run.grade === grade),
      ),
    ),
    row(
      name,
      'unfit',
      won.filter(({ sound }) => !sound),
    ),
    row(name, 'all', won),
  ];
}

function row(name: string, grade: string, runs: readonly GradedRun[]): string {
  const byTask = new Map<string, number[]>();
  for (const { task, right } of runs)
    byTask.set(task, [...(byTask.get(task) ?? []), right === true ? 1 : 0]);
  const share = mean([...byTask.values()].flat());
  const [low, high] = bootstrapByGroup([...byTask.values()]);
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  return runs.length === 0
    ? `| ${name} | ${grade} | 0 | – | – |`
    : `| ${name} | ${grade} | ${runs.length} | ${percent(share)} | ${percent(low)} to ${percent(high)} |`;
}
