import { Parser, type EventLog, type FinalResults, type Result } from 'tap-parser';

/** What a TAP stream says, one entry a line or block; nested for subtests. */
export type TapEvent =
  | { readonly kind: 'point'; readonly point: Result }
  | { readonly kind: 'child'; readonly events: readonly TapEvent[] }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'bailout' }
  | { readonly kind: 'complete'; readonly results: FinalResults };

/** The events of a TAP text, those without meaning for its results left out. */
export function tapEvents(text: string): readonly TapEvent[] {
  return typed(Parser.parse(text));
}

/** The parser's own log holds untyped tuples; their shapes are those of its documentation. */
function typed(log: EventLog): readonly TapEvent[] {
  return log.flatMap(([name, value]: readonly [string, ...unknown[]]): readonly TapEvent[] => {
    switch (name) {
      case 'assert':
        return [{ kind: 'point', point: value as Result }];
      case 'child':
        return [{ kind: 'child', events: typed(value as EventLog) }];
      case 'comment':
        return [{ kind: 'comment', text: String(value) }];
      case 'bailout':
        return [{ kind: 'bailout' }];
      case 'complete':
        return [{ kind: 'complete', results: value as FinalResults }];
      default:
        return [];
    }
  });
}
