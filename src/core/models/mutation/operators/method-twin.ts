import type { SyntaxNode } from '../../../syntax/parsing';
import { replace } from '../changes';
import type { Operator } from '../operator';
import { propertyOf } from '../properties';
import { calleeOf, CALLS, isAccess, receiverOf } from '../tree';

/** Names that are taken for each other; each member of a row for every other, the nearest first. */
const SCRIPT: readonly (readonly string[])[] = [
  ['floor', 'ceil', 'round', 'trunc'],
  ['min', 'max'],
  ['push', 'unshift'],
  ['pop', 'shift'],
  ['startsWith', 'endsWith', 'includes'],
  ['indexOf', 'lastIndexOf'],
  ['findIndex', 'findLastIndex'],
  ['some', 'every'],
  ['find', 'filter', 'findLast'],
  ['map', 'flatMap', 'filter', 'forEach'],
  ['slice', 'splice'],
  ['substring', 'substr', 'slice'],
  ['toUpperCase', 'toLowerCase'],
  ['trim', 'trimStart', 'trimEnd'],
  ['keys', 'values', 'entries'],
  ['concat', 'push'],
  ['reduce', 'reduceRight'],
  ['padStart', 'padEnd'],
  ['replace', 'replaceAll'],
  ['match', 'matchAll'],
  ['all', 'allSettled', 'race', 'any'],
  ['parseInt', 'parseFloat', 'Number'],
  ['encodeURIComponent', 'encodeURI'],
  ['decodeURIComponent', 'decodeURI'],
  ['encodeURIComponent', 'decodeURIComponent'],
  ['has', 'get'],
  ['add', 'delete'],
  ['sort', 'toSorted'],
  ['reverse', 'toReversed'],
  ['setTimeout', 'setInterval'],
  ['getDate', 'getDay'],
  ['getMonth', 'getUTCMonth'],
  ['getFullYear', 'getUTCFullYear'],
  ['getHours', 'getUTCHours'],
  ['getDate', 'getUTCDate'],
  ['test', 'exec'],
  ['freeze', 'seal'],
  ['once', 'on'],
  ['assign', 'create'],
];

const PYTHON: readonly (readonly string[])[] = [
  ['append', 'extend', 'insert'],
  ['any', 'all'],
  ['min', 'max'],
  ['strip', 'lstrip', 'rstrip'],
  ['sorted', 'reversed', 'list'],
  ['keys', 'values', 'items'],
  ['split', 'rsplit'],
  ['partition', 'rpartition'],
  ['find', 'rfind'],
  ['index', 'rindex'],
  ['startswith', 'endswith'],
  ['upper', 'lower', 'title', 'capitalize'],
  ['floor', 'ceil', 'trunc'],
  ['ljust', 'rjust', 'center'],
  ['union', 'intersection', 'difference', 'symmetric_difference'],
  ['update', 'add'],
  ['remove', 'discard'],
  ['pop', 'popleft', 'get'],
  ['append', 'appendleft', 'add'],
  ['isdigit', 'isalpha', 'isalnum'],
  ['issubset', 'issuperset'],
  ['match', 'search', 'fullmatch'],
  ['sum', 'len', 'max'],
  ['int', 'float', 'round'],
  ['removeprefix', 'removesuffix'],
  ['lower', 'casefold'],
  ['read', 'readlines', 'readline'],
  ['map', 'filter'],
  ['deepcopy', 'copy'],
  ['extend', 'update'],
];

/** A function or method taken for its usual twin. */
export const methodTwin: Operator = {
  id: 'method-twin',
  prior: 0.75,
  nodes: [...CALLS, 'member_expression'],
  *edits(node, { family }) {
    const callee = node.type === 'member_expression' ? reference(node) : calleeOf(node);
    if (!callee) return;
    const name = isAccess(callee) ? propertyOf(callee) : callee;
    if (!name || name.type === 'super') return;
    const row = twinsOf(name.text, family === 'python' ? PYTHON : SCRIPT);
    for (const [index, twin] of row.entries())
      yield {
        splices: replace(name, twin),
        description: `\`${twin}\` is easily taken for \`${name.text}\`.`,
        likelihood: (isUsual(name.text, receiverOf(node)?.text) ? 1 : 0.5) * 0.75 ** index,
      };
  },
};

/** A method that is handed on instead of called: `map(Math.floor)`. */
function reference(node: SyntaxNode) {
  return node.parent?.type === 'arguments' ? node : null;
}

function twinsOf(name: string, rows: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(rows.filter((row) => row.includes(name)).flat())].filter(
    (twin) => twin !== name,
  );
}

/** `has` and `get` belong to maps, which are seldom confused. */
function isUsual(name: string, receiver: string | undefined): boolean {
  return !/^(has|get|add|pop|update|all|on|once|int|sum)$/.test(name) || receiver === 'Promise';
}
