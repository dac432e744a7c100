import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { TestPlan } from '../api/framework';
import type { Patch } from '../api/patch';
import type { Snapshot } from '../api/snapshot';
import { openJsonCache } from '../store/json-cache';
import type { MeasuredTests, MeasureMemory } from '../measured-tests';

/** Raised when the shape of what is remembered changes, or what it means. */
const VERSION = 1;

const LIMITS = { entries: 40, ageMs: 24 * 60 * 60_000, size: 16 * 1024 ** 2 };

/** What shows that dependencies were installed anew, relative to a package's folder. */
const DEPENDENCY_STAMPS = [
  'node_modules',
  'node_modules/.package-lock.json',
  'node_modules/.modules.yaml',
  'node_modules/.yarn-state.yml',
  '.venv',
  '.venv/lib',
  'venv',
];

const remembered = v.object({
  version: v.literal(VERSION),
  at: v.string(),
  measured: v.looseObject({ kind: v.literal('measured'), timeLimitMs: v.number() }),
});

export interface MemoryParts {
  /** Absolute path of the folder that keeps what Winnow stores. */
  readonly state: string;
  readonly snapshot: Snapshot;
  readonly sabotage: Patch | undefined;
  /** Everything else that the measurement depends on. */
  readonly settings: unknown;
}

/**
 * Remembers for a day what the tests said of a tree, so that a second run on the same tree starts at
 * once. The same tree: no file of the snapshot, no dependency folder, nothing of the plan has changed.
 */
export function rememberBaselines(parts: MemoryParts): MeasureMemory {
  const cache = openJsonCache(join(parts.state, 'baselines'), LIMITS);
  return {
    async recall(plan, span) {
      const found = v.safeParse(remembered, await cache.read(await keyOf(parts, plan, span)));
      if (!found.success) return undefined;
      const { at, measured } = found.output;
      return { at, measured: measured as unknown as MeasuredTests['measured'] };
    },
    async keep(plan, span, measured) {
      const at = new Date().toISOString();
      await cache.write(await keyOf(parts, plan, span), { version: VERSION, at, measured });
    },
  };
}

async function keyOf(
  { snapshot, sabotage, settings }: MemoryParts,
  plan: TestPlan,
  span: unknown,
): Promise<string> {
  const folders = [...new Set(['', plan.cwd])];
  const stamps = folders.flatMap((folder) =>
    DEPENDENCY_STAMPS.map((name) => stampOf(join(snapshot.root, folder, name))),
  );
  const identity = [
    VERSION,
    snapshot.root,
    snapshot.digest,
    plan,
    span,
    sabotage ?? null,
    settings,
    await Promise.all(stamps),
  ];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}

async function stampOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
