import type { Effort, SampleRequest } from '../../api/model';
import type { ChatMessage } from '../../prompts/chat-message';

/**
 * What is sent for one sample. `max_tokens` is the older name of its limit and the one that local
 * servers know; `max_completion_tokens` takes its place where a server insists.
 */
export interface RequestBody {
  model: string;
  messages: ChatMessage[];
  stream: true;
  stream_options?: { include_usage: boolean };
  seed?: number;
  temperature?: number;
  reasoning_effort?: Effort;
  max_tokens?: number;
  max_completion_tokens?: number;
}

/** A request for one sample, before what the model refuses is taken out of it. */
export function requestBody(
  model: string,
  messages: readonly ChatMessage[],
  { temperature, effort, maxTokens, seed }: SampleRequest,
): RequestBody {
  return {
    model,
    messages: [...messages],
    stream: true,
    stream_options: { include_usage: true },
    seed,
    ...(temperature !== undefined && { temperature }),
    ...(effort !== undefined && { reasoning_effort: effort }),
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
  };
}
