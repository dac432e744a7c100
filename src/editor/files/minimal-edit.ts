/** A place in a text, line and character counted from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Puts `text` in the place of what stands between two places. */
export interface Replacement {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

/** The smallest single replacement that makes one text of another; both have plain line ends. */
export function minimalEdit(before: string, after: string): Replacement {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (isHighSurrogate(before, head - 1)) head--;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (isLowSurrogate(before, before.length - tail)) tail--;
  return {
    start: placeAt(before, head),
    end: placeAt(before, before.length - tail),
    text: after.slice(head, after.length - tail),
  };
}

function placeAt(text: string, offset: number): Place {
  const above = text.slice(0, offset).split('\n');
  return { line: above.length - 1, character: above.at(-1)?.length ?? 0 };
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}
