import type { FrameworkId, ProjectFiles, ReportFormat, TestPlan } from '../../api/framework';
import { shellPlan } from '../command';
import { planOf, type Clues, type DetectableFramework, type TestedLanguage } from '../framework';
import { stepsOfCommand } from '../scripts/steps';
import { dependentsOf } from './dependents';
import { folderOf, foldersUpwards } from './folders';
import { planFromScripts, planFromSteps } from './script-plan';

export type DetectedPlan =
  | { readonly kind: 'found'; readonly plan: TestPlan }
  /** The reason is for people and says what to do. */
  | { readonly kind: 'none'; readonly reason: string };

/** The user's own test command, which goes before everything that could be detected. */
export interface CommandOverride {
  readonly command: string;
  readonly report: 'auto' | ReportFormat;
  /** Folder it runs in, relative to the snapshot's root; the root where absent. */
  readonly cwd?: string;
}

/**
 * How the tests that judge a file are run: from the file's folder upwards, the first folder with a
 * sign of a framework; there, package scripts before configuration files before dependencies and test
 * files. Frameworks of the file's own language come first in the whole project; packages that depend
 * on the file's come last.
 */
export async function detectPlan(
  project: ProjectFiles,
  file: string,
  frameworks: readonly DetectableFramework[],
  override?: CommandOverride,
): Promise<DetectedPlan> {
  if (override)
    return { kind: 'found', plan: await planFromCommand(project, frameworks, override) };
  const language = languageOf(file);
  const own = frameworks.filter(({ clues }) => clues.language === language);
  const foreign = frameworks.filter((framework) => !own.includes(framework));
  const upwards = foldersUpwards(folderOf(file));
  const dependents = await dependentsOf(project, file);
  const attempts = [
    ...upwards.map((folder) => [folder, own] as const),
    ...upwards.map((folder) => [folder, foreign] as const),
    ...dependents.map((folder) => [folder, own] as const),
  ];
  for (const [folder, candidates] of attempts) {
    const plan = await planInFolder(project, folder, candidates);
    if (plan) return { kind: 'found', plan };
  }
  return { kind: 'none', reason: whyNone(file, frameworks) };
}

async function planInFolder(
  project: ProjectFiles,
  folder: string,
  frameworks: readonly DetectableFramework[],
): Promise<TestPlan | undefined> {
  return (
    (await planFromScripts(project, folder, frameworks)) ??
    (await planFromClue(project, folder, frameworks, 'inConfig')) ??
    (await planFromClue(project, folder, frameworks, 'inFiles'))
  );
}

async function planFromClue(
  project: ProjectFiles,
  folder: string,
  frameworks: readonly DetectableFramework[],
  kind: keyof Pick<Clues, 'inConfig' | 'inFiles'>,
): Promise<TestPlan | undefined> {
  for (const framework of frameworks) {
    const clue = await framework.clues[kind](project, folder);
    if (clue) return planOf(framework.id, folder, clue);
  }
  return undefined;
}

/**
 * A command that calls a known framework is run as that framework, with its report; anything else is
 * run as it stands, and its report is looked for.
 */
async function planFromCommand(
  project: ProjectFiles,
  frameworks: readonly DetectableFramework[],
  { command, report, cwd = '' }: CommandOverride,
): Promise<TestPlan> {
  if (report === 'auto') {
    const steps = await stepsOfCommand(project, cwd, command);
    const plan = await planFromSteps(project, steps, frameworks);
    if (plan) return { ...plan, reason: `the given command: ${command}` };
  }
  return {
    ...shellPlan(command, cwd),
    reason: `the given command: ${command}`,
    ...(report !== 'auto' && { reportFormat: report }),
  };
}

const LANGUAGES: readonly (readonly [RegExp, TestedLanguage])[] = [
  [/\.pyi?$/, 'python'],
  [/\.go$/, 'go'],
  [/\.rs$/, 'rust'],
  [/\.(rb|rake|gemspec)$/, 'ruby'],
  [/\.php$/, 'php'],
  [/\.(java|kt|groovy|scala)$/, 'java'],
];

function languageOf(file: string): TestedLanguage {
  return LANGUAGES.find(([pattern]) => pattern.test(file))?.[1] ?? 'javascript';
}

function whyNone(file: string, frameworks: readonly DetectableFramework[]): string {
  const known = frameworks.map(({ id }): FrameworkId => id).filter((id) => id !== 'command');
  return (
    `No tests were found for ${file}: neither a test script nor the configuration of ${known.join(', ')} ` +
    'in its folder or above. Name the command with --test-command; it has to write JUnit XML or TAP.'
  );
}
