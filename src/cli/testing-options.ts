import { resolve } from 'node:path';
import * as v from 'valibot';
import type { RunSettings } from '../core/api/settings';
import { HumanError } from '../core/util/human-error';
import { parseLocation } from './location';

export const positiveInteger = (name: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d*$/, `--${name} takes a whole number above 0`),
      v.transform(Number),
    ),
  );

/** The flags that name a selection and its tests, as they come from the command line. */
export const testingFlags = {
  symbol: v.optional(v.string()),
  workspace: v.optional(v.string()),
  seed: v.pipe(v.string(), v.regex(/^\d+$/, '--seed takes a whole number'), v.transform(Number)),
  testCommand: v.optional(v.string()),
  testReport: v.picklist(
    ['auto', 'junit', 'tap', 'jest-json', 'mocha-json'],
    '--test-report takes auto, junit, tap, jest-json or mocha-json',
  ),
  testTimeout: positiveInteger('test-timeout'),
  cache: v.optional(v.boolean(), true),
  sandbox: v.picklist(['auto', 'overlay', 'slot'], '--sandbox takes auto, overlay or slot'),
};

type TestingFlags = v.InferOutput<v.ObjectSchema<typeof testingFlags, undefined>>;

/** Checks what commander read; throws a HumanError for a bad value. */
export function parseFlags<T extends v.GenericSchema>(flags: T, raw: unknown): v.InferOutput<T> {
  const parsed = v.safeParse(flags, raw);
  if (!parsed.success) throw new HumanError(parsed.issues[0].message + '.');
  return parsed.output;
}

type TestingSettings = Pick<
  RunSettings,
  'file' | 'range' | 'symbol' | 'workspace' | 'buffers' | 'tests' | 'sandbox'
>;

/** The selection and its tests. */
export function testingSettings(
  location: string,
  given: TestingFlags,
  cwd: string,
): TestingSettings {
  const workspace = resolve(cwd, given.workspace ?? '.');
  const place = parseLocation(location, given.workspace === undefined ? cwd : workspace);
  if (place.range && given.symbol !== undefined)
    throw new HumanError('Give either lines or --symbol, not both.');
  return {
    ...place,
    ...defined({ symbol: given.symbol }),
    workspace,
    buffers: [],
    tests: {
      report: given.testReport,
      anew: !given.cache,
      ...defined({
        command: given.testCommand,
        timeoutMs: given.testTimeout && given.testTimeout * 1_000,
      }),
    },
    sandbox: given.sandbox,
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The object without its undefined values. */
export function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
