import type { TestPlan } from '../api/framework';
import { readReport } from '../reports';
import type { DetectableFramework } from './framework';
import { tapClue, tapConfig, tapFiles } from './tap-runners';
import { detectAlone } from './detect/detect-alone';

/** Tells the user's command where a report file is expected. */
export const REPORT_FILE_VARIABLE = 'WINNOW_REPORT_FILE';

/**
 * A command that is run as it stands: the user's own, or a runner that writes TAP. Its report is
 * looked for in the file that `WINNOW_REPORT_FILE` names, then in what it prints. It always runs all
 * of its tests, because nothing is known of how it takes files.
 */
export const command: DetectableFramework = {
  id: 'command',
  clues: {
    language: 'javascript',
    inStep: (step, project) => tapClue(step, project),
    inConfig: tapConfig,
    inFiles: tapFiles,
  },
  detect: (project, folder) => detectAlone(command, project, folder),
  command({ command: { argv, env } }, _scope, reportFile) {
    return {
      command: { argv, env: { ...env, [REPORT_FILE_VARIABLE]: reportFile } },
      report: 'stdout',
    };
  },
  read: (source) => readReport(source),
};

/** The command's own reader, bound to the format that the user or detection has named. */
export function commandFor(plan: TestPlan): DetectableFramework {
  const { reportFormat } = plan;
  return { ...command, read: (source) => readReport(source, reportFormat) };
}

/** A plan that hands the user's words to the system's shell. */
export function shellPlan(
  text: string,
  cwd: string,
): Pick<TestPlan, 'framework' | 'cwd' | 'prepare' | 'command'> {
  const argv =
    process.platform === 'win32'
      ? (['cmd.exe', '/d', '/s', '/c', text] as const)
      : (['sh', '-c', text] as const);
  return { framework: 'command', cwd, prepare: [], command: { argv, env: {} } };
}
