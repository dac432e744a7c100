/** In what an actual value differs from the expected one. */
export type Difference = 'by one' | 'sign' | 'case' | 'space' | 'escapes' | 'order' | 'fraction';

/** How test runners name the two values. */
const PAIRS: readonly RegExp[] = [
  /Expected:? *(?<a>[^\n]+)\n+\s*Received:? *(?<b>[^\n]+)/g,
  /expected (?<a>[^\n]{1,200}?) to (?:deeply |strictly |loosely )*(?:equal|be|eql) (?<b>[^\n]{1,200})/gi,
  /assert (?<a>[^\n=]{1,200}) == (?<b>[^\n]{1,200})/g,
  /^\s*\+ +(?<a>[^\n]+)\n\s*- +(?<b>[^\n]+)/gm,
  /^\s*- +(?<a>[^\n]+)\n\s*\+ +(?<b>[^\n]+)/gm,
  /^\s*(?<a>[^\n!=]{1,100}) !==? (?<b>[^\n]{1,100})$/gm,
];

/** The differences between the values that a failure message shows. */
export function differencesIn(message: string): readonly Difference[] {
  return PAIRS.flatMap((pair) => [...message.matchAll(pair)]).flatMap(({ groups }) => {
    const a = cleaned(groups?.a ?? '');
    const b = cleaned(groups?.b ?? '');
    return a === '' || b === '' || a === b ? [] : differences(a, b);
  });
}

function cleaned(value: string): string {
  return value.trim().replace(/,$/, '');
}

function differences(a: string, b: string): readonly Difference[] {
  const numbers = [a, b].map(Number);
  const [x = NaN, y = NaN] = numbers;
  if (!Number.isNaN(x) && !Number.isNaN(y)) {
    if (x === -y) return ['sign'];
    if (Math.abs(x - y) === 1) return ['by one'];
    return Number.isInteger(x) === Number.isInteger(y) ? [] : ['fraction'];
  }
  if (a.toLowerCase() === b.toLowerCase()) return ['case'];
  if (a.replace(/\s/g, '') === b.replace(/\s/g, '')) return ['space'];
  if (/%[0-9A-F]{2}/i.test(a + b)) return ['escapes'];
  return sortedWords(a) === sortedWords(b) ? ['order'] : [];
}

function sortedWords(text: string): string {
  return (text.match(/\w+|[^\w\s]/g) ?? []).sort().join(' ');
}
