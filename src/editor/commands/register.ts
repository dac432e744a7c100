import * as vscode from 'vscode';
import { showFailure } from '../failure';
import type { Shell } from '../shell';
import { acceptWinner } from './accept-winner';
import { auditTests } from './audit-tests';
import { cancelRun } from './cancel-run';
import { chooseModel } from './choose-model';
import { compareCandidates } from './compare-candidates';
import { deleteRun } from './delete-run';
import type { CommandArguments, CommandId } from './ids';
import { openRun } from './open-run';
import { rejectWinner } from './reject-winner';
import { setApiKey } from './set-api-key';
import { showCandidate } from './show-candidate';
import { showLog } from './show-log';
import { showPlace, showSurvivor } from './show-survivor';
import { solveFunction } from './solve-function';
import { solveSelection } from './solve-selection';
import { testConnection } from './test-connection';

type Command<Args extends readonly unknown[]> = (shell: Shell, ...args: Args) => unknown;

const commands: { readonly [Id in CommandId]: Command<CommandArguments[Id]> } = {
  'winnow.solveSelection': solveSelection,
  'winnow.solveFunction': solveFunction,
  'winnow.auditTests': auditTests,
  'winnow.showSurvivor': showSurvivor,
  'winnow.showPlace': showPlace,
  'winnow.acceptWinner': acceptWinner,
  'winnow.rejectWinner': rejectWinner,
  'winnow.showCandidate': showCandidate,
  'winnow.compareCandidates': compareCandidates,
  'winnow.cancelRun': cancelRun,
  'winnow.openRun': openRun,
  'winnow.deleteRun': deleteRun,
  'winnow.chooseModel': chooseModel,
  'winnow.setApiKey': setApiKey,
  'winnow.testConnection': testConnection,
  'winnow.showLog': showLog,
};

/** Registers all commands. What one throws is shown: a HumanError as it is, a bug with its log. */
export function registerCommands(shell: Shell): vscode.Disposable {
  const registered = Object.entries(commands).map(([id, command]) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await (command as Command<unknown[]>)(shell, ...args);
      } catch (error) {
        showFailure(error, shell.log);
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
