import * as v from 'valibot';
import type { ModelSettings, RunSettings } from '../../core/api/settings';
import { parseDuration } from './duration';
import { SettingError } from './setting-error';

/** What the settings say of a run, apart from what is solved and the key. */
export interface WinnowSettings {
  readonly model: Omit<ModelSettings, 'apiKey'>;
  readonly sampling: RunSettings['sampling'];
  readonly tests: RunSettings['tests'];
  readonly sandbox: RunSettings['sandbox'];
  readonly allowOutside: boolean;
  /** For trying changes in an audit, in milliseconds; what three runs of the tests leave if absent. */
  readonly auditMs?: number;
}

const text = v.pipe(
  v.string(),
  v.transform((value) => (value.trim() === '' ? undefined : value.trim())),
);
const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));
const duration = v.pipe(
  text,
  v.check(
    (value) => value === undefined || parseDuration(value) !== undefined,
    'write 90s, 10m or 1h',
  ),
  v.transform((value) => (value === undefined ? undefined : parseDuration(value))),
);

/** The values as VS Code hands them out, with the manifest's defaults filled in. */
const schema = v.object({
  model: v.object({
    provider: v.picklist(['auto', 'openai', 'embedded']),
    name: text,
    baseUrl: text,
  }),
  sampling: v.object({
    n: count,
    concurrency: count,
    temperature: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(2))),
    effort: v.picklist(['default', 'none', 'minimal', 'low', 'medium', 'high']),
    strategy: v.picklist(['best-of-n', 'adaptive']),
    stop: v.picklist(['quick', 'balanced', 'thorough']),
    repairRounds: v.pipe(v.number(), v.integer(), v.minValue(0)),
    maxTokens: count,
    deadline: duration,
    seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  tests: v.object({
    command: text,
    report: v.picklist(['auto', 'junit', 'tap', 'jest-json', 'mocha-json']),
    timeout: v.nullable(v.pipe(v.number(), v.minValue(1))),
    auditTime: duration,
  }),
  sandbox: v.object({ kind: v.picklist(['auto', 'slot']), allowOutside: v.boolean() }),
});

/** Checks raw settings and gives them the engine's shape; throws a SettingError that names a bad one. */
export function parseSettings(raw: unknown): WinnowSettings {
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const name = ['winnow', ...(issue.path ?? []).map(({ key }) => String(key))].join('.');
    throw new SettingError(name, issue.message);
  }
  const { model, sampling, tests, sandbox } = parsed.output;
  const { strategy, stop, repairRounds, seed, effort, deadline, ...numbers } = sampling;
  return {
    model: { provider: model.provider, ...given({ name: model.name, baseUrl: model.baseUrl }) },
    sampling: {
      ...{ strategy, stop, repairRounds, seed },
      ...given(numbers),
      ...given({ effort: effort === 'default' ? undefined : effort, deadlineMs: deadline }),
    },
    tests: {
      report: tests.report,
      ...given({
        command: tests.command,
        timeoutMs: tests.timeout === null ? undefined : tests.timeout * 1_000,
      }),
    },
    sandbox: sandbox.kind,
    allowOutside: sandbox.allowOutside,
    ...given({ auditMs: tests.auditTime }),
  };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** The values that are there. */
function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as Given<T>;
}
