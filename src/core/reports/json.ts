/** The value of a JSON text, or undefined if it is missing, cut off or no JSON. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Closing braces after the object that are tried before giving up. */
const MOST_TRIES = 50;

/**
 * The JSON object that a runner printed between other output. `firstKey` is the key it begins with,
 * so that braces in the surrounding text are not mistaken for it.
 */
export function findJson(text: string, firstKey: string): string | undefined {
  const start = new RegExp(`\\{\\s*"${firstKey}"`).exec(text)?.index;
  if (start === undefined) return undefined;
  let end = text.lastIndexOf('}');
  for (
    let tries = 0;
    tries < MOST_TRIES && end > start;
    tries++, end = text.lastIndexOf('}', end - 1)
  ) {
    const candidate = text.slice(start, end + 1);
    if (parseJson(candidate) !== undefined) return candidate;
  }
  return undefined;
}
