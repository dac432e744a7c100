import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createHome, eventsOf, lastEvent, runCli } from '../test/support/cli';
import { says, startModelServer } from '../test/support/model-server';
import { seededRandom } from '../src/core/util/random';
import { createTaskProject } from './humaneval/project';
import { isRight } from './humaneval/hidden-tests';
import { readTasks, type RecordedTask } from './humaneval/tasks';
import { gradesPage, type GradedRun } from './humaneval/grades-page';
import { machine } from './machine';

/**
 * How often a winner is right at each grade of evidence: recorded replies of a real model to HumanEval
 * tasks go through the real engine, with some of each task's asserts visible and the rest hidden.
 *
 *     npm run bench:grades -- <tasks.jsonl> [--visible 1,2,3,all] [--n 16] [--tasks 20] [--out runs.jsonl]
 *
 * The replies are real text; the server answers at once, so no figure here is about time. With --out,
 * runs that are there already are not repeated.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      visible: { type: 'string', default: '1,2,3,all' },
      n: { type: 'string', default: '16' },
      tasks: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('Name the file of recorded tasks.');
  const tasks = readTasks(file).slice(0, values.tasks === undefined ? undefined : +values.tasks);
  const done = readRuns(values.out);
  const runs: GradedRun[] = [...done];
  for (const visible of values.visible.split(','))
    for (const task of tasks) {
      const key = `${task.id} ${visible} ${values.n} ${values.seed}`;
      if (done.some((run) => run.key === key)) continue;
      const run = await solveTask(task, visible, +values.n, +values.seed, key);
      runs.push(run);
      if (values.out !== undefined) appendFileSync(values.out, `${JSON.stringify(run)}\n`);
      process.stderr.write(`${key}: ${run.outcome} ${run.grade ?? ''} ${run.right ?? ''}\n`);
    }
  console.log(gradesPage(runs, machine()));
}

function readRuns(file: string | undefined): readonly GradedRun[] {
  if (file === undefined || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as GradedRun);
}

async function solveTask(
  task: RecordedTask,
  visible: string,
  n: number,
  seed: number,
  key: string,
): Promise<GradedRun> {
  const shown = visible === 'all' ? task.asserts : task.asserts.slice(0, Number(visible));
  const project = createTaskProject(task, shown);
  const home = createHome();
  const replies = drawn(task.replies, n, seed).map((text) => says(`\`\`\`python\n${text}\`\`\`\n`));
  const server = await startModelServer(replies);
  try {
    const words = `run solution.py --json --force --provider openai --model recorded --base-url ${server.url} --n ${n} --concurrency 4 --strategy best-of-n --stop thorough --repair-rounds 0 --seed ${seed} --test-report tap --test-timeout 10`;
    const result = await runCli(
      [...words.split(' '), '--test-command', 'python3 -B tap_check.py'],
      {
        cwd: project.root,
        env: home.env,
      },
    );
    const events = eventsOf(result);
    const end = lastEvent(events, 'run-finished');
    const audit = events.findLast((event) => event.type === 'audit-finished');
    const winner = events.find(
      (event) => event.type === 'candidate-created' && event.candidate === end.winner,
    );
    const reply = winner && 'sample' in winner ? answerOf(events, winner.sample) : undefined;
    return {
      key,
      task: task.id,
      visible,
      outcome: end.outcome,
      sound: audit?.type === 'audit-finished' && audit.sound,
      ...(end.evidence && { grade: end.evidence.grade, reasons: end.evidence.reasons }),
      ...(reply !== undefined && { right: await isRight(task, reply) }),
    };
  } finally {
    await server.close();
    project.remove();
    home.remove();
  }
}

/** `n` different replies, the same ones for the same seed. */
function drawn(replies: readonly string[], n: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const order = replies.map((text) => ({ text, at: random() })).sort((a, b) => a.at - b.at);
  return order.slice(0, n).map(({ text }) => text);
}

function answerOf(events: ReturnType<typeof eventsOf>, sample: string): string {
  const text = events
    .flatMap((event) =>
      event.type === 'answer-delta' && event.sample === sample ? [event.text] : [],
    )
    .join('');
  return text.replace(/^```python\n|```\n$/g, '');
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
