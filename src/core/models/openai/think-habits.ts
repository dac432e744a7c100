import type { ThinkHabit } from './think-tags';

/** Families of which no member writes its reasoning into the text unasked. */
const PLAIN =
  /(?:^|[/:_-])(?:gpt-[34]|chatgpt|claude|gemini|(?:code)?llama|mi[sx]tral|codestral|devstral|gemma|granite|starcoder|qwen-?2|deepseek-(?:chat|coder)|command|phi-?[34])/i;

/** Members of them that do. */
const THINKING = /r1\b|qwq|think|reason|distill/i;

/**
 * What a model's name says of its think tags. Only a guess, so that the first reply of a common
 * model need not be held back; a reply that shows otherwise corrects it.
 */
export function habitByName(model: string): ThinkHabit {
  return PLAIN.test(model) && !THINKING.test(model) ? 'plain' : 'unknown';
}
