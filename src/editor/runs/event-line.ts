import type { RunEvent } from '../../core/api/events';
import { taskTitle, verdictDetail } from '../../core/view';

/** An event as a line of the log; undefined for those that only carry text of a reply. */
export function eventLine(event: RunEvent): string | undefined {
  const words = wordsOf(event);
  return words === undefined ? undefined : `${event.run} ${event.type}: ${words}`;
}

function wordsOf(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'run-started':
      return `${taskTitle(event.task)}, ${event.model.name} (${event.model.provider}), ${event.strategy}`;
    case 'snapshot-taken':
      return `${event.files} files of ${event.root} in ${event.durationMs} ms`;
    case 'plan-detected':
      return `${event.display} (${event.plan.reason})`;
    case 'baseline-finished':
      return `${event.targets.length} fail, ${event.guards} pass, ${event.flaky.length} flaky, ${event.unrelated.length} unrelated, in ${event.durationMs} ms`;
    case 'audit-finished':
      return event.reasons.join('; ');
    case 'wave-started':
      return `${event.size} samples: ${event.reason}`;
    case 'sample-finished':
      return `${event.sample} ${event.end.kind === 'failed' ? event.end.failure.message : event.end.kind} after ${event.durationMs} ms`;
    case 'candidate-created':
      return `${event.candidate} of ${event.sample}${event.note === undefined ? '' : ` (${event.note})`}`;
    case 'verification-started':
      return `${event.candidate} ${event.stage}`;
    case 'verdict':
      return `${event.candidate ?? event.sample} ${event.verdict.kind} ${verdictDetail(event.verdict)}`;
    case 'repair-started':
      return event.parents.join(', ');
    case 'selection-finished':
      return `${event.ranking.join(', ')}: ${event.reason}`;
    case 'winner-confirmed':
      return event.candidate;
    case 'winner-audited':
      return `${event.candidate}: ${event.mutants.survivors.length} of ${event.mutants.tried} changes of its lines go unnoticed`;
    case 'warning':
      return event.message;
    case 'run-finished':
      return `${event.outcome}: ${event.reason}`;
    case 'sample-started':
    case 'reasoning-delta':
    case 'answer-delta':
    case 'budget-updated':
    default:
      return undefined;
  }
}
