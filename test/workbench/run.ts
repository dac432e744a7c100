import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { messageOf } from '../../src/core/util/human-error';
import { stopOnSignals } from '../host/interrupt';
import { CountingReporter } from '../support/counting-reporter';
import { RESULTS, ROOT, startHost } from './support/host';
import type { HostContext } from './support/workbench-test';

/**
 * Runs test/workbench/**.test.ts, or the files whose names contain one of the arguments, against a
 * served VS Code in a headless browser. `--grep <text>` picks tests by title.
 */
async function main(argv: readonly string[]): Promise<void> {
  if (!existsSync(join(ROOT, 'dist', 'extension.js')))
    throw new Error('dist/extension.js is missing: run `npm run build` first.');
  await rm(join(RESULTS, 'failures'), { recursive: true, force: true });
  const { grep, names } = readArguments(argv);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 360_000,
    slow: 20_000,
    reporter: CountingReporter,
  });
  if (grep !== undefined) mocha.fgrep(grep);
  for (const file of await readdir(__dirname))
    if (
      file.endsWith('.test.ts') &&
      (names.length === 0 || names.some((name) => file.includes(name)))
    )
      mocha.addFile(join(__dirname, file));
  const host = await startHost();
  stopOnSignals(() => host.stop());
  try {
    mocha.rootHooks({
      beforeAll() {
        Object.assign(this, { host } satisfies HostContext);
      },
    });
    const failures = await new Promise<number>((resolve) => mocha.run(resolve));
    process.exitCode = failures > 0 ? 1 : 0;
  } finally {
    await host.stop();
  }
}

function readArguments(args: readonly string[]) {
  const options = { grep: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  return { grep: values.grep, names: positionals };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
