/** Room for a busy machine, yet short enough that a patch which loops for ever costs little. */
export function deriveTimeLimit(baselineMs: number): number {
  return Math.max(5_000, Math.round(3 * baselineMs + 2_000));
}
