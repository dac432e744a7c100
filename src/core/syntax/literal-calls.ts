import type { Call, Value } from '../api/behaviour';
import { namedChildrenOf, walk } from './nodes';
import type { SyntaxNode } from './parsing';

const CALLS = new Set(['call_expression', 'call']);

/** The calls of a function, by the last part of its name, whose arguments are all constants. */
export function literalCalls(root: SyntaxNode, name: string): readonly Call[] {
  const calls: Call[] = [];
  walk(root, (node) => {
    const callee = CALLS.has(node.type) ? node.childForFieldName('function')?.text : undefined;
    const list = node.childForFieldName('arguments');
    if (callee !== undefined && callee.split('.').at(-1) === name && list) {
      const call = callOf(list);
      if (call) calls.push(call);
    }
    return true;
  });
  return calls;
}

function callOf(list: SyntaxNode): Call | undefined {
  const args: Value[] = [];
  const named: [string, Value][] = [];
  for (const given of namedChildrenOf(list)) {
    const isNamed = given.type === 'keyword_argument';
    const value = literalValue(isNamed ? given.childForFieldName('value') : given);
    if (!value) return undefined;
    if (isNamed) named.push([given.childForFieldName('name')?.text ?? '', value]);
    else args.push(value);
  }
  return { args, named };
}

/** A constant as a value; undefined for everything else. */
export function literalValue(node: SyntaxNode | null): Value | undefined {
  switch (node?.type) {
    case 'null':
    case 'none':
      return { kind: 'null' };
    case 'undefined':
      return { kind: 'undefined' };
    case 'true':
    case 'false':
      return { kind: 'bool', value: node.type === 'true' };
    case 'integer':
    case 'float':
    case 'number':
      return numberOf(node.text, node.type === 'integer');
    case 'unary_expression':
    case 'unary_operator':
      return negated(node);
    case 'string':
      return textOf(node);
    case 'array':
    case 'list':
    case 'tuple':
    case 'set':
      return withItems(node);
    case 'object':
    case 'dictionary':
      return withEntries(node);
    default:
      return undefined;
  }
}

function numberOf(text: string, isInteger: boolean): Value | undefined {
  const plain = text.replaceAll('_', '');
  if (isInteger) return /^\d+$/.test(plain) ? { kind: 'int', value: plain } : undefined;
  if (/^\d+n$/.test(plain)) return { kind: 'int', value: plain.slice(0, -1) };
  const value = Number(plain);
  return Number.isNaN(value) ? undefined : { kind: 'number', value: String(value) };
}

function negated(node: SyntaxNode): Value | undefined {
  const inner = literalValue(node.childForFieldName('argument'));
  if (!node.text.startsWith('-') || !inner) return undefined;
  if (inner.kind !== 'int' && inner.kind !== 'number') return undefined;
  return inner.value.startsWith('-') ? undefined : { ...inner, value: `-${inner.value}` };
}

/** Quoted once, and nothing in it that means another character. */
function textOf({ text }: SyntaxNode): Value | undefined {
  return /^(['"])[^'"\\\n]*\1$/.test(text) ? { kind: 'text', value: text.slice(1, -1) } : undefined;
}

function withItems(node: SyntaxNode): Value | undefined {
  const items = namedChildrenOf(node).map(literalValue);
  if (!items.every((item) => item !== undefined)) return undefined;
  const kind = node.type === 'array' ? 'list' : (node.type as 'list' | 'tuple' | 'set');
  return { kind, items };
}

function withEntries(node: SyntaxNode): Value | undefined {
  const entries: [Value, Value][] = [];
  for (const pair of namedChildrenOf(node)) {
    if (pair.type !== 'pair') return undefined;
    const key = pair.childForFieldName('key');
    const known: Value | undefined =
      key?.type === 'property_identifier' ? { kind: 'text', value: key.text } : literalValue(key);
    const value = literalValue(pair.childForFieldName('value'));
    if (!known || !value) return undefined;
    entries.push([known, value]);
  }
  if (node.type === 'dictionary') return { kind: 'map', entries };
  const named = entries.map(
    ([key, value]) => [key.kind === 'text' ? key.value : '', value] as const,
  );
  return named.some(([key]) => key === '' || key === '__proto__')
    ? undefined
    : { kind: 'object', entries: named };
}
