import type { Model } from '../api/model';
import type { ModelSettings } from '../api/settings';
import type { Syntax } from '../syntax/syntax';
import { createEmbeddedModel } from './mutation';
import { createOpenAiModel } from './openai';

export interface ChosenModel {
  readonly model: Model;
  /** What the user should know about the choice. */
  readonly note?: string;
}

/** The model that the settings name; `auto` takes a configured server, else the embedded model. */
export function chooseModel(
  settings: ModelSettings,
  syntax: Syntax,
  env: Readonly<Record<string, string | undefined>>,
): ChosenModel {
  const { provider, name, baseUrl, apiKey } = settings;
  const configured = baseUrl !== undefined || apiKey !== undefined;
  if (provider === 'openai' || (provider === 'auto' && configured)) {
    const model = createOpenAiModel({
      ...(name !== undefined && { name }),
      ...(baseUrl !== undefined && { baseUrl }),
      ...(apiKey !== undefined && { apiKey }),
      env,
    });
    return { model };
  }
  const model = createEmbeddedModel(syntax);
  if (provider === 'embedded') return { model };
  return {
    model,
    note: 'No model server is configured, so the embedded model writes the candidates: it tries the usual single mistakes, and needs no key and no network.',
  };
}
