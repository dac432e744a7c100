import type { ReportFormat } from './framework';
import type { Effort } from './model';
import type { UnsavedBuffer } from './snapshot';
import type { StopMode, StrategyId } from './strategy';
import type { LineRange } from './task';

/** Everything a shell tells the engine about one run. Optional values have sensible defaults. */
export interface RunSettings {
  /** Absolute path of the file. */
  readonly file: string;
  /** The selected lines; without them (and without a symbol) the whole file is the selection. */
  readonly range?: LineRange;
  /** Name of a function, method (`Class.method` or `method`) or class in the file. */
  readonly symbol?: string;
  readonly instruction?: string;
  /** Absolute path of the folder the user works in. */
  readonly workspace: string;
  readonly buffers: readonly UnsavedBuffer[];
  readonly model: ModelSettings;
  readonly sampling: SamplingSettings;
  readonly tests: TestSettings;
  readonly sandbox: 'auto' | 'overlay' | 'slot';
  /** Go on although the tests cannot judge. */
  readonly force: boolean;
  /** Let candidates take hold of what could decide the verdict: the process, files, the network. */
  readonly allowOutside: boolean;
}

/** What an audit needs of it; it samples nothing. */
export interface AuditSettings extends Pick<
  RunSettings,
  'file' | 'range' | 'symbol' | 'workspace' | 'buffers' | 'tests' | 'sandbox'
> {
  readonly seed: number;
  /**
   * For trying changes of the code, in milliseconds. Where absent, as much as keeps the whole audit
   * below three runs of the tests.
   */
  readonly auditMs?: number;
}

export interface ModelSettings {
  readonly provider: 'auto' | 'openai' | 'embedded';
  readonly name?: string;
  readonly baseUrl?: string;
  readonly apiKey?: string;
}

export interface SamplingSettings {
  /** Number of samples; the model's own default where absent. */
  readonly n?: number;
  readonly concurrency?: number;
  readonly temperature?: number;
  readonly effort?: Effort;
  readonly strategy: StrategyId;
  readonly stop: StopMode;
  readonly repairRounds: number;
  /** Output tokens over the whole run. */
  readonly maxTokens?: number;
  /** Wall clock of the whole run, in milliseconds. */
  readonly deadlineMs?: number;
  readonly seed: number;
}

export interface TestSettings {
  /** The user's own command, interpreted by the shell; detected where absent. */
  readonly command?: string;
  readonly report: 'auto' | ReportFormat;
  /** Time limit of one verification, in milliseconds; derived from the baseline where absent. */
  readonly timeoutMs?: number;
  /** Measure the baseline although the same tree was measured before. */
  readonly anew?: boolean;
}

/** Where Winnow's own files are; given by each shell, never guessed by the core. */
export interface Surroundings {
  /** Absolute path of the built files: grammars, reporter, watchdog. */
  readonly assets: string;
  /** Absolute path of the folder that keeps the runs. */
  readonly state: string;
  /** The user's environment, read for toolchain locations and never passed on whole. */
  readonly env: Readonly<Record<string, string | undefined>>;
}
