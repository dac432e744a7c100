/** A word of a shell command after quotes and variables are taken away. */
export interface ShellWord {
  readonly text: string;
  /** It holds unquoted wildcards, which the shell would have replaced by file names. */
  readonly wildcard: boolean;
}

/** A simple command and the operator that stands before it. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  readonly after: '&&' | '||' | ';' | '|' | '&';
}

const OPERATOR = /^(&&|\|\||;|\||&|\n)/;
const REDIRECTION = /^\d*(>>?|<)(&\d|&-)?\s*/;

/**
 * Splits the text of a package script into simple commands, as far as scripts use the shell: quotes,
 * variables, `&&`, `||`, `;`, `|`, redirections (left out) and groups (opened). Variables become what
 * `variables` says, or nothing.
 */
export function parseScript(
  text: string,
  variables: Readonly<Record<string, string>> = {},
): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: ShellWord[] = [];
  let after: ShellCommand['after'] = '&&';
  let rest = text.replace(/\\\r?\n/g, ' ');
  const finish = () => {
    if (words.length > 0) commands.push({ words, after });
    words = [];
  };
  for (;;) {
    rest = rest.replace(/^[ \t\r]+/, '');
    if (rest === '' || rest.startsWith('#')) break;
    const redirection = REDIRECTION.exec(rest);
    const operator = OPERATOR.exec(rest)?.[1];
    if (redirection) {
      rest = rest.slice(redirection[0].length);
      if (redirection[2] === undefined) rest = readWord(rest, variables).rest;
    } else if (operator !== undefined) {
      finish();
      after = operator === '\n' ? ';' : (operator as ShellCommand['after']);
      rest = rest.slice(operator.length);
    } else if (/^[(){}](\s|$)|^[()]/.test(rest)) {
      rest = rest.slice(1);
    } else {
      const read = readWord(rest, variables);
      words.push(read.word);
      rest = read.rest;
    }
  }
  finish();
  return commands;
}

const VARIABLE = /^\$(?:\{(\w+)(?:[:\-=+?][^}]*)?\}|(\w+))/;
const SUBSTITUTION = /^(?:\$\(([^)]*)\)|`([^`]*)`)/;

function readWord(
  text: string,
  variables: Readonly<Record<string, string>>,
): { readonly word: ShellWord; readonly rest: string } {
  let value = '';
  let wildcard = false;
  let quote = '';
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    const rest = text.slice(at);
    const expansion = quote === "'" ? undefined : expand(rest, variables);
    if (quote === '' && /[\s;&|<>()]/.test(char)) break;
    if (expansion) {
      value += expansion.value;
      at += expansion.length;
      continue;
    }
    if (char === '\\' && quote !== "'" && at + 1 < text.length) {
      value += quote === '"' && !/["\\$`]/.test(text[at + 1] ?? '') ? '\\' : '';
      value += text[at + 1] ?? '';
      at += 2;
      continue;
    }
    if (quote === '' && (char === "'" || char === '"')) quote = char;
    else if (char === quote) quote = '';
    else {
      if (quote === '' && /[*?[]/.test(char)) wildcard = true;
      value += char;
    }
    at += 1;
  }
  return { word: { text: value, wildcard }, rest: text.slice(Math.max(at, 1)) };
}

function expand(
  text: string,
  variables: Readonly<Record<string, string>>,
): { readonly value: string; readonly length: number } | undefined {
  const variable = VARIABLE.exec(text);
  if (variable) {
    const value = variables[variable[1] ?? variable[2] ?? ''] ?? '';
    return { value, length: variable[0].length };
  }
  const substitution = SUBSTITUTION.exec(text);
  if (!substitution) return undefined;
  const inner = (substitution[1] ?? substitution[2] ?? '').trim();
  const value = /^(npm|yarn|pnpm) bin$/.test(inner) ? 'node_modules/.bin' : '';
  return { value, length: substitution[0].length };
}
