import type { Verdict } from '../../src/core/api/verdict';
import { createHome, eventsOf, eventsOfType, runCli } from '../support/cli';
import { startModelServer } from '../support/model-server';
import { createProject } from '../support/project';
import type { Candidate } from './candidate';
import type { HostileProject } from './projects';

export interface TrialResult {
  /** The last verdict of each candidate, by its title. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Title of the winner, and how far it is to be believed. */
  readonly winner: string | undefined;
  readonly grade: string | undefined;
  /** The project's fingerprint before and after. */
  readonly untouched: boolean;
  readonly output: string;
}

/** Lets a model propose all these candidates for a project, and runs Winnow on them. */
export async function tryCandidates(
  project: HostileProject,
  candidates: readonly Candidate[],
  words: readonly string[] = [],
): Promise<TrialResult> {
  const made = createProject(project.files, { runners: true, name: 'hostile' });
  const home = createHome();
  const server = await startModelServer(
    candidates.map((candidate) => ({
      parts: [
        { reasoning: candidate.title },
        { text: `\`\`\`\n${project.render(candidate)}\n\`\`\`` },
        { finish: 'stop' },
        'done',
      ],
    })),
  );
  const before = made.fingerprint();
  try {
    const result = await runCli(
      `run ${project.file} --symbol ${project.symbol} --json --provider openai --model test-model --base-url ${server.url} --strategy best-of-n --stop thorough --repair-rounds 0 --n ${candidates.length} --concurrency 4 --test-timeout 6`
        .split(' ')
        .concat(words),
      { cwd: made.root, env: home.env },
    );
    const events = eventsOf(result);
    const titles = new Map(
      eventsOfType(events, 'reasoning-delta').map(({ sample, text }) => [sample, text]),
    );
    const sampleOf = new Map(
      eventsOfType(events, 'candidate-created').map((event) => [event.candidate, event.sample]),
    );
    const winner = eventsOfType(events, 'winner-confirmed').at(-1)?.candidate;
    return {
      verdicts: new Map(
        eventsOfType(events, 'verdict').map(({ sample, verdict }) => [
          titles.get(sample) ?? sample,
          verdict,
        ]),
      ),
      winner: winner === undefined ? undefined : titles.get(sampleOf.get(winner) ?? ''),
      grade: eventsOfType(events, 'run-finished').at(-1)?.evidence?.grade,
      untouched: made.fingerprint() === before,
      output: result.stdout + result.stderr,
    };
  } finally {
    await server.close();
    made.remove();
    home.remove();
  }
}
