import { availableParallelism } from 'node:os';
import type { Budget } from '../api/budget';
import type { Model } from '../api/model';
import type { RunSettings, Surroundings } from '../api/settings';
import type { Snapshot } from '../api/snapshot';
import type { Strategy } from '../api/strategy';
import { detectTests } from './detect-tests';
import { chooseModel } from '../models/choose-model';
import { unifiedDiff } from '../patches/unified-diff';
import type { RunParts } from '../run-parts';
import { createReplyReading } from './read-replies';
import { createSlotPool } from '../sandboxes/slot-pool';
import { takeSnapshot } from '../sandboxes/snapshot';
import { adaptive } from '../strategies/adaptive';
import { bestOfN } from '../strategies/best-of-n';
import { withRepair } from '../strategies/repair';
import { stopRule } from '../strategies/stopping';
import { createSyntax } from '../syntax/syntax';
import { locateTask } from './locate-task';
import { HumanError } from '../util/human-error';

/** Generous for a test suite, and far from what would harm the machine. */
const TEST_LIMITS = {
  memoryBytes: 4 * 1024 ** 3,
  outputBytes: 1024 ** 2,
  processes: 256,
  fileBytes: 1024 ** 3,
};

/**
 * Makes everything a run works with: the snapshot, the task in it, the model, the strategy. Throws
 * a HumanError where the settings make no run (no such file, no such symbol, an unknown sandbox).
 */
export async function prepareRun(
  settings: RunSettings,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<RunParts> {
  if (settings.sandbox === 'overlay')
    throw new HumanError('The overlay sandbox is not available here. Use --sandbox auto or slot.');
  const startedAt = Date.now();
  const snapshot = await takeSnapshot({
    workspace: settings.workspace,
    buffers: settings.buffers,
    signal,
  });
  const snapshotMs = Date.now() - startedAt;
  const syntax = createSyntax(surroundings.assets);
  const { task, text, language } = await locateTask(settings, snapshot, syntax);
  const { model, note } = chooseModel(settings.model, syntax, surroundings.env);
  const workers = Math.max(1, Math.min(availableParallelism(), 8));
  const sabotaged = language && (await syntax.sabotage(text, language, task.range));
  const budget = budgetOf(settings, model);
  return {
    task,
    problem: { task, text, failing: [], attempts: [], ...(language && { language }) },
    workspace: settings.workspace,
    snapshot,
    snapshotMs,
    model,
    notes: [...(note === undefined ? [] : [note]), ...notesOn(snapshot)],
    strategy: strategyOf(settings, model, budget),
    stopMode: settings.sampling.stop,
    stop: stopRule(settings.sampling.stop),
    budget,
    sampling: samplingOf(settings, model, workers),
    testTimeoutMs: settings.tests.timeoutMs,
    force: settings.force,
    allowOutside: settings.allowOutside,
    syntax,
    reading: createReplyReading({ path: task.file, text, range: task.range }, syntax, language),
    unifiedDiff,
    sabotage:
      sabotaged === undefined
        ? undefined
        : { changes: [{ path: task.file, before: text, after: sabotaged }] },
    detect: () =>
      detectTests({
        settings,
        assets: surroundings.assets,
        snapshot,
        task,
        text,
        limits: TEST_LIMITS,
      }),
    openPool: (until) => createSlotPool({ snapshot, size: workers, surroundings, signal: until }),
  };
}

function budgetOf({ sampling }: RunSettings, model: Model): Budget {
  const { n, maxTokens, deadlineMs } = sampling;
  return {
    samples: n ?? model.traits.defaultSamples,
    ...(maxTokens !== undefined && { outputTokens: maxTokens }),
    ...(deadlineMs !== undefined && { deadlineMs }),
  };
}

function samplingOf({ sampling }: RunSettings, model: Model, workers: number) {
  const { temperature, effort, seed } = sampling;
  return {
    concurrency: sampling.concurrency ?? model.traits.defaultConcurrency,
    workers,
    seed,
    ...(temperature !== undefined && { temperature }),
    ...(effort !== undefined && { effort }),
  };
}

/** A finite model that costs nothing has no use for waves; repair needs a model that can react. */
function strategyOf({ sampling }: RunSettings, model: Model, { samples }: Budget): Strategy {
  const base =
    sampling.strategy === 'adaptive' && model.traits.repairs ? adaptive(samples) : bestOfN(samples);
  return model.traits.repairs ? withRepair(base, sampling.repairRounds) : base;
}

function notesOn({ leftOut }: Snapshot): readonly string[] {
  if (leftOut.length === 0) return [];
  const named = leftOut.slice(0, 5).join(', ');
  return [
    `${leftOut.length} ignored or unreadable paths are not in the sandbox: ${named}${leftOut.length > 5 ? ', …' : ''}. If the tests need them, say so in .worktreeinclude.`,
  ];
}
