import type { LanguageId } from '../api/language';
import { ownImports } from '../syntax/own-imports';
import type { Syntax } from '../syntax/syntax';
import { reachesIn, type Reach } from '../verify/tamper/reach';

interface Source {
  readonly path: string;
  readonly text: string;
  readonly language: LanguageId;
}

interface Modules {
  readonly files: readonly string[];
  readonly read: (path: string) => Promise<string | undefined>;
}

/** What could decide a verdict, and does nothing to anything outside the process. */
const HARMLESS =
  /^(a change of |process\.(on|once|exitCode|emit\w*)\b|sys\.(stdout|stderr|stdin|modules|path|exit|setrecursionlimit)\b|__\w+__$|exit\(\)|globals\(\)|the module (gc|builtins|atexit|signal)$)/;

/** Modules looked into at most. */
const MAX_MODULES = 40;

/**
 * Why calling a file's functions with made-up inputs could do harm: it, or a module of the project's
 * that it imports, takes hold of files, processes or the network. A path that the tests hand over is
 * one thing, half of it another. Undefined where nothing is seen.
 */
export async function whyHarmful(
  { parse, languageOf }: Pick<Syntax, 'parse' | 'languageOf'>,
  start: Source,
  { files, read }: Modules,
): Promise<string | undefined> {
  const known = new Set(files);
  const seen = new Set([start.path]);
  const waiting: Source[] = [start];
  for (let source = waiting.shift(); source; source = waiting.shift()) {
    const { path, text, language } = source;
    const { reach, imports } = await parse(text, language, (root) => ({
      reach: reachesIn(root, language).find(isHarmful),
      imports: ownImports(root, language, path),
    }));
    if (reach)
      return `${path} takes hold of ${reach.what} (line ${reach.line}), so calls with made-up inputs could do harm`;
    for (const imported of imports) {
      const written = languageOf(imported);
      if (!written || !known.has(imported) || seen.has(imported)) continue;
      if (seen.size >= MAX_MODULES)
        return 'it uses more modules than could be looked into for harm';
      seen.add(imported);
      const inner = await read(imported);
      if (inner !== undefined) waiting.push({ path: imported, text: inner, language: written });
    }
  }
  return undefined;
}

function isHarmful({ what, weight }: Reach): boolean {
  return weight === 'forbidden' && !HARMLESS.test(what);
}
