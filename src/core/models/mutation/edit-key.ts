/** Text that replaces another at a place. */
interface Change {
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/** A key that is equal for two changes of a text exactly if they lead to the same text. */
export function keyOf(text: string, { start, before, after }: Change): string {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const removed = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  let at = start + head;
  if (removed !== '' && added !== '') return `${at} ${removed.length} ${added}`;
  // What is put in or taken out beside its like may stand at several places: the last one counts.
  let moved = removed + added;
  const behind = () => text[at + removed.length];
  while (moved !== '' && moved[0] === behind()) {
    moved = moved.slice(1) + (moved[0] ?? '');
    at += 1;
  }
  return `${at} ${removed.length} ${added === '' ? '' : moved}`;
}
