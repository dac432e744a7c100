import { memo } from 'preact/compat';
import type { CandidateView, SampleView } from '../../core/view';
import { counted, verdictDetail } from '../../core/view';
import { inEditorWords } from '../editor-words';
import { cardId } from '../reveal';
import type { Send } from './app';
import { Badge } from './badge';
import { Diff } from './diff';
import { Reasoning } from './reasoning';
import { VerdictDetails } from './verdict-details';

interface CardProps {
  readonly run: string;
  readonly sample: SampleView;
  readonly candidate: CandidateView | undefined;
  readonly live: boolean;
  readonly winner: string | undefined;
  readonly send: Send;
}

/** One reply: its verdict, what was thought, and the candidate that came of it. */
export const Card = memo(
  ({ run, sample, candidate, live, winner, send }: CardProps) => {
    const verdict = candidate?.verdict ?? sample.verdict;
    const isWinner = candidate !== undefined && candidate.id === winner;
    const name = candidate?.id ?? sample.id;
    const detail = verdict ? verdictDetail(verdict) : '';
    return (
      <article
        id={candidate ? cardId(candidate.id) : undefined}
        class={`card ${verdict?.kind ?? 'pending'}${isWinner ? ' winner' : ''}`}
        aria-label={`${candidate ? 'Candidate' : 'Sample'} ${name}`}
        data-sample={sample.id}
        data-candidate={candidate?.id}
        data-verdict={verdict?.kind}
        tabIndex={0}
      >
        <h3>
          <span class="name">{name}</span>
          <Badge sample={sample} candidate={candidate} live={live} />
          {isWinner && <span class="winner-mark">winner</span>}
          {candidate && candidate.samples.length > 1 && (
            <span class="votes">{counted(candidate.samples.length, 'vote')}</span>
          )}
          {detail !== '' && <span class="detail">{detail}</span>}
        </h3>
        <Reasoning title="Reasoning" text={sample.reasoning} streaming={live && !sample.end} />
        {!candidate && sample.answer !== '' && (
          <Reasoning title="Answer" text={sample.answer} streaming={live && !sample.end} />
        )}
        {sample.end?.kind === 'failed' && (
          <p class="failure">{inEditorWords(sample.end.failure.message)}</p>
        )}
        {verdict && <VerdictDetails verdict={verdict} />}
        {candidate && <Diff candidate={candidate} open={isWinner} />}
        {candidate && <Actions run={run} id={candidate.id} winner={winner} send={send} />}
      </article>
    );
  },
  // `send` is a new function each time and always does the same.
  (a, b) =>
    a.sample === b.sample &&
    a.candidate === b.candidate &&
    a.live === b.live &&
    a.winner === b.winner &&
    a.run === b.run,
);

interface ActionsProps {
  readonly run: string;
  readonly id: string;
  readonly winner: string | undefined;
  readonly send: Send;
}

function Actions({ run, id, winner, send }: ActionsProps) {
  const compare =
    winner === undefined || winner === id
      ? undefined
      : () => send({ type: 'compare-with-winner', run, candidate: id, winner });
  return (
    <p class="actions">
      <button
        type="button"
        class="secondary show-diff"
        aria-label={`Show the diff of ${id}`}
        onClick={() => send({ type: 'show-diff', run, candidate: id })}
      >
        Show Diff
      </button>
      {compare && (
        <button
          type="button"
          class="secondary compare"
          aria-label={`Compare ${id} with the winner`}
          onClick={compare}
        >
          Compare with Winner
        </button>
      )}
    </p>
  );
}
