import { spawn } from 'node:child_process';
import { HumanError } from '../../src/core/util/human-error';

/**
 * Runs `npm install` in a folder, without install scripts: what is installed here either has none
 * that matter or would compile native parts that the tests do without.
 */
export async function npmInstall(folder: string, ...args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await collect('npm', ['install', ...quiet, ...args], folder);
  if (code === 0) return;
  throw new HumanError(
    `npm install ${args.join(' ')} failed with status ${code}. The tests fetch a VS Code server ` +
      `from the npm registry once; check the network and try again.\n${output.slice(-2000)}`,
  );
}

function collect(program: string, args: readonly string[], cwd: string) {
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
