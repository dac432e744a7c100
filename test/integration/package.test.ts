import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from '../support/project';

const MEGABYTE = 2 ** 20;

describe('the package', () => {
  it('is small and holds what runs, and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-package-'));
    try {
      const file = join(folder, 'winnow.vsix');
      const manifest = readFileSync(join(REPOSITORY, 'package.json'), 'utf8');
      const { scripts } = JSON.parse(manifest) as { scripts: Record<string, string> };
      const [program, ...flags] = (scripts['package'] ?? '').split(' ');
      assert.equal(program, 'vsce');
      const vsce = join(REPOSITORY, 'node_modules', '@vscode', 'vsce', 'vsce');
      const run = promisify(execFile)(process.execPath, [vsce, ...flags, '--out', file], {
        cwd: REPOSITORY,
      });
      // Nobody is there to answer a question.
      run.child.stdin?.end();
      const { stdout, stderr } = await run;
      assert.doesNotMatch(stdout + stderr, /WARN/);
      assert.ok(statSync(file).size < 5 * MEGABYTE, `${statSync(file).size} bytes`);
      for (const part of [
        'extension.js',
        'webview.js',
        'webview.css',
        'codicon.ttf',
        'watchdog.js',
        'node-test-reporter.mjs',
        'tree-sitter.wasm',
        'tree-sitter-python.wasm',
      ])
        assert.ok(stdout.includes(part), `${part} is missing`);
      for (const part of ['.map', 'node_modules', '.ts ', 'examples', 'test/'])
        assert.ok(!stdout.includes(part), `${part} is in the package`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
