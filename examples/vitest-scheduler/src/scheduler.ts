import { type RetryPolicy, type Sleep, withRetries } from './retry';
import { type Window, contains } from './windows';

/** A recurring job. */
export interface Job {
  readonly name: string;
  /** Milliseconds from one start to the next. */
  readonly every: number;
  /** Jobs with a higher priority start first; 0 where absent. */
  readonly priority?: number;
  run(): Promise<void>;
}

export type JobResult =
  | { readonly name: string; readonly status: 'done' }
  | { readonly name: string; readonly status: 'failed'; readonly reason: string };

export interface SchedulerOptions {
  /** No job starts inside one of these windows. */
  readonly quiet?: readonly Window[];
  readonly retry?: RetryPolicy;
  readonly sleep?: Sleep;
}

/**
 * Decides which jobs are due and runs them one after the other. It owns no timer: whoever uses it
 * calls `tick` with the current time.
 */
export class Scheduler {
  readonly #jobs = new Map<string, { job: Job; due: number }>();
  readonly #options: SchedulerOptions;

  constructor(options: SchedulerOptions = {}) {
    this.#options = options;
  }

  /** Adds a job that is due for the first time at `firstRun`; replaces one of the same name. */
  add(job: Job, firstRun: number): void {
    if (job.every <= 0) throw new RangeError(`${job.name}: the interval must be positive`);
    this.#jobs.set(job.name, { job, due: firstRun });
  }

  /** Forgets a job. Returns whether there was one. */
  remove(name: string): boolean {
    return this.#jobs.delete(name);
  }

  /** Names of the jobs that are due, in the order in which they would run. */
  dueAt(now: number): string[] {
    return [...this.#jobs.values()]
      .filter((entry) => entry.due <= now)
      .sort((a, b) => (b.job.priority ?? 0) - (a.job.priority ?? 0) || a.due - b.due)
      .map((entry) => entry.job.name);
  }

  /** When the next job is due; undefined without jobs. */
  nextDue(): number | undefined {
    const times = [...this.#jobs.values()].map((entry) => entry.due);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Runs everything that is due, unless the time is quiet. Missed rounds are not made up for. */
  async tick(now: number): Promise<JobResult[]> {
    if (this.#options.quiet?.some((window) => contains(window, now))) return [];
    const results: JobResult[] = [];
    for (const name of this.dueAt(now)) {
      const entry = this.#jobs.get(name);
      if (entry === undefined) continue;
      const missed = Math.floor((now - entry.due) / entry.job.every);
      entry.due += (missed + 1) * entry.job.every;
      results.push(await this.#runOne(entry.job));
    }
    return results;
  }

  async #runOne(job: Job): Promise<JobResult> {
    try {
      await withRetries(() => job.run(), this.#options.retry, this.#options.sleep);
      return { name: job.name, status: 'done' };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { name: job.name, status: 'failed', reason };
    }
  }
}
