import * as v from 'valibot';

/** What an error answer says. */
export interface ErrorBody {
  readonly detail: string;
  readonly code?: string;
  readonly param?: string;
}

const lenientText = v.fallback(v.optional(v.string()), undefined);
const codeSchema = v.fallback(
  v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
  undefined,
);

const errorSchema = v.object({
  message: lenientText,
  detail: lenientText,
  code: codeSchema,
  type: lenientText,
  param: lenientText,
});

/** FastAPI's way of refusing a body: a list of what is wrong with which of its fields. */
const issuesSchema = v.object({
  detail: v.array(v.object({ loc: v.array(v.union([v.string(), v.number()])), msg: v.string() })),
});

/** Reads an error answer in the shapes that servers give it: OpenAI's, FastAPI's, plain text. */
export function parseErrorBody(body: string): ErrorBody {
  const value = jsonOf(body);
  if (value === undefined) return { detail: plainText(body) };
  return readError(Array.isArray(value) ? (value as unknown[])[0] : value);
}

/** The same for an error that is already parsed JSON. */
export function readError(value: unknown): ErrorBody {
  if (typeof value === 'string') return { detail: value };
  const issues = v.safeParse(issuesSchema, value);
  if (issues.success) {
    const { detail } = issues.output;
    const param = detail[0]?.loc.filter((part) => part !== 'body')[0];
    return {
      detail: detail.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; '),
      ...(typeof param === 'string' && { param }),
    };
  }
  const inner = innerError(value);
  if (inner !== undefined) return readError(inner);
  const parsed = v.safeParse(errorSchema, value);
  if (!parsed.success) return { detail: '' };
  const { message, detail, code, type, param } = parsed.output;
  const named = code ?? type;
  return {
    detail: message ?? detail ?? JSON.stringify(value),
    ...(named !== undefined && { code: named }),
    ...(param !== undefined && { param }),
  };
}

/** The `error` of a JSON answer, where it has one. */
export function innerError(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('error' in value)) return undefined;
  return value.error ?? undefined;
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function plainText(body: string): string {
  if (!/<html|<!doctype/i.test(body)) return body;
  return /<title>([^<]*)<\/title>/i.exec(body)?.[1] ?? 'a web page';
}
