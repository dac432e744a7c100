import type {
  FrameworkId,
  PlannedCommand,
  ProjectFiles,
  ReportFormat,
  TestFramework,
  TestPlan,
} from '../api/framework';
import type { Step } from './scripts/steps';

/** A sign that a folder's tests run with a framework, without its place. */
export interface Clue {
  readonly command: PlannedCommand;
  /** For people: "vitest.config.ts", "vitest in package.json". */
  readonly reason: string;
  readonly reportFormat?: ReportFormat;
  readonly packagePath?: string;
  /** Steps that have to succeed before the tests, such as a build of their own. */
  readonly prepare?: readonly PlannedCommand[];
}

/** What the code under test is written in; everything unknown counts as JavaScript. */
export type TestedLanguage = 'javascript' | 'python' | 'go' | 'rust' | 'ruby' | 'php' | 'java';

/** How a framework is recognised, from the surest sign to the weakest. */
export interface Clues {
  readonly language: TestedLanguage;
  /** The runner that a step of a script calls. */
  inStep(step: Step, project: ProjectFiles): Promise<Clue | undefined>;
  /** A configuration file of the framework in this folder. */
  inConfig(project: ProjectFiles, folder: string): Promise<Clue | undefined>;
  /** A dependency together with test files, or test files that name the framework. */
  inFiles(project: ProjectFiles, folder: string): Promise<Clue | undefined>;
}

/** A framework that detection can ask for each kind of sign by itself. */
export interface DetectableFramework extends TestFramework {
  readonly clues: Clues;
}

/** The plan of a clue in its folder. */
export function planOf(
  framework: FrameworkId,
  cwd: string,
  clue: Clue,
  prepare: readonly PlannedCommand[] = [],
): TestPlan {
  const { command, reason, reportFormat, packagePath } = clue;
  return {
    framework,
    cwd,
    prepare: [...prepare, ...(clue.prepare ?? [])],
    command,
    reason,
    ...(reportFormat && { reportFormat }),
    ...(packagePath !== undefined && { packagePath }),
  };
}

/** A command without assignments. */
export function call(...argv: readonly [string, ...string[]]): PlannedCommand {
  return { argv, env: {} };
}

/** A file of the snapshot as the runner is told of it: relative to the folder it runs in. */
export function fromFolder(cwd: string, file: string): string {
  if (cwd === '') return file;
  if (file.startsWith(`${cwd}/`)) return file.slice(cwd.length + 1);
  return `${'../'.repeat(cwd.split('/').length)}${file}`;
}
