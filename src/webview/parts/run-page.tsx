import { cards } from '../cards';
import type { PageState } from '../messages';
import type { Send } from './app';
import { Audit } from './audit';
import { Banner } from './banner';
import { Baseline } from './baseline';
import { Card } from './card';
import { Header } from './header';

type RunState = Extract<PageState, { kind: 'run' }>;

/** One run: what is asked, what the tests say of it untouched, how it ended, and every reply. */
export function RunPage({ state, send }: { readonly state: RunState; readonly send: Send }) {
  const { view, live, decision } = state;
  const run = view.start?.run ?? '';
  const winner = view.end?.winner;
  return (
    <main
      class="winnow run"
      data-run={run}
      data-outcome={view.end?.outcome ?? (live ? 'running' : 'interrupted')}
    >
      <Header view={view} live={live} send={send} />
      <Baseline view={view} />
      <Banner view={view} live={live} decision={decision} send={send} />
      <Audit view={view} send={send} />
      <section class="cards" aria-label="Candidates" role="feed" aria-busy={live}>
        {cards(view).map(({ sample, candidate }) => (
          <Card
            key={sample.id}
            run={run}
            sample={sample}
            candidate={candidate}
            live={live}
            winner={winner}
            send={send}
          />
        ))}
      </section>
    </main>
  );
}
