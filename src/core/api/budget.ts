/** Hard limits of a run; undefined means no limit. Whichever is reached first ends the sampling. */
export interface Budget {
  readonly samples: number;
  /** Output tokens over all samples, reasoning included. */
  readonly outputTokens?: number;
  /** Wall clock of the whole run, in milliseconds. */
  readonly deadlineMs?: number;
}

/** What has been used so far. */
export interface Spending {
  readonly samples: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** True if some of the token counts are estimates. */
  readonly estimated: boolean;
  readonly elapsedMs: number;
  /** Wall clock of all test commands together, in milliseconds. */
  readonly testMs: number;
}
