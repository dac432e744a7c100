import type { Budget } from '../api/budget';
import type { Model } from '../api/model';
import type { RunSettings, Surroundings } from '../api/settings';
import type { Strategy } from '../api/strategy';
import { chooseModel } from '../models/choose-model';
import type { RunParts } from '../run-parts';
import { adaptive } from '../strategies/adaptive';
import { bestOfN } from '../strategies/best-of-n';
import { withRepair } from '../strategies/repair';
import { stopRule } from '../strategies/stopping';
import { prepareTesting } from './prepare-testing';
import { readHarness } from './read-harness';
import { createReplyReading } from './read-replies';

/**
 * Makes everything a run works with: the snapshot, the task in it, the model, the strategy. Throws
 * a HumanError where the settings make no run (no such file, no such symbol, an unknown sandbox).
 */
export async function prepareRun(
  settings: RunSettings,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<RunParts> {
  const { seed, stop } = settings.sampling;
  const place = { ...settings, seed };
  const { testing, syntax, language } = await prepareTesting(place, surroundings, signal);
  const { task, problem, workers } = testing;
  const { model, note } = chooseModel(settings.model, syntax, surroundings.env);
  const budget = budgetOf(settings, model);
  const target = { path: task.file, text: problem.text, range: task.range };
  return {
    ...testing,
    model,
    notes: [...(note === undefined ? [] : [note]), ...testing.notes],
    strategy: strategyOf(settings, model, budget),
    stopMode: stop,
    stop: stopRule(stop),
    budget,
    sampling: samplingOf(settings, model, workers),
    force: settings.force,
    allowOutside: settings.allowOutside,
    syntax,
    reading: createReplyReading(target, syntax, language),
    harness: (written) => readHarness(surroundings.assets, written),
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
