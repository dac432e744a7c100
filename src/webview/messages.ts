import type { RunEvent } from '../core/api/events';
import type { RunView } from '../core/view';

/** What the user made of a winner. */
export type Decision = 'accepted' | 'rejected';

/** What the page shows. */
export type PageState =
  /** No run is chosen. */
  | { readonly kind: 'empty' }
  /** The workspace is not trusted. */
  | { readonly kind: 'restricted' }
  | {
      readonly kind: 'run';
      readonly view: RunView;
      /** True while the run goes on. */
      readonly live: boolean;
      readonly decision?: Decision;
    };

/** From the editor to the page. */
export type ToPage =
  /** Replaces everything that is shown. */
  | { readonly type: 'show'; readonly state: PageState }
  /** What has happened since in the run that is shown. */
  | { readonly type: 'events'; readonly run: string; readonly events: readonly RunEvent[] }
  /** Brings a candidate's card into view. */
  | { readonly type: 'reveal'; readonly candidate: string };

/** From the page to the editor. */
export type FromPage =
  /** The page has loaded and wants to be told what to show. */
  | { readonly type: 'ready' }
  | { readonly type: 'show-diff'; readonly run: string; readonly candidate: string }
  | {
      readonly type: 'compare-with-winner';
      readonly run: string;
      readonly candidate: string;
      readonly winner: string;
    }
  | { readonly type: 'show-survivor'; readonly run: string; readonly survivor: number }
  | { readonly type: 'show-place'; readonly run: string; readonly survivor: number }
  | { readonly type: 'accept'; readonly run: string }
  | { readonly type: 'reject'; readonly run: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'choose-model' }
  | { readonly type: 'manage-trust' };
