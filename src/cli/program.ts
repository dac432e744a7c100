import { Command, Option } from 'commander';
import { stateDirOf } from '../core/store/state-dir';
import { audit } from './commands/audit';
import { demo } from './commands/demo';
import { listModels } from './commands/models';
import { run } from './commands/run';
import { listRuns } from './commands/runs';
import { show } from './commands/show';
import type { Shell } from './shell';

export interface Program {
  /** Runs the command line; resolves to the exit status. */
  run(words: readonly string[]): Promise<number>;
}

/** The command line of Winnow. */
export function createProgram(signal: AbortSignal): Program {
  const shell = createShell(signal);
  let status = 0;
  const program = new Command('winnow')
    .description('Samples candidate patches and lets your tests choose among them.')
    .exitOverride()
    .showHelpAfterError('(winnow --help lists the commands)');

  addRunCommand(program, shell, (code) => (status = code));
  addAuditCommand(program, shell, (code) => (status = code));
  program
    .command('runs')
    .description('list the stored runs, newest first')
    .action(async () => void (status = await listRuns(shell)));
  program
    .command('show')
    .argument('<run>', 'id of a run, as `winnow runs` lists it')
    .option('--json', 'print the run events, one a line')
    .description('show a stored run')
    .action(
      async (id: string, options: { json?: true }) =>
        void (status = await show(shell, id, options)),
    );
  program
    .command('models')
    .option('--base-url <url>', 'address of an OpenAI-compatible server')
    .description('list the models that the configured server offers')
    .action(
      async (options: { baseUrl?: string }) => void (status = await listModels(shell, options)),
    );
  program
    .command('demo')
    .option('--json', 'print the run events, one a line')
    .description('solve the bug of an example project with the embedded model')
    .action(async (options: { json?: true }) => void (status = await demo(shell, options)));

  return {
    async run(words) {
      await program.parseAsync([...words], { from: 'user' });
      return status;
    },
  };
}

function addRunCommand(program: Command, shell: Shell, done: (status: number) => void): void {
  program
    .command('run')
    .argument('<location>', '<file>[:<line>[-<line>]], lines 1-based and inclusive')
    .description('sample patches for a selection and print the one that your tests choose')
    .option('--symbol <name>', 'a function, method (Class.method) or class instead of lines')
    .option('--instruction <text>', 'what to do, besides making the tests pass')
    .option('--workspace <dir>', 'the project folder', undefined)
    .option('--provider <name>', 'auto, openai or embedded', 'auto')
    .option('--model <id>', 'name of the model')
    .option('--base-url <url>', 'address of an OpenAI-compatible server (or WINNOW_BASE_URL)')
    .option('--n <count>', 'samples at most')
    .option('--concurrency <count>', 'requests in flight at a time')
    .option('--temperature <t>', 'sampling temperature, 0 to 2')
    .option('--effort <level>', 'reasoning effort: none, minimal, low, medium or high')
    .option('--strategy <name>', 'best-of-n or adaptive', 'adaptive')
    .option('--stop <rule>', 'quick, balanced or thorough', 'balanced')
    .option('--repair-rounds <count>', 'rounds of repair when nothing passed', '1')
    .option('--max-tokens <count>', 'output tokens over the whole run')
    .option('--deadline <duration>', 'wall clock of the whole run: 90s, 10m, 1h')
    .option('--seed <n>', 'seed of everything random', '0')
    .option('--test-command <command>', 'your own test command instead of the detected one')
    .option('--test-report <format>', 'auto, junit, tap, jest-json or mocha-json', 'auto')
    .option('--test-timeout <seconds>', 'time limit of one verification')
    .option('--no-cache', 'run the untouched tests although nothing changed since they ran')
    .addOption(new Option('--sandbox <kind>', 'auto, overlay or slot').default('auto'))
    .option('--force', 'go on although the tests cannot judge')
    .option(
      '--allow-outside',
      'let candidates take hold of the process, of files and of the network',
    )
    .option('--apply', 'write the winner into the workspace')
    .option('--json', 'print one run event per line on stdout, and nothing else there')
    .action(async (location: string, options: Record<string, unknown>) =>
      done(await run(shell, location, options)),
    );
}

function addAuditCommand(program: Command, shell: Shell, done: (status: number) => void): void {
  program
    .command('audit')
    .argument('<location>', '<file>[:<line>[-<line>]], lines 1-based and inclusive')
    .description('judge how well your tests can tell right from wrong in a selection')
    .option('--symbol <name>', 'a function, method (Class.method) or class instead of lines')
    .option('--workspace <dir>', 'the project folder', undefined)
    .option('--audit-time <duration>', 'for trying changes of the code: 30s, 10m (default: little)')
    .option('--seed <n>', 'seed of everything random', '0')
    .option('--test-command <command>', 'your own test command instead of the detected one')
    .option('--test-report <format>', 'auto, junit, tap, jest-json or mocha-json', 'auto')
    .option('--test-timeout <seconds>', 'time limit of one test run')
    .option('--no-cache', 'run the untouched tests although nothing changed since they ran')
    .addOption(new Option('--sandbox <kind>', 'auto, overlay or slot').default('auto'))
    .option('--json', 'print one run event per line on stdout, and nothing else there')
    .action(async (location: string, options: Record<string, unknown>) =>
      done(await audit(shell, location, options)),
    );
}

function createShell(signal: AbortSignal): Shell {
  return {
    signal,
    cwd: process.cwd(),
    env: process.env,
    surroundings: { assets: __dirname, state: stateDirOf(process.env), env: process.env },
    stdout: process.stdout,
    stderr: process.stderr,
  };
}
