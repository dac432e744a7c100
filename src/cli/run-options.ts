import { resolve } from 'node:path';
import * as v from 'valibot';
import type { RunSettings } from '../core/api/settings';
import { HumanError } from '../core/util/human-error';
import { parseDuration, parseLocation } from './location';

const positiveInteger = (name: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d*$/, `--${name} takes a whole number above 0`),
      v.transform(Number),
    ),
  );

/** The flags of `winnow run` as they come from the command line. */
const flags = v.object({
  symbol: v.optional(v.string()),
  instruction: v.optional(v.string()),
  workspace: v.optional(v.string()),
  provider: v.picklist(['auto', 'openai', 'embedded'], '--provider takes auto, openai or embedded'),
  model: v.optional(v.string()),
  baseUrl: v.optional(v.string()),
  n: positiveInteger('n'),
  concurrency: positiveInteger('concurrency'),
  temperature: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+(\.\d+)?$/, '--temperature takes a number from 0 to 2'),
      v.transform(Number),
      v.maxValue(2, '--temperature takes a number from 0 to 2'),
    ),
  ),
  effort: v.optional(
    v.picklist(
      ['none', 'minimal', 'low', 'medium', 'high'],
      '--effort takes none, minimal, low, medium or high',
    ),
  ),
  strategy: v.picklist(['best-of-n', 'adaptive'], '--strategy takes best-of-n or adaptive'),
  stop: v.picklist(['quick', 'balanced', 'thorough'], '--stop takes quick, balanced or thorough'),
  repairRounds: v.pipe(
    v.string(),
    v.regex(/^\d+$/, '--repair-rounds takes a whole number'),
    v.transform(Number),
  ),
  maxTokens: positiveInteger('max-tokens'),
  deadline: v.optional(v.string()),
  seed: v.pipe(v.string(), v.regex(/^\d+$/, '--seed takes a whole number'), v.transform(Number)),
  testCommand: v.optional(v.string()),
  testReport: v.picklist(
    ['auto', 'junit', 'tap', 'jest-json', 'mocha-json'],
    '--test-report takes auto, junit, tap, jest-json or mocha-json',
  ),
  testTimeout: positiveInteger('test-timeout'),
  sandbox: v.picklist(['auto', 'overlay', 'slot'], '--sandbox takes auto, overlay or slot'),
  force: v.optional(v.boolean(), false),
  allowOutside: v.optional(v.boolean(), false),
});

type Flags = v.InferOutput<typeof flags>;
type Env = Readonly<Record<string, string | undefined>>;

/** Turns command-line words into the settings of a run; throws a HumanError for a bad one. */
export function runSettings(location: string, raw: unknown, env: Env, cwd: string): RunSettings {
  const parsed = v.safeParse(flags, raw);
  if (!parsed.success) throw new HumanError(parsed.issues[0].message + '.');
  const given = parsed.output;
  const workspace = resolve(cwd, given.workspace ?? '.');
  const place = parseLocation(location, given.workspace === undefined ? cwd : workspace);
  if (place.range && given.symbol !== undefined)
    throw new HumanError('Give either lines or --symbol, not both.');
  return {
    ...place,
    ...defined({ symbol: given.symbol, instruction: given.instruction }),
    workspace,
    buffers: [],
    model: modelSettings(given, env),
    sampling: samplingSettings(given),
    tests: {
      report: given.testReport,
      ...defined({
        command: given.testCommand,
        timeoutMs: given.testTimeout && given.testTimeout * 1_000,
      }),
    },
    sandbox: given.sandbox,
    force: given.force,
    allowOutside: given.allowOutside,
  };
}

function modelSettings(given: Flags, env: Env): RunSettings['model'] {
  return {
    provider: given.provider,
    ...defined({
      name: given.model,
      baseUrl: given.baseUrl ?? env['WINNOW_BASE_URL'],
      apiKey: env['WINNOW_API_KEY'] ?? env['OPENAI_API_KEY'],
    }),
  };
}

function samplingSettings(given: Flags): RunSettings['sampling'] {
  const { n, concurrency, temperature, effort, maxTokens, deadline } = given;
  return {
    strategy: given.strategy,
    stop: given.stop,
    repairRounds: given.repairRounds,
    seed: given.seed,
    ...defined({ n, concurrency, temperature, effort, maxTokens }),
    ...defined({ deadlineMs: deadline === undefined ? undefined : parseDuration(deadline) }),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The object without its undefined values. */
function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
