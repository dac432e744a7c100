import type { ProcessOutcome } from './process';
import type { TestResult } from './report';

export type FrameworkId =
  | 'node:test'
  | 'mocha'
  | 'jest'
  | 'vitest'
  | 'pytest'
  | 'unittest'
  | 'go'
  | 'cargo'
  | 'rspec'
  | 'phpunit'
  | 'maven'
  | 'command';

/** Read access to the snapshot for detection, by paths relative to its root. */
export interface ProjectFiles {
  /** Absolute path of the snapshot's root. */
  readonly root: string;
  readonly files: readonly string[];
  read(path: string): Promise<string | undefined>;
  /** Whether a path exists on disk, ignored files such as node_modules included. */
  exists(path: string): Promise<boolean>;
}

/** One program call without a shell: environment assignments apart from the arguments. */
export interface PlannedCommand {
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
}

/** How this project runs its tests. Plain data: recorded in the run and shown to the user. */
export interface TestPlan {
  readonly framework: FrameworkId;
  /** Folder the tests run in, relative to the snapshot's root; '' is the root. */
  readonly cwd: string;
  /** Steps the project's own script runs before its tests, such as a build. */
  readonly prepare: readonly PlannedCommand[];
  /** The runner as the project calls it, before a scope and a reporter are added. */
  readonly command: PlannedCommand;
  /** Why this plan: "scripts.test in packages/a/package.json runs vitest". */
  readonly reason: string;
  /** For the user's own command: how to read what it writes. */
  readonly reportFormat?: ReportFormat;
  /** Import path of the package in `cwd`, where the runner names packages and no files. */
  readonly packagePath?: string;
}

export type ReportFormat = 'junit' | 'tap' | 'jest-json' | 'mocha-json';

/** Which tests to run. Paths are relative to the snapshot's root. */
export type TestScope = ScopeOptions &
  (
    | { readonly kind: 'all' }
    | { readonly kind: 'files'; readonly files: readonly [string, ...string[]] }
  );

interface ScopeOptions {
  /** One failure says enough: frameworks that can stop at it do. */
  readonly bail?: boolean;
}

export interface TestCommand {
  readonly command: PlannedCommand;
  /** Where the machine-readable result appears. */
  readonly report: 'file' | 'stdout';
}

/** What a reader made of a finished run; undefined tests mean that no complete report was found. */
export interface ReadTests {
  readonly tests: readonly TestResult[];
  /** False if the report is missing, cut off or unreadable. */
  readonly complete: boolean;
}

/** A test framework: how to find it in a project, how to ask it for results, how to read them. */
export interface TestFramework {
  readonly id: FrameworkId;
  /** The plan for the package in `folder`, or undefined where it does not use this framework. */
  detect(project: ProjectFiles, folder: string): Promise<TestPlan | undefined>;
  /** The call for a scope. `reportFile` is an absolute path that does not exist yet. */
  command(plan: TestPlan, scope: TestScope, reportFile: string): TestCommand;
  /** Turns the report's text into results. `root` is the sandbox's root, to make paths relative. */
  read(source: ReportSource): ReadTests;
  /** A test file's text with tests at its end that must fail, this word once in each title. */
  readonly canaries?: (path: string, text: string, word: string) => string;
}

export interface ReportSource {
  /** The report's text: of the file, or of stdout. Undefined if no file was written. */
  readonly text: string | undefined;
  readonly outcome: ProcessOutcome;
  readonly root: string;
  readonly cwd: string;
  readonly packagePath?: string;
}
