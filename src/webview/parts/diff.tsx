import type { CandidateView } from '../../core/view';

/** As many lines as a card shows; the rest is for the editor's own diff. */
const SHOWN = 80;

interface DiffProps {
  readonly candidate: CandidateView;
  readonly open: boolean;
}

/** A candidate's patch, without the lines that only name files. */
export function Diff({ candidate, open }: DiffProps) {
  return (
    <details class="diff" open={open}>
      <summary>Patch{candidate.note !== undefined && ` (${candidate.note})`}</summary>
      <DiffLines diff={candidate.diff} />
    </details>
  );
}

/** The lines of a diff, each in the colour of what became of it. */
export function DiffLines({ diff }: { readonly diff: string }) {
  const lines = bodyOf(diff);
  return (
    <div class="diff-lines">
      <pre tabIndex={0}>
        {lines.slice(0, SHOWN).map((line, index) => (
          <span key={index} class={`line ${kindOf(line)}`}>
            {line + '\n'}
          </span>
        ))}
      </pre>
      {lines.length > SHOWN && <p class="more">… and {lines.length - SHOWN} more lines</p>}
    </div>
  );
}

function bodyOf(diff: string): readonly string[] {
  const lines = diff.replace(/\n$/, '').split('\n');
  const first = lines.findIndex((line) => line.startsWith('@@'));
  return lines.slice(Math.max(0, first));
}

function kindOf(line: string): 'added' | 'removed' | 'hunk' | 'context' {
  if (line.startsWith('@@')) return 'hunk';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'context';
}
