import type { Call, Outcome, Value } from '../api/behaviour';
import type { LanguageId } from '../api/language';

/** A call as code of its language. */
export function renderCall(callee: string, { args, named }: Call, language: LanguageId): string {
  const given = [
    ...args.map((value) => renderValue(value, language)),
    ...named.map(([name, value]) => `${name}=${renderValue(value, language)}`),
  ];
  return `${callee.split('.').at(-1) ?? callee}(${given.join(', ')})`;
}

export function renderValue(value: Value, language: LanguageId): string {
  const python = language === 'python';
  const inner = (part: Value) => renderValue(part, language);
  switch (value.kind) {
    case 'null':
      return python ? 'None' : 'null';
    case 'undefined':
      return python ? 'None' : 'undefined';
    case 'bool':
      return python ? (value.value ? 'True' : 'False') : String(value.value);
    case 'int':
      return python ? value.value : `${value.value}n`;
    case 'number':
      return python ? pythonFloat(value.value) : value.value;
    case 'text':
      return JSON.stringify(value.value);
    case 'date':
      return `new Date(${value.value})`;
    case 'list':
      return `[${value.items.map(inner).join(', ')}]`;
    case 'tuple':
      return `(${value.items.map(inner).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'set':
      return pythonSet(value.items.map(inner), python);
    case 'map': {
      const entries = value.entries.map(([key, held]) => [inner(key), inner(held)] as const);
      return python
        ? `{${entries.map(([key, held]) => `${key}: ${held}`).join(', ')}}`
        : `new Map([${entries.map(([key, held]) => `[${key}, ${held}]`).join(', ')}])`;
    }
    case 'object':
      return `{${value.entries.map(([key, held]) => `${keyText(key)}: ${inner(held)}`).join(', ')}}`;
  }
}

function pythonSet(items: readonly string[], python: boolean): string {
  if (!python) return `new Set([${items.join(', ')}])`;
  return items.length === 0 ? 'set()' : `{${items.join(', ')}}`;
}

function pythonFloat(text: string): string {
  return /^(NaN|-?Infinity)$/.test(text) ? `float("${text}")` : text;
}

function keyText(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : JSON.stringify(key);
}

/** A verb with its object: `gives 3`, `throws TypeError`. */
export function renderOutcome({ kind, text }: Outcome): string {
  switch (kind) {
    case 'returns':
      return `gives ${text}`;
    case 'throws':
      return `throws ${text}`;
    case 'endless':
      return 'does not end';
    case 'varies':
      return 'varies from call to call';
    case 'unreached':
      return 'was not reached';
  }
}
