/** How a runner reads its arguments, as far as it takes to tell options from files. */
export interface ArgumentTable {
  /** Options that take the next word as their value. */
  readonly valued: ReadonlySet<string>;
  /** Options that take all words up to the next option. */
  readonly variadic?: ReadonlySet<string>;
  /** Options that Winnow leaves out, because they conflict with a report of all tests. */
  readonly dropped: RegExp;
}

export interface SplitArguments {
  readonly options: readonly string[];
  /** Files, folders and patterns. */
  readonly files: readonly string[];
  /** Both, in the owner's order. */
  readonly all: readonly string[];
}

/** Splits a runner's arguments into options and files, without the options that are to be dropped. */
export function splitArguments(args: readonly string[], table: ArgumentTable): SplitArguments {
  const options: string[] = [];
  const files: string[] = [];
  const all: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    if (word === '--') {
      files.push(...args.slice(at + 1));
      all.push(...args.slice(at));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      files.push(word);
      all.push(word);
      continue;
    }
    const end = valueEnd(args, at, table);
    if (!table.dropped.test(word.split('=')[0] ?? '')) {
      options.push(...args.slice(at, end));
      all.push(...args.slice(at, end));
    }
    at = end - 1;
  }
  return { options, files, all };
}

/** Index of the first word after the option at `at` and its values. */
function valueEnd(args: readonly string[], at: number, table: ArgumentTable): number {
  const word = args[at] ?? '';
  if (word.includes('=')) return at + 1;
  if (table.variadic?.has(word)) {
    let end = at + 1;
    while (end < args.length && !args[end]?.startsWith('-')) end += 1;
    return end;
  }
  return table.valued.has(word) ? Math.min(at + 2, args.length) : at + 1;
}
