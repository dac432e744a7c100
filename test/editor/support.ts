import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { RunEvent } from '../../src/core/api/events';
import { PRICING } from '../support/pricing-model';

/** How a solve command answers, as whoever calls it sees it. */
export interface Solved {
  readonly run: string;
  readonly outcome: string;
}

/** The example project that is open. */
export function fileOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fileOf(path), { preview: false });
}

/** Opens the example's file and selects the function that its tests find wrong. */
export async function selectPricing(): Promise<vscode.TextEditor> {
  const editor = await open(PRICING.file);
  const { first, last } = PRICING.lines;
  editor.selection = new vscode.Selection(first - 1, 0, last, 0);
  return editor;
}

/** Solves the selection without a question for an instruction. */
export async function solveSelection(instruction = ''): Promise<Solved | undefined> {
  return vscode.commands.executeCommand<Solved | undefined>('winnow.solveSelection', {
    instruction,
  });
}

/** Sets settings for the user; undefined takes one back. */
export async function configure(values: Readonly<Record<string, unknown>>): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  for (const [name, value] of Object.entries(values))
    await settings.update(name, value, vscode.ConfigurationTarget.Global);
}

export function onDisk(path: string): string {
  return readFileSync(fileOf(path).fsPath, 'utf8');
}

const RUNS = join(process.env['WINNOW_HOME'] ?? '', 'runs');

export function storedRuns(): readonly string[] {
  return readdirSync(RUNS).map((file) => file.replace('.jsonl', ''));
}

/** The events of a run as they are kept. */
export function storedEvents(run: string): readonly RunEvent[] {
  return readFileSync(join(RUNS, `${run}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent);
}

/** The diffs that are open, by the address of their right side. */
export function openDiffs(): readonly vscode.TabInputTextDiff[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .map(({ input }) => input)
    .filter((input) => input instanceof vscode.TabInputTextDiff);
}

/** Waits until `look` finds something; for what VS Code does in its own time. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
