import type * as vscode from 'vscode';
import type { LineRange } from '../../core/api/task';

/** What the user wants solved; enough to ask for it again. */
export interface SolveRequest {
  readonly file: vscode.Uri;
  readonly lines: LineRange;
  readonly instruction?: string;
  /** Go on although the tests cannot judge. */
  readonly force: boolean;
}
