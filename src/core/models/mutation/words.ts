/** The words of a name: `startIndex` and `start_index` have two. */
export function wordsOf(name: string): readonly string[] {
  return name
    .split(/_|(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=\d)/)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 1);
}

export function sharesWord(a: string, b: string): boolean {
  const others = wordsOf(b);
  return wordsOf(a).some((word) => others.includes(word));
}

const NUMERIC =
  /^(i|j|k|n|m|x|y|index|idx|count|size|len|length|num|number|pos|position|start|end|stop|offset|low|high|left|right|mid|middle|page|month|year|day|hour|minute|min|max|total|level|depth|width|height|row|col|column|line|step|limit|first|last|age|amount|bound|from|to|lo|hi|next|prev)$/;

/** Whether a name sounds like that of a number. */
export function soundsNumeric(name: string): boolean {
  const last = name.split(/[._]|(?<=[a-z])(?=[A-Z])/).at(-1) ?? '';
  return NUMERIC.test(last.toLowerCase());
}
