/** White space at the start of a line. */
export function indentOf(line: string): string {
  return /^[\t ]*/.exec(line)?.[0] ?? '';
}

export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** A text's way of indenting one level: a tab, or a number of spaces. */
export function indentUnitOf(lines: readonly string[]): string {
  const indents = lines.filter((line) => !isBlank(line)).map(indentOf);
  const tabs = indents.filter((indent) => indent.startsWith('\t')).length;
  const spaces = indents.filter((indent) => indent.startsWith(' ')).length;
  if (tabs > spaces) return '\t';
  const steps = new Map<number, number>();
  for (const [index, indent] of indents.entries()) {
    const step = indent.length - (indents[index - 1]?.length ?? 0);
    if (step > 1 && step <= 8) steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const usual = [...steps].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return ' '.repeat(usual?.[0] ?? 4);
}

/** Rewrites tabs as spaces or spaces as tabs, where the lines indent otherwise than the file does. */
export function matchIndentStyle(
  lines: readonly string[],
  fileLines: readonly string[],
): readonly string[] {
  const isTabbed = (line: string) => !isBlank(line) && line.startsWith('\t');
  const isSpaced = (line: string) => !isBlank(line) && line.startsWith('  ');
  const wanted = indentUnitOf(fileLines);
  if (wanted === '\t' ? !lines.some(isSpaced) || lines.some(isTabbed) : !lines.some(isTabbed))
    return lines;
  if (!fileLines.some(wanted === '\t' ? isTabbed : isSpaced)) return lines;
  const unit = wanted === '\t' ? indentUnitOf(lines) : '\t';
  return lines.map((line) => {
    const indent = indentOf(line);
    const levels = indent.split(unit).length - 1;
    return wanted.repeat(levels) + indent.replaceAll(unit, '') + line.slice(indent.length);
  });
}

/** Moves lines so that what was indented by `from` is indented by `to`. Blank lines are left alone. */
export function reindent(lines: readonly string[], from: string, to: string): readonly string[] {
  return lines.map((line) => {
    if (isBlank(line)) return line;
    if (line.startsWith(from)) return to + line.slice(from.length);
    const own = indentOf(line);
    const missing = from.length - Math.min(own.length, from.length);
    return (
      to.slice(0, Math.max(to.length - missing, 0)) + line.slice(Math.min(own.length, from.length))
    );
  });
}

/** The smallest indentation of the lines that are not blank. */
export function commonIndent(lines: readonly string[]): string {
  const indents = lines.filter((line) => !isBlank(line)).map(indentOf);
  return indents.reduce(
    (least, next) => (next.length < least.length ? next : least),
    indents[0] ?? '',
  );
}

/**
 * Gives a replacement the indentation of what it replaces. Two habits of models are undone: the
 * whole block written from another column, and only its first line written from column 0.
 */
export function fitIndentation(
  replacement: readonly string[],
  original: readonly string[],
): readonly string[] {
  const first = replacement.findIndex((line) => !isBlank(line));
  const firstLine = replacement[first];
  const originalFirst = original.find((line) => !isBlank(line));
  if (firstLine === undefined || originalFirst === undefined) return replacement;
  const has = indentOf(firstLine);
  const wants = indentOf(originalFirst);
  if (has === wants) return replacement;
  const rest = replacement.slice(first + 1);
  if (onlyFirstLineMoved(firstLine, rest, original))
    return [...replacement.slice(0, first), wants + firstLine.slice(has.length), ...rest];
  return reindent(replacement, has, wants);
}

/** Whether all lines but the first already stand where those of the original stand. */
function onlyFirstLineMoved(
  firstLine: string,
  rest: readonly string[],
  original: readonly string[],
): boolean {
  const originalFirst = original.findIndex((line) => !isBlank(line));
  const originalRest = original.slice(originalFirst + 1).filter((line) => !isBlank(line));
  const wants = indentOf(original[originalFirst] ?? '');
  const next = rest.find((line) => !isBlank(line));
  if (next === undefined || indentOf(firstLine).length > wants.length) return false;
  const opensBlock = /[:{([]\s*$/.test(firstLine);
  if (opensBlock && indentOf(next).length <= wants.length) return false;
  const reference = originalRest.length === 0 ? wants : commonIndent(originalRest);
  return commonIndent(rest).length >= reference.length;
}
