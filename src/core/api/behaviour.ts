/** A value that a test hands to a function, told apart from its language. */
export type Value =
  | { readonly kind: 'null' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'bool'; readonly value: boolean }
  /** A whole number of any size, in decimal: Python's `int`, JavaScript's `bigint`. */
  | { readonly kind: 'int'; readonly value: string }
  /** A floating-point number as JavaScript writes it, `NaN`, `-Infinity` and `-0` included. */
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }
  /** Milliseconds since 1970; only in JavaScript. */
  | { readonly kind: 'date'; readonly value: number }
  | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Value[] }
  /** Python's `dict`, JavaScript's `Map`. */
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Value, Value])[] }
  /** A plain object of JavaScript. */
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Value])[] };

/** What a function is called with. */
export interface Call {
  readonly args: readonly Value[];
  /** Python's keyword arguments. */
  readonly named: readonly (readonly [string, Value])[];
}

/** What one call came to. */
export interface Outcome {
  /** `varies`: twice called alike, it did two things. `unreached`: never called. */
  readonly kind: 'returns' | 'throws' | 'endless' | 'varies' | 'unreached';
  /** The value in a canonical form, or the type of what was thrown; '' for the others. */
  readonly text: string;
  /** The text hides a part of the value, so that equal texts say nothing. */
  readonly opaque: boolean;
}

/** Passing candidates that did the same on every input. */
export interface Cluster {
  /** In order of trust. */
  readonly candidates: readonly string[];
  /** Samples that wrote one of them. */
  readonly votes: number;
}

/** How the passing candidates behave on inputs like those of the tests. */
export interface Behaviour {
  /** Inputs that could tell candidates apart. */
  readonly inputs: number;
  /** The most trusted first. Candidates for which no time was left are in none. */
  readonly clusters: readonly Cluster[];
  /** A call on which clusters differ. */
  readonly distinguishing?: Distinguishing;
  /** Why nothing was compared; then there are no clusters. */
  readonly skipped?: string;
}

export interface Distinguishing {
  /** As code: `total([1, 2])`. */
  readonly input: string;
  /** The most trusted first. `outcome` is a verb with its object: `gives 3`, `throws TypeError`. */
  readonly outcomes: readonly {
    readonly candidates: readonly string[];
    readonly outcome: string;
  }[];
}
