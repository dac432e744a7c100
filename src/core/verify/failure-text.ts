/**
 * Whether two failure messages of a test say the same. Durations, addresses, positions and
 * temporary paths are left out. Where an untouched second run (`again`) already reads differently,
 * the message holds something that changes by itself, and numbers are left out as well.
 */
export function sameFailure(first: string, other: string, again?: string): boolean {
  const settled = again === undefined || essence(first) === essence(again);
  const read = settled ? essence : (text: string) => essence(text).replace(/\d+/g, '#');
  return read(first) === read(other);
}

function essence(message: string): string {
  return message
    .replace(/\u001b\[[\d;]*m/g, '')
    .replace(/0x[0-9a-f]+/gi, '0x')
    .replace(/\b\d+(\.\d+)?\s?(ms|s|seconds?|minutes?)\b/g, '<time>')
    .replace(/(?:[A-Za-z]:)?[\\/][^\s:'"()]*winnow-[^\s:'"()]*/g, '<path>')
    .replace(/:\d+(:\d+)?/g, '')
    .replace(/\bline \d+/g, 'line');
}
