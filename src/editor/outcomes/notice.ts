import type { RunView } from '../../core/view';
import { counted, taskTitle } from '../../core/view';
import { inEditorWords } from '../../webview/editor-words';

/** What a message about a run can offer. */
export type Offer =
  | 'Show Reasoning'
  | 'Show Candidates'
  | 'Set Test Command'
  | 'Run Anyway'
  | 'Run Again'
  | 'Set API Key'
  | 'Choose Model'
  | 'Test Connection'
  | 'Show Log';

/** A message about how a run ended. */
export interface Notice {
  readonly severity: 'information' | 'warning' | 'error';
  readonly message: string;
  readonly offers: readonly Offer[];
}

/** What the user is told of a run that has ended; undefined if there is nothing to tell. */
export function noticeOf(view: RunView): Notice | undefined {
  const { start, end } = view;
  if (!start || !end) return undefined;
  const task = taskTitle(start.task);
  const reason = inEditorWords(end.reason);
  switch (end.outcome) {
    case 'winner':
      // No offers: its diff is open, with what can be done in the title bar, and a message with
      // buttons would stay after the user has used those.
      return { severity: 'information', message: praise(view), offers: [] };
    case 'no-winner':
      return {
        severity: 'warning',
        message: `Winnow found no winner for ${task}. ${reason}`,
        offers:
          view.candidates.length > 0
            ? ['Show Candidates', 'Choose Model']
            : ['Show Reasoning', 'Run Again'],
      };
    case 'unusable-tests':
      return {
        severity: 'warning',
        message: `Your tests cannot judge ${task}. ${reason}`,
        offers: offersForTests(view),
      };
    case 'model-error':
      return {
        severity: 'error',
        message: `Winnow got no candidates. ${reason}`,
        offers: offersForModel(view),
      };
    case 'audited':
      return { severity: 'information', message: `Winnow on ${task}: ${reason}`, offers: [] };
    case 'cancelled':
      return undefined;
  }
}

function praise({ start, candidates, end }: RunView): string {
  const winner = candidates.find(({ id }) => id === end?.winner);
  const tests = winner?.verdict?.kind === 'passed' ? winner.verdict.tests : 0;
  const evidence = end?.evidence ? ` Evidence: ${end.evidence.grade}.` : '';
  const task = start ? ` for ${taskTitle(start.task)}` : '';
  return `Winnow: ${end?.winner ?? 'a candidate'}${task} passed ${counted(tests, 'test')}, twice.${evidence}`;
}

/** Going on is possible once the tests ran; before that, only another command helps. */
function offersForTests({ plan, baseline }: RunView): readonly Offer[] {
  if (plan === undefined) return ['Set Test Command'];
  if (!baseline) return ['Set Test Command', 'Show Log'];
  return ['Run Anyway', 'Set Test Command'];
}

function offersForModel({ failure }: RunView): readonly Offer[] {
  switch (failure?.kind) {
    case 'unauthorized':
      return ['Set API Key', 'Choose Model'];
    case 'model-not-found':
      return ['Choose Model', 'Test Connection'];
    case 'unreachable':
    case 'timed-out':
      return ['Choose Model', 'Test Connection'];
    case 'rate-limited':
    case 'refused':
    case 'server-error':
    case 'broken-stream':
    case undefined:
      return ['Run Again', 'Choose Model', 'Show Log'];
  }
}
