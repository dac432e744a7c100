/** Environment variables as the shells hand them on. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The first of these variables that has a value. */
export function firstOf(env: Environment, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}
