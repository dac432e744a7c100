import * as v from 'valibot';
import type { RunSettings } from '../core/api/settings';
import { parseDuration } from './location';
import {
  defined,
  parseFlags,
  positiveInteger,
  testingFlags,
  testingSettings,
} from './testing-options';

/** The flags of `winnow run` as they come from the command line. */
const flags = v.object({
  ...testingFlags,
  instruction: v.optional(v.string()),
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
  force: v.optional(v.boolean(), false),
  allowOutside: v.optional(v.boolean(), false),
});

type Flags = v.InferOutput<typeof flags>;
type Env = Readonly<Record<string, string | undefined>>;

/** Turns command-line words into the settings of a run; throws a HumanError for a bad one. */
export function runSettings(location: string, raw: unknown, env: Env, cwd: string): RunSettings {
  const given = parseFlags(flags, raw);
  return {
    ...testingSettings(location, given, cwd),
    ...defined({ instruction: given.instruction }),
    model: modelSettings(given, env),
    sampling: samplingSettings(given),
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
