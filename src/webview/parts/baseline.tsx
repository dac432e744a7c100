import type { RunView } from '../../core/view';
import { counted } from '../../core/view';
import { inEditorWords } from '../editor-words';
import { seconds } from '../words';

/** What the tests say of the untouched code, and what the user should know besides. */
export function Baseline({ view }: { readonly view: RunView }) {
  const { plan, baseline, audit, warnings } = view;
  if (plan === undefined && warnings.length === 0) return null;
  return (
    <section class="baseline" aria-label="Baseline">
      {plan !== undefined && (
        <p class="plan" title={plan}>
          <span class="codicon codicon-beaker" aria-hidden="true" /> {plan}
        </p>
      )}
      {baseline && (
        <details class="targets">
          <summary>
            Before: {counted(baseline.targets.length, 'test')} failing, {baseline.guards} passing
            {baseline.flaky.length > 0 && `, ${baseline.flaky.length} flaky`}
          </summary>
          <p class="audit">
            {audit?.sound === true && `${audit.reasons.map(inEditorWords).join('; ')}; `}
            {seconds(baseline.durationMs)}
          </p>
          <ul>
            {baseline.targets.map(({ id, message }) => (
              <li key={id}>
                <span class="test-id">{id}</span>
                {message !== '' && <pre class="message">{message}</pre>}
              </li>
            ))}
            {baseline.flaky.map((id) => (
              <li key={id}>
                <span class="test-id">{id}</span> is flaky and left out
              </li>
            ))}
            {baseline.unrelated.map((id) => (
              <li key={id}>
                <span class="test-id">{id}</span> fails whatever the selection does, and is left out
              </li>
            ))}
          </ul>
        </details>
      )}
      {warnings.map((message) => (
        <p class="warning" key={message}>
          <span class="codicon codicon-info" aria-hidden="true" /> {inEditorWords(message)}
        </p>
      ))}
    </section>
  );
}
