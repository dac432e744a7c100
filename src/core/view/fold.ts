import type { EventFields, RunEvent, RunEventOf } from '../api/events';
import type { CandidateView, RunStart, RunView, SampleView } from './run-view';
import { emptyView } from './run-view';

/** What a person sees after these events. Events of unknown types change nothing. */
export function foldEvents(events: Iterable<RunEvent>, from: RunView = emptyView): RunView {
  let view = from;
  for (const event of events) view = foldEvent(view, event);
  return view;
}

/** The view after one more event. Parts that the event does not concern keep their identity. */
export function foldEvent(view: RunView, event: RunEvent): RunView {
  switch (event.type) {
    case 'run-started':
      return { ...view, start: startOf(event) };
    case 'snapshot-taken': {
      const { root, files, base } = event;
      return { ...view, snapshot: { root, files, base } };
    }
    case 'plan-detected':
      return { ...view, plan: event.display };
    case 'baseline-finished':
      return { ...view, baseline: event };
    case 'audit-finished':
      return { ...view, audit: event };
    case 'winner-audited':
      return { ...view, winnerAudit: event };
    case 'warning':
      return { ...view, warnings: [...view.warnings, event.message] };
    case 'wave-started':
      return { ...view, waves: [...view.waves, event] };
    case 'selection-finished':
      return { ...view, selection: event };
    case 'budget-updated':
      return { ...view, spending: event.spending };
    case 'run-finished':
      return { ...view, end: event, spending: event.spending };
    case 'sample-started':
    case 'reasoning-delta':
    case 'answer-delta':
    case 'sample-finished':
      return foldSample(view, event);
    case 'candidate-created':
    case 'verification-started':
    case 'verdict':
    case 'winner-confirmed':
      return foldCandidate(view, event);
    case 'repair-started':
    default:
      return view;
  }
}

type SampleEvent =
  | RunEventOf<'sample-started'>
  | RunEventOf<'reasoning-delta'>
  | RunEventOf<'answer-delta'>
  | RunEventOf<'sample-finished'>;

function foldSample(view: RunView, event: SampleEvent): RunView {
  switch (event.type) {
    case 'sample-started': {
      const { sample: id, wave } = event;
      return { ...view, samples: [...view.samples, { id, wave, reasoning: '', answer: '' }] };
    }
    case 'reasoning-delta':
      return withSample(view, event.sample, (sample) => ({
        ...sample,
        reasoning: sample.reasoning + event.text,
      }));
    case 'answer-delta':
      return withSample(view, event.sample, (sample) => ({
        ...sample,
        answer: sample.answer + event.text,
      }));
    case 'sample-finished': {
      const { end, usage, durationMs } = event;
      const ended = withSample(view, event.sample, (sample) => ({
        ...sample,
        end,
        durationMs,
        ...(usage && { usage }),
      }));
      return end.kind === 'failed' ? { ...ended, failure: end.failure } : ended;
    }
  }
}

type CandidateEvent =
  | RunEventOf<'candidate-created'>
  | RunEventOf<'verification-started'>
  | RunEventOf<'verdict'>
  | RunEventOf<'winner-confirmed'>;

function foldCandidate(view: RunView, event: CandidateEvent): RunView {
  switch (event.type) {
    case 'candidate-created': {
      const created = withSample(view, event.sample, (sample) => ({
        ...sample,
        candidate: event.candidate,
      }));
      return { ...created, candidates: [...view.candidates, candidateOf(event)] };
    }
    case 'verification-started':
      return withCandidate(view, event.candidate, (candidate) => ({
        ...candidate,
        stage: event.stage,
      }));
    case 'verdict':
      return foldVerdict(view, event);
    case 'winner-confirmed':
      return withCandidate(view, event.candidate, (candidate) => ({
        ...candidate,
        verdict: event.verdict,
        confirmed: true,
      }));
  }
}

function foldVerdict(view: RunView, { candidate, sample, verdict }: EventFields['verdict']) {
  if (candidate !== undefined)
    return withCandidate(view, candidate, (known) => ({ ...known, verdict }));
  const judged = withSample(view, sample, (known) => ({ ...known, verdict }));
  if (verdict.kind !== 'duplicate') return judged;
  return withCandidate(judged, verdict.of, (known) => ({
    ...known,
    samples: [...known.samples, sample],
  }));
}

function withSample(
  view: RunView,
  id: string,
  change: (sample: SampleView) => SampleView,
): RunView {
  return { ...view, samples: changed(view.samples, id, change) };
}

function withCandidate(
  view: RunView,
  id: string,
  change: (candidate: CandidateView) => CandidateView,
): RunView {
  return { ...view, candidates: changed(view.candidates, id, change) };
}

function changed<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: (item: T) => T,
): readonly T[] {
  return list.map((item) => (item.id === id ? change(item) : item));
}

function startOf(event: RunEventOf<'run-started'>): RunStart {
  const { run, at, mode = 'solve', task, workspace, model, strategy, stop, budget } = event;
  return { run, at, mode, task, workspace, model, strategy, stop, budget };
}

function candidateOf(event: EventFields['candidate-created']): CandidateView {
  const { candidate: id, sample, diff, note } = event;
  return { id, samples: [sample], diff, confirmed: false, ...(note !== undefined && { note }) };
}
