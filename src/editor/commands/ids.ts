import type * as vscode from 'vscode';
import type { LineRange } from '../../core/api/task';

/** A run, as tree items and the page name it. */
export interface RunTarget {
  readonly run: string;
}

/** A candidate of a run, as tree items and the page name it. */
export interface CandidateTarget extends RunTarget {
  readonly candidate: string;
}

/** A change that the tests of a run would not notice, by its place in the list. */
export interface SurvivorTarget extends RunTarget {
  readonly survivor: number;
}

/** May be given in a key binding's `args`. */
export interface SolveOptions {
  /** Asked for where absent; an empty one asks for nothing beyond passing tests. */
  readonly instruction?: string;
}

/**
 * Every command and its arguments. Optional ones are asked for, or taken from what is shown, when a
 * command comes from the palette or a key.
 */
export interface CommandArguments {
  'winnow.solveSelection': [options?: SolveOptions];
  /** Lines are 1-based and inclusive. */
  'winnow.solveFunction': [file: vscode.Uri, lines: LineRange, options?: SolveOptions];
  'winnow.auditTests': [];
  'winnow.showSurvivor': [survivor: SurvivorTarget];
  'winnow.showPlace': [survivor: SurvivorTarget];
  /** A document of the winner's diff, or its run. */
  'winnow.acceptWinner': [winner?: vscode.Uri | RunTarget];
  'winnow.rejectWinner': [winner?: vscode.Uri | RunTarget];
  'winnow.showCandidate': [candidate?: CandidateTarget];
  /** The second one may be the list of all selected tree items. */
  'winnow.compareCandidates': [
    first?: CandidateTarget,
    second?: CandidateTarget | readonly CandidateTarget[],
  ];
  'winnow.cancelRun': [];
  'winnow.openRun': [run?: RunTarget];
  'winnow.deleteRun': [run?: RunTarget];
  'winnow.chooseModel': [];
  'winnow.setApiKey': [];
  'winnow.testConnection': [];
  'winnow.showLog': [];
}

export type CommandId = keyof CommandArguments;
