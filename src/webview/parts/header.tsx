import { useEffect, useState } from 'preact/hooks';
import type { RunView } from '../../core/view';
import { counted, progressText, tally } from '../../core/view';
import { seconds } from '../words';
import type { Send } from './app';

interface HeaderProps {
  readonly view: RunView;
  readonly live: boolean;
  readonly send: Send;
}

/** What is asked, of whom, and how far it is. */
export function Header({ view, live, send }: HeaderProps) {
  const { start } = view;
  if (!start) return null;
  const { task, model } = start;
  const { first, last } = task.range;
  return (
    <header class="run-header">
      <h1>
        <span class="file">{task.file}</span>
        <span class="lines">{first === last ? `:${first}` : `:${first}-${last}`}</span>
      </h1>
      <p class="task">
        {task.symbol !== undefined && <code class="symbol">{task.symbol}</code>}
        <button type="button" class="link model" onClick={() => send({ type: 'choose-model' })}>
          {model.provider === model.name
            ? `${model.name} model`
            : `${model.name} (${model.provider})`}
        </button>
      </p>
      {task.instruction !== undefined && (
        <blockquote class="instruction">{task.instruction}</blockquote>
      )}
      <Progress view={view} live={live} />
      {live && (
        <p class="progress-line" role="status">
          <span class="codicon codicon-loading codicon-modifier-spin" aria-hidden="true" />
          <span class="progress-text">{progressText(view)}</span>
          <button type="button" class="secondary cancel" onClick={() => send({ type: 'cancel' })}>
            Cancel
          </button>
        </p>
      )}
    </header>
  );
}

function Progress({ view, live }: Omit<HeaderProps, 'send'>) {
  const { samplesStarted, samplesFinished, passed, judged } = tally(view);
  const elapsed = useElapsed(view, live);
  const spent = view.spending;
  const limit = view.start?.budget.samples;
  const samples =
    live && limit !== undefined
      ? `${samplesFinished} of ${counted(limit, 'sample')}`
      : counted(samplesStarted, 'sample');
  const tokens =
    spent && spent.outputTokens > 0
      ? `${spent.estimated ? '≈ ' : ''}${counted(spent.outputTokens, 'token')}`
      : undefined;
  const facts = [samples, tokens, `${passed} of ${judged} passed`, seconds(elapsed)];
  return (
    <ul class="facts" aria-label="Progress">
      {facts
        .filter((fact) => fact !== undefined)
        .map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
    </ul>
  );
}

/** Milliseconds since the run began; ticks while it goes on. */
function useElapsed({ start, spending, end }: RunView, live: boolean): number {
  const [now, setNow] = useState(Date.now());
  const ticking = live && !end;
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  if (ticking && start) return Math.max(0, now - Date.parse(start.at));
  return spending?.elapsedMs ?? 0;
}
