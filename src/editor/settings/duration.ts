const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Reads `90s`, `10m`, `1h` into milliseconds; undefined if it is something else. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([smh])$/.exec(text.trim());
  const unit = UNITS[match?.[2] ?? ''];
  const amount = Number(match?.[1]);
  return unit === undefined || amount <= 0 ? undefined : Math.round(amount * unit);
}
