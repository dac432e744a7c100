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
        {task.symbol !== undefined && <span class="symbol"> {task.symbol}</span>}
      </h1>
      {task.instruction !== undefined && (
        <blockquote class="instruction">{task.instruction}</blockquote>
      )}
      <p class="facts" aria-label="Progress">
        {start.mode === 'audit' ? (
          <span>your tests for this code</span>
        ) : (
          <button
            type="button"
            class="link model"
            title="Choose another model"
            onClick={() => send({ type: 'choose-model' })}
          >
            {model.provider === model.name ? `${model.name} model` : model.name}
          </button>
        )}
        <Facts view={view} live={live} />
      </p>
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

/** In numbers; while a run goes on, its progress line has most of them. */
function Facts({ view, live }: Omit<HeaderProps, 'send'>) {
  const { samplesStarted, passed, judged } = tally(view);
  const elapsed = useElapsed(view, live);
  const spent = view.spending;
  const tokens =
    spent && spent.outputTokens > 0
      ? `${spent.estimated ? '≈ ' : ''}${spent.outputTokens.toLocaleString()} tokens`
      : undefined;
  const samples =
    live || view.start?.mode === 'audit' ? undefined : counted(samplesStarted, 'sample');
  const verdicts = live || judged === 0 ? undefined : `${passed} of ${judged} passed`;
  const facts = [samples, verdicts, tokens, seconds(elapsed)];
  return (
    <>
      {facts
        .filter((fact) => fact !== undefined)
        .map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
    </>
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
