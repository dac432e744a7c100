/** From run events to what a person sees: pure functions, shared by the sidebar and the terminal. */
export type { CandidateView, RunStart, RunView, SampleView } from './run-view';
export { emptyView } from './run-view';
export { foldEvent, foldEvents } from './fold';
export { mergeDeltas } from './merge-deltas';
export { progressText } from './progress-text';
export { taskTitle } from './run-title';
export { tally, toneOf, type Tally, type Tone } from './tally';
export { counted, verdictDetail } from './verdict-text';
