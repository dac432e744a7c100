import type { RunView } from './run-view';
import { tally } from './tally';
import { counted } from './verdict-text';

/** What a run is doing now, in one line. */
export function progressText(view: RunView): string {
  const { samplesStarted, samplesFinished, judged, passed } = tally(view);
  if (view.end) return view.end.reason;
  if (!view.snapshot) return 'taking a snapshot…';
  if (view.plan === undefined) return 'looking for your tests…';
  if (!view.baseline) return 'running your tests on the untouched code…';
  if (!view.audit) return 'trying on your tests what they should notice…';
  const confirming = view.candidates.find(
    ({ stage, confirmed }) => stage === 'confirmation' && !confirmed,
  );
  if (view.selection && confirming) return `confirming ${confirming.id} in a fresh sandbox…`;
  if (view.selection) return 'trying small changes of the winner on your tests…';
  if (samplesStarted === 0) return `asking ${view.start?.model.name ?? 'the model'}…`;
  const samples = `${samplesFinished} of ${counted(view.start?.budget.samples ?? samplesStarted, 'sample')}`;
  return `${samples}, ${judged} tested, ${passed} passed`;
}
