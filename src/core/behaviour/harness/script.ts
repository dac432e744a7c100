import type * as Fs from 'node:fs';
import type * as Vm from 'node:vm';
import type { Call, Outcome, Value } from '../../api/behaviour';
import { canonical } from './canonical';
import { decode, encode } from './encode';

// This file becomes one line of text, put at the end of a JavaScript or TypeScript module by Winnow:
// see `instrument.ts`. It must stand by itself in whatever module system, realm and bundler.

/** What `observe` is told; the same for Python. */
export interface ObservePlan {
  /** Absolute path of the file that gets one line an input. */
  readonly out: string;
  readonly calls: readonly Call[];
  /** The first of them to be tried. */
  readonly from: number;
  /** Limit of one call, in milliseconds. */
  readonly limitMs: number;
  /** Calls without an end after which no more are tried. */
  readonly maxEndless: number;
}

type Called = (...args: readonly unknown[]) => unknown;

/** Calls that are written down at most: more say nothing new. */
const MAX_CALLS = 300;
const MAX_TEXT = 2_000;

/** Makes what writes the arguments of a call to a file, one call a line. */
export function recorder(out: string): (args: ArrayLike<unknown>) => void {
  const fs = builtin('fs') as typeof Fs | undefined;
  const seen = new Set<string>();
  return (given) => {
    if (!fs || seen.size >= MAX_CALLS) return;
    try {
      const args: Value[] = [];
      for (const value of Array.from(given)) {
        const known = encode(value);
        if (!known) return;
        args.push(known);
      }
      const line = JSON.stringify({ args, named: [] } satisfies Call);
      if (seen.has(line)) return;
      seen.add(line);
      fs.appendFileSync(out, line + '\n');
    } catch {
      // What cannot be written down is not recorded; the test goes on as if nothing had been tried.
    }
  };
}

/** Calls a function on every input, and writes down what each call came to. */
export function observe(get: () => Called, plan: ObservePlan): void {
  const fs = builtin('fs') as typeof Fs | undefined;
  if (!fs) return;
  const limited = limiter(plan.limitMs);
  let endless = 0;
  for (let index = plan.from; index < plan.calls.length; index++) {
    const call = plan.calls[index];
    if (!call || endless >= plan.maxEndless || typeof get() !== 'function') return;
    const once = () => limited(() => outcomeOf(get(), call));
    const first = once();
    const again = first.kind === 'endless' ? first : once();
    const outcome =
      first.kind === again.kind && first.text === again.text
        ? first
        : { kind: 'varies', text: '', opaque: false };
    if (outcome.kind === 'endless') endless++;
    fs.appendFileSync(plan.out, JSON.stringify({ index, ...outcome }) + '\n');
  }
}

function outcomeOf(called: Called, { args }: Call): Outcome {
  const given = args.map(decode);
  const before = canonical(given);
  try {
    const value = canonical(called(...given));
    const after = canonical(given);
    const changed = after.text === before.text ? '' : ` and leaves ${shortened(after.text)}`;
    const opaque = value.opaque || after.opaque;
    return { kind: 'returns', text: shortened(value.text) + changed, opaque };
  } catch (error) {
    return { kind: 'throws', text: typeOf(error), opaque: false };
  }
}

function typeOf(error: unknown): string {
  const isError = typeof error === 'object' && error !== null && 'name' in error;
  return isError ? String(error.name) : typeof error;
}

/** A long text by its beginning and a checksum. */
function shortened(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  let sum = 5381n;
  for (let at = 0; at < text.length; at++)
    sum = BigInt.asUintN(64, sum * 33n + BigInt(text.charCodeAt(at)));
  return `${text.slice(0, 200)}… (${text.length} characters, ${sum.toString(36)})`;
}

/** Ends what takes longer, where the engine can. */
function limiter(limitMs: number): (run: () => Outcome) => Outcome {
  const vm = builtin('vm') as typeof Vm | undefined;
  if (!vm) return (run) => run();
  const context = vm.createContext({});
  return (run) => {
    context['run'] = run;
    try {
      return vm.runInContext('run()', context, { timeout: limitMs }) as Outcome;
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error && error.code;
      return code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
        ? { kind: 'endless', text: '', opaque: false }
        : { kind: 'throws', text: typeOf(error), opaque: false };
    }
  };
}

declare const require: (name: string) => unknown;

/** A module of Node's own, whatever the module system and past all mocks; undefined in old Nodes. */
function builtin(name: string): unknown {
  const { getBuiltinModule } = process as { getBuiltinModule?: (id: string) => unknown };
  if (getBuiltinModule) return getBuiltinModule(`node:${name}`);
  try {
    return require(`node:${name}`);
  } catch {
    return undefined;
  }
}
