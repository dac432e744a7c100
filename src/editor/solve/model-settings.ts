import type { ModelSettings } from '../../core/api/settings';
import { isHosted, type ApiKeys } from '../settings/api-keys';
import type { WinnowSettings } from '../settings/schema';
import { askKey } from './ask-key';

/**
 * The model's settings with the key of its server. Asks for the key at its first need: where a
 * hosted server is configured and none is stored. Undefined if the user called it off.
 */
export async function modelSettings(
  { model }: WinnowSettings,
  keys: ApiKeys,
): Promise<ModelSettings | undefined> {
  const { provider, baseUrl } = model;
  if (provider === 'embedded') return model;
  const stored = await keys.get(baseUrl);
  if (stored !== undefined) return { ...model, apiKey: stored };
  const serverIsMeant = provider === 'openai' || baseUrl !== undefined;
  if (!serverIsMeant || !isHosted(baseUrl)) return model;
  if (!(await askKey(keys, baseUrl))) return undefined;
  const given = await keys.get(baseUrl);
  return given === undefined ? model : { ...model, apiKey: given };
}
