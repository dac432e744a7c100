import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { messageOf } from '../../src/core/util/human-error';
import { testEnvironment } from '../host/environment';
import { copyProject } from '../host/project';

const ROOT = join(__dirname, '..', '..');
const BUILT = join(ROOT, 'dist', 'test');

/**
 * Runs test/editor/**.test.ts in an extension host, on a fresh copy of an example project: in a
 * served VS Code, or with WINNOW_DESKTOP=1 in a downloaded desktop one (which needs a display).
 */
async function main(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist', 'extension.js')))
    throw new Error('dist/extension.js is missing: run `npm run build` first.');
  await bundle();
  // runTests passes on the environment of this process, which must not hold the developer's keys.
  process.env = testEnvironment();
  const temporary = await mkdtemp(join(tmpdir(), 'winnow-editor-'));
  const served = {
    vscodeExecutablePath: join(ROOT, 'test', 'host', 'launcher.mjs'),
    extensionTestsEnv: {
      WINNOW_HOME: join(temporary, 'home'),
      WINNOW_TEST_OUTPUT: join(temporary, 'output.txt'),
    },
  };
  const desktop = { extensionTestsEnv: { WINNOW_HOME: join(temporary, 'home') } };
  try {
    await runTests({
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: join(BUILT, 'index.js'),
      launchArgs: [await copyProject('node-test-pricing', temporary)],
      ...(process.env['WINNOW_DESKTOP'] === '1' ? desktop : served),
    });
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Every test file becomes a module that VS Code can load: it requires, and knows no TypeScript. */
async function bundle(): Promise<void> {
  await rm(BUILT, { recursive: true, force: true });
  const files = await readdir(__dirname, { recursive: true });
  await build({
    entryPoints: files
      .filter((file) => file === 'index.ts' || file.endsWith('.test.ts'))
      .map((file) => join(__dirname, file)),
    outdir: BUILT,
    outbase: __dirname,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'warning',
    external: ['vscode', 'mocha'],
  });
}

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
