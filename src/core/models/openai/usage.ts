import * as v from 'valibot';
import type { Usage } from '../../api/model';

const count = v.fallback(v.optional(v.pipe(v.number(), v.minValue(0))), undefined);

const usageSchema = v.object({
  usage: v.object({
    prompt_tokens: v.number(),
    completion_tokens: v.number(),
    total_tokens: count,
    prompt_tokens_details: v.fallback(v.optional(v.object({ cached_tokens: count })), undefined),
    completion_tokens_details: v.fallback(
      v.optional(v.object({ reasoning_tokens: count })),
      undefined,
    ),
    prompt_cache_hit_tokens: count,
  }),
});

/** The token counts in a chunk or reply, where it has any. */
export function usageIn(value: unknown): Usage | undefined {
  const parsed = v.safeParse(usageSchema, value);
  if (!parsed.success) return undefined;
  const { usage } = parsed.output;
  const reasoningTokens = usage.completion_tokens_details?.reasoning_tokens;
  const cachedTokens = usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens;
  // Some servers leave the reasoning out of the completion, and count it in the total only.
  const beyondPrompt = (usage.total_tokens ?? 0) - usage.prompt_tokens;
  return {
    promptTokens: usage.prompt_tokens,
    outputTokens: Math.max(usage.completion_tokens, beyondPrompt),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
    ...(cachedTokens !== undefined && { cachedTokens }),
    estimated: false,
  };
}

/** Characters a token stands for, on average, in code and English. */
const CHARACTERS_PER_TOKEN = 4;

/** Token counts by the length of the texts, for a server that reports none. */
export function estimateUsage(promptLength: number, reasoning: number, answer: number): Usage {
  const tokens = (characters: number) => Math.ceil(characters / CHARACTERS_PER_TOKEN);
  return {
    promptTokens: tokens(promptLength),
    outputTokens: tokens(reasoning) + tokens(answer),
    ...(reasoning > 0 && { reasoningTokens: tokens(reasoning) }),
    estimated: true,
  };
}
