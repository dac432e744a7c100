import type { Failure, Verdict } from '../../core/api/verdict';

/** As many tests as a card names. */
const SHOWN = 20;

/** What a verdict rests on: which tests, and their words. */
export function VerdictDetails({ verdict }: { readonly verdict: Verdict }) {
  switch (verdict.kind) {
    case 'failed':
      return <Failures title="Still failing" failures={verdict.failures} />;
    case 'regressed':
      return <Failures title="Broken" failures={verdict.broken} />;
    case 'incomplete':
      return (
        <>
          <Tests title="Not reported" ids={verdict.missing} />
          <Output text={verdict.detail} />
        </>
      );
    case 'flaky':
      return <Tests title="Flaky" ids={verdict.tests} />;
    case 'crashed':
      return <Output text={verdict.detail} />;
    case 'rejected':
      return <Tests title="Files" ids={verdict.paths} />;
    case 'passed':
    case 'malformed':
    case 'syntax-error':
    case 'timed-out':
    case 'out-of-memory':
    case 'duplicate':
    case 'cancelled':
      return null;
  }
}

function Failures({ title, failures }: { title: string; failures: readonly Failure[] }) {
  if (failures.length === 0) return null;
  return (
    <details class="failures">
      <summary>
        {title}: {failures[0]?.id}
        {failures.length > 1 && ` and ${failures.length - 1} more`}
      </summary>
      <ul>
        {failures.slice(0, SHOWN).map(({ id, message }) => (
          <li key={id}>
            <span class="test-id">{id}</span>
            {message !== '' && <pre class="message">{message}</pre>}
          </li>
        ))}
      </ul>
      <More hidden={failures.length - SHOWN} />
    </details>
  );
}

function Tests({ title, ids }: { title: string; ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <details class="tests">
      <summary>
        {title}: {ids.length}
      </summary>
      <ul>
        {ids.slice(0, SHOWN).map((id) => (
          <li key={id} class="test-id">
            {id}
          </li>
        ))}
      </ul>
      <More hidden={ids.length - SHOWN} />
    </details>
  );
}

function Output({ text }: { text: string }) {
  if (text.trim() === '') return null;
  return (
    <details class="output">
      <summary>Output</summary>
      <pre class="message">{text}</pre>
    </details>
  );
}

function More({ hidden }: { hidden: number }) {
  return hidden > 0 ? <p class="more">… and {hidden} more</p> : null;
}
