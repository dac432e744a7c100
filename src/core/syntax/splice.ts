/** Replaces a part of a text, by UTF-16 indices; an insertion where start and end are equal. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices that do not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((a, b) => b.start - a.start)
    .reduce((result, splice) => replacePart(result, splice), text);
}

function replacePart(whole: string, { start, end, text }: Splice): string {
  return whole.slice(0, start) + text + whole.slice(end);
}
