import type { LanguageId } from '../api/language';
import type { Patch } from '../api/patch';
import { HARNESS } from '../syntax/recording';
import type { ObservePlan } from './harness/script';

/** The text of Winnow's own code for a language: one line of JavaScript, a file of Python. */
export type ReadHarness = (language: LanguageId) => Promise<string>;

/** What is to be done with a function when its module is loaded. */
export type Job =
  /** Write down with what it is called. Its own code must do the recording. */
  | { readonly kind: 'record'; readonly out: string }
  | { readonly kind: 'observe'; readonly callee: string; readonly plan: ObservePlan };

/**
 * A module with code at its end that does a job. Once all has been observed, the module throws: its
 * tests have nothing to add, so they need not run.
 */
export function withHarness(text: string, language: LanguageId, harness: string, job: Job): string {
  const appended =
    language === 'python' ? pythonLines(harness, job) : ['// @ts-ignore', scriptLine(harness, job)];
  return `${text}\n${appended.join('\n')}\n`;
}

/** One line: a single comment before it keeps a type checker from looking at it. */
function scriptLine(harness: string, job: Job): string {
  const { script } = HARNESS;
  const doing =
    job.kind === 'record'
      ? `${script}.record=${script}.recorder(${JSON.stringify(job.out)});`
      : `${script}.observe(()=>${job.callee},${JSON.stringify(job.plan)});throw new Error('observed');`;
  return harness.trim() + doing;
}

function pythonLines(harness: string, job: Job): readonly string[] {
  const { python } = HARNESS;
  const doing =
    job.kind === 'record'
      ? `${python}['record'] = ${python}['recorder'](${JSON.stringify(job.out)})`
      : `${python}['observe'](lambda: ${job.callee}, ${JSON.stringify(JSON.stringify(job.plan))})`;
  const ending = job.kind === 'observe' ? ["raise Exception('observed')"] : [];
  return [`${python} = {}`, `exec(${JSON.stringify(harness)}, ${python})`, doing, ...ending];
}

/** A patch with another text for one of the files that it changes, or for one more. */
export function withText({ changes }: Patch, path: string, before: string, after: string): Patch {
  return {
    changes: [...changes.filter((change) => change.path !== path), { path, before, after }],
  };
}
