import { foldEvents } from '../core/view';
import type { PageState, ToPage } from './messages';

/** What the page shows, before it was told anything too. */
export type Shown = { readonly kind: 'loading' } | PageState;

/** What is shown after a message. */
export function receive(shown: Shown, message: Exclude<ToPage, { type: 'reveal' }>): Shown {
  if (message.type === 'show') return message.state;
  if (shown.kind !== 'run' || shown.view.start?.run !== message.run) return shown;
  return { ...shown, view: foldEvents(message.events, shown.view) };
}
