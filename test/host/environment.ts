const KEPT = /^WINNOW_(BROWSER|DESKTOP|TEST_.*)$/;

/** The environment without the developer's own keys and Winnow settings, so that tests see none. */
export function testEnvironment(
  added: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    const own = /^(WINNOW|OPENAI|ANTHROPIC)_/.test(name) && !KEPT.test(name);
    if (!own && value !== undefined) env[name] = value;
  }
  return { ...env, ...added };
}
