import type { Evidence } from '../../core/api/evidence';
import type { RunView } from '../../core/view';
import { inEditorWords } from '../editor-words';
import type { Decision } from '../messages';
import type { Send } from './app';

interface BannerProps {
  readonly view: RunView;
  readonly live: boolean;
  readonly decision: Decision | undefined;
  readonly send: Send;
}

const ICONS = {
  winner: 'pass',
  'no-winner': 'error',
  'unusable-tests': 'warning',
  'model-error': 'warning',
  cancelled: 'circle-slash',
  audited: 'pass',
};

/** How the run ended, how far the winner is to be believed, and what can be done with it. */
export function Banner({ view, live, decision, send }: BannerProps) {
  const { end, start } = view;
  if (!end)
    return live ? null : (
      <section class="banner interrupted" aria-label="Outcome">
        <p>This run was interrupted before its end.</p>
      </section>
    );
  const { outcome, reason, evidence, winner } = end;
  const run = start?.run ?? '';
  return (
    <section class={`banner ${outcome}`} aria-label="Outcome" role="status">
      <h2>
        <span class={`codicon codicon-${ICONS[outcome]}`} aria-hidden="true" />
        <span class="outcome">{outcome}</span>
        {winner !== undefined && <span class="winner-id"> {winner}</span>}
        {decision && <span class="decision">{decision}</span>}
      </h2>
      <p class="reason">{inEditorWords(reason)}</p>
      {evidence && <EvidenceDetails evidence={evidence} />}
      {winner !== undefined && (
        <Actions run={run} winner={winner} decided={decision !== undefined} send={send} />
      )}
    </section>
  );
}

function EvidenceDetails({ evidence }: { readonly evidence: Evidence }) {
  return (
    <details class="evidence">
      <summary>
        Evidence: <span class={`grade ${evidence.grade}`}>{evidence.grade}</span>
      </summary>
      <ul>
        {evidence.reasons.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        <li class="pass-rate">
          {evidence.passed} of {evidence.verified} passed your tests (95 % interval{' '}
          {evidence.passRate.map((rate) => Math.round(rate * 100)).join(' to ')} %)
        </li>
      </ul>
    </details>
  );
}

interface ActionsProps {
  readonly run: string;
  readonly winner: string;
  readonly decided: boolean;
  readonly send: Send;
}

function Actions({ run, winner, decided, send }: ActionsProps) {
  return (
    <p class="actions">
      {!decided && (
        <>
          <button type="button" class="accept" onClick={() => send({ type: 'accept', run })}>
            Accept
          </button>
          <button
            type="button"
            class="secondary reject"
            onClick={() => send({ type: 'reject', run })}
          >
            Reject
          </button>
        </>
      )}
      <button
        type="button"
        class="secondary"
        onClick={() => send({ type: 'show-diff', run, candidate: winner })}
      >
        Show Diff
      </button>
    </p>
  );
}
