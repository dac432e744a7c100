import { join } from 'node:path';
import type { LanguageId } from '../api/language';
import type { LineRange } from '../api/task';
import { expectedValues } from './expected-values';
import { findSymbol } from './find-symbol';
import { namedSites, type NamedSite } from './functions';
import { languageOf } from './language-of';
import { covers } from './nodes';
import { normalForm } from './normalise';
import { createParse, type Parse } from './parsing';
import { removals } from './removals';
import { sabotageSplices } from './sabotage';
import { applySplices } from './splice';
import { stubEdits } from './stubs';
import { faultsIn, notBefore, type SyntaxFault } from './syntax-errors';

/** What Winnow knows of the syntax of a text. Each member stands by itself and needs no `this`. */
export interface Syntax {
  readonly languageOf: (path: string) => LanguageId | undefined;
  readonly parse: Parse;
  /** Functions and methods that have a name, outer before inner. */
  readonly functionsIn: (text: string, language: LanguageId) => Promise<readonly NamedSite[]>;
  /** The innermost named function around a line (1-based). */
  readonly enclosingFunction: (
    text: string,
    language: LanguageId,
    line: number,
  ) => Promise<NamedSite | undefined>;
  /** Where a function, method or class of this name stands; several where the name is not enough. */
  readonly findSymbol: (
    text: string,
    language: LanguageId,
    symbol: string,
  ) => Promise<readonly LineRange[]>;
  /** Equal for two texts exactly if they are the same program but for comments and layout. */
  readonly normalise: (text: string, language: LanguageId) => Promise<string>;
  /** The first syntax error that `after` has and `before` had not; a grammar may lag its language. */
  readonly syntaxErrors: (
    before: string,
    after: string,
    language: LanguageId,
  ) => Promise<SyntaxFault | undefined>;
  /** The text with a selection that throws when it runs; undefined where nothing in it runs. */
  readonly sabotage: (
    text: string,
    language: LanguageId,
    range: LineRange,
  ) => Promise<string | undefined>;
  /**
   * The text with a trivial body in the selected functions, or the one around the selection; most
   * telling first. `guesses` are values to try before the usual ones, as code.
   */
  readonly stubs: (
    text: string,
    language: LanguageId,
    range: LineRange,
    guesses: readonly string[],
  ) => Promise<readonly StubbedText[]>;
  /** The text with one statement of the selection taken out, for each of them. */
  readonly removals: (
    text: string,
    language: LanguageId,
    range: LineRange,
  ) => Promise<readonly ShortenedText[]>;
  /** Constants that a test file compares with, as code, the commonest first. */
  readonly expectedValues: (
    text: string,
    language: LanguageId,
    symbol: string | undefined,
  ) => Promise<readonly string[]>;
}

export interface StubbedText {
  /** What the body does, as code: `return 0`. */
  readonly name: string;
  readonly text: string;
}

export interface ShortenedText {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** The first line of the statement that is gone. */
  readonly statement: string;
}

/** `assets` is the absolute path of Winnow's built files, which hold the grammars. */
export function createSyntax(assets: string): Syntax {
  const parse = createParse(join(assets, 'grammars'));
  const sitesIn = (text: string, language: LanguageId) => parse(text, language, namedSites);
  const functionsIn = async (text: string, language: LanguageId) =>
    (await sitesIn(text, language)).filter(({ kind }) => kind === 'function');
  return {
    languageOf,
    parse,
    functionsIn,
    async enclosingFunction(text, language, line) {
      const around = (await functionsIn(text, language)).filter(({ range }) =>
        covers(range, { first: line, last: line }),
      );
      return around.at(-1);
    },
    async findSymbol(text, language, symbol) {
      return findSymbol(await sitesIn(text, language), symbol).map(({ range }) => range);
    },
    normalise: (text, language) => parse(text, language, normalForm),
    async syntaxErrors(before, after, language) {
      const faults = await parse(after, language, faultsIn);
      if (faults.length === 0) return undefined;
      const known = await parse(before, language, faultsIn);
      const fault = faults[known.length === 0 ? 0 : faults.length - 1];
      return fault && faults.length > known.length ? notBefore(fault, before, after) : undefined;
    },
    async sabotage(text, language, range) {
      const splices = await parse(text, language, (root) => sabotageSplices(root, language, range));
      return splices.length === 0 ? undefined : applySplices(text, splices);
    },
    async stubs(text, language, range, guesses) {
      const edits = await parse(text, language, (root) =>
        stubEdits(root, language, range, guesses),
      );
      return edits.map(({ name, splices }) => ({ name, text: applySplices(text, splices) }));
    },
    async removals(text, language, range) {
      const found = await parse(text, language, (root) => removals(root, range));
      return found.map(({ splice, ...shown }) => ({
        ...shown,
        text: applySplices(text, [splice]),
      }));
    },
    expectedValues: (text, language, symbol) =>
      parse(text, language, (root) => expectedValues(root, symbol)),
  };
}
