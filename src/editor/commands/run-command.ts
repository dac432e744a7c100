import * as vscode from 'vscode';
import type { CommandArguments, CommandId } from './ids';

/** Runs one of Winnow's commands with arguments of the right types. */
export async function runCommand<Id extends CommandId>(
  id: Id,
  ...args: CommandArguments[Id]
): Promise<void> {
  await vscode.commands.executeCommand(id, ...args);
}
