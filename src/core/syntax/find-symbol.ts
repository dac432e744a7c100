import type { NamedSite } from './functions';

/**
 * The sites that a name means: those it names in full (`Cart.total`, `Cart#total`, or a function
 * that stands by itself), else those it names in part.
 */
export function findSymbol(sites: readonly NamedSite[], symbol: string): readonly NamedSite[] {
  const given = symbol.trim().replace(/\(\)$/, '');
  for (const wanted of [given, given.replace(/(?<=\w)#/, '.')]) {
    const exact = sites.filter(({ qualifiedName }) => qualifiedName === wanted);
    if (exact.length > 0) return exact;
    const partly = sites.filter(({ qualifiedName }) => qualifiedName.endsWith(`.${wanted}`));
    if (partly.length > 0) return partly;
  }
  return [];
}
