import type * as vscode from 'vscode';
import type { Surroundings } from '../core/api/settings';
import type { Decisions } from './runs/decisions';
import type { RunDriver } from './runs/run-driver';
import type { RunLibrary } from './runs/run-library';
import type { ApiKeys } from './settings/api-keys';
import type { LazySyntax } from './syntax';
import type { TracesView } from './views/traces-view';

/** What commands and views work with. */
export interface Shell {
  readonly log: vscode.LogOutputChannel;
  readonly surroundings: Surroundings;
  readonly keys: ApiKeys;
  readonly syntax: LazySyntax;
  readonly library: RunLibrary;
  readonly driver: RunDriver;
  readonly decisions: Decisions;
  readonly traces: TracesView;
}
