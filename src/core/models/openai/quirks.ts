import type { RequestBody } from './request-body';
import type { StatusTrouble, Trouble } from './trouble';

/** What a model has refused so far. Shared by all samples of a run, so that each is learnt once. */
export interface Quirks {
  /** The body without what is refused. */
  adapt(body: RequestBody): RequestBody;
  /** Learns from a refusal of `sent`; false if there is nothing to be learnt. */
  learn(trouble: Trouble, sent: RequestBody): boolean;
}

type Change = (body: RequestBody) => RequestBody;

/** Parameters that a request can do without, and other words by which servers call them. */
const optional = [
  { name: 'stream_options', words: /stream_options|include_usage/ },
  { name: 'seed', words: /\bseed\b/ },
  { name: 'temperature', words: /\btemperature\b/ },
  { name: 'reasoning_effort', words: /reasoning_effort|reasoning\.effort|\bthink(?:ing)?\b/ },
  { name: 'max_completion_tokens', words: /max_completion_tokens/ },
  { name: 'max_tokens', words: /max_tokens/ },
] as const;

type Optional = (typeof optional)[number]['name'];

export function createQuirks(): Quirks {
  const changes = new Map<string, Change>();
  const adapt = (body: RequestBody) =>
    [...changes.values()].reduce((adapted, change) => change(adapted), body);
  return {
    adapt,
    learn(trouble, sent) {
      if (trouble.kind !== 'status' || ![400, 422].includes(trouble.status)) return false;
      // Another sample may have been refused for the same reason meanwhile.
      if (JSON.stringify(adapt(sent)) !== JSON.stringify(sent)) return true;
      const lesson = lessonOf(trouble, sent);
      if (lesson === undefined || changes.has(lesson.id)) return false;
      changes.set(lesson.id, lesson.change);
      return true;
    },
  };
}

interface Lesson {
  readonly id: string;
  readonly change: Change;
}

function lessonOf(trouble: StatusTrouble, sent: RequestBody): Lesson | undefined {
  const refused = optional.find(({ name }) => name in sent && trouble.param?.startsWith(name));
  const named =
    refused ?? optional.find(({ name, words }) => name in sent && words.test(trouble.detail));
  if (named !== undefined) return lessonOn(named.name, trouble.detail);
  if (
    sent.messages.some(({ role }) => role === 'system') &&
    /system.{0,40}(?:role|message|prompt|instruction)|(?:role|message).{0,40}system/i.test(
      trouble.detail,
    )
  )
    return { id: 'system', change: mergeSystem };
  return undefined;
}

function lessonOn(name: Optional, detail: string): Lesson {
  if (
    name === 'max_tokens' &&
    detail.includes('max_completion_tokens') &&
    !/too (?:large|high|many)|at most|maximum/i.test(detail)
  )
    return { id: 'rename max_tokens', change: renameMaxTokens };
  return { id: `drop ${name}`, change: (body) => without(body, name) };
}

function without(body: RequestBody, name: Optional): RequestBody {
  const rest = { ...body };
  Reflect.deleteProperty(rest, name);
  return rest;
}

function renameMaxTokens(body: RequestBody): RequestBody {
  const { max_tokens, ...rest } = body;
  return max_tokens === undefined ? rest : { ...rest, max_completion_tokens: max_tokens };
}

/** For models whose template knows no system message: its text goes before the user's. */
function mergeSystem(body: RequestBody): RequestBody {
  const [system, user, ...rest] = body.messages;
  if (system?.role !== 'system' || user?.role !== 'user') return body;
  const content = `${system.content}\n\n${user.content}`;
  return { ...body, messages: [{ role: 'user', content }, ...rest] };
}
