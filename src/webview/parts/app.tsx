import type { FromPage } from '../messages';
import type { Shown } from '../state';
import { RunPage } from './run-page';

/** Tells the editor what the user wants. */
export type Send = (message: FromPage) => void;

export function App({ shown, send }: { readonly shown: Shown; readonly send: Send }) {
  switch (shown.kind) {
    case 'loading':
      return null;
    case 'empty':
      return (
        <main class="winnow empty">
          <p>
            Select the code that is wrong and run <em>Winnow: Solve Selection</em>, or click{' '}
            <em>Winnow: Solve</em> above a function.
          </p>
          <p>What every candidate was thinking is shown here, beside what your tests say of it.</p>
        </main>
      );
    case 'restricted':
      return (
        <main class="winnow restricted">
          <p>
            Winnow runs your tests, and with them code of this workspace, which you have not trusted
            yet. Nothing is run here.
          </p>
          <button type="button" onClick={() => send({ type: 'manage-trust' })}>
            Manage Workspace Trust
          </button>
        </main>
      );
    case 'run':
      return <RunPage state={shown} send={send} />;
  }
}
