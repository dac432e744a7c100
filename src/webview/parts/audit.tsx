import type { Survivor } from '../../core/api/audit';
import type { RunView } from '../../core/view';
import { counted } from '../../core/view';
import { inEditorWords } from '../editor-words';
import type { Send } from './app';
import { DiffLines } from './diff';

interface AuditProps {
  readonly view: RunView;
  readonly send: Send;
}

/** What the tests are worth for this code, and the changes that they would not notice. */
export function Audit({ view, send }: AuditProps) {
  const { start, audit, winnerAudit } = view;
  const run = start?.run ?? '';
  const survivors = (winnerAudit?.mutants ?? audit?.mutants)?.survivors ?? [];
  const isAudit = start?.mode === 'audit';
  if (!audit || (!isAudit && survivors.length === 0)) return null;
  return (
    <section class="audit-report" aria-label="What your tests are worth">
      {isAudit && (
        <>
          <h2>
            Tests: <span class={`grade ${audit.grade}`}>{audit.sound ? audit.grade : 'unfit'}</span>
          </h2>
          <ul>
            {audit.reasons.map((reason) => (
              <li key={reason}>{inEditorWords(reason)}</li>
            ))}
          </ul>
        </>
      )}
      {survivors.length > 0 && (
        <details class="survivors" open={isAudit}>
          <summary>
            Your tests would not notice {counted(survivors.length, 'change')}
            {isAudit ? '' : ' of the winner'}
          </summary>
          <p>Either a change alters nothing that matters, or a test is missing.</p>
          {survivors.map((survivor, index) => (
            <SurvivorCard
              key={index}
              survivor={survivor}
              onDiff={() => send({ type: 'show-survivor', run, survivor: index })}
              onPlace={
                isAudit ? () => send({ type: 'show-place', run, survivor: index }) : undefined
              }
            />
          ))}
        </details>
      )}
    </section>
  );
}

interface SurvivorProps {
  readonly survivor: Survivor;
  readonly onDiff: () => void;
  readonly onPlace: (() => void) | undefined;
}

function SurvivorCard({ survivor, onDiff, onPlace }: SurvivorProps) {
  return (
    <article class="survivor">
      <p>
        Line {survivor.line}: <Words text={survivor.description} />
      </p>
      <DiffLines diff={survivor.diff} />
      <p class="actions">
        <button type="button" class="secondary" onClick={onDiff}>
          Show Diff
        </button>
        {onPlace && (
          <button type="button" class="secondary" onClick={onPlace}>
            Go to Line
          </button>
        )}
      </p>
    </article>
  );
}

/** A sentence with what stands between backticks set as code. */
function Words({ text }: { readonly text: string }) {
  const parts = text.split('`');
  return (
    <>{parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
  );
}
