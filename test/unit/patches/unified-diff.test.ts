import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { FileChange } from '../../../src/core/api/patch';
import { unifiedDiff } from '../../../src/core/patches/unified-diff';

describe('unifiedDiff', () => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-diff-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Asserts that `git apply` makes of the files what the patch says. */
  function checkApplies(...changes: FileChange[]): void {
    for (const { path, before } of changes) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), before);
    }
    const diff = unifiedDiff({ changes });
    if (diff !== '')
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: diff });
    for (const { path, after: expected } of changes)
      assert.equal(readFileSync(join(folder, path), 'utf8'), expected);
  }

  it('looks as git writes it', () => {
    const change = { path: 'src/a.js', before: 'let a;\nlet b;\n', after: 'let a;\nlet c;' };
    assert.equal(
      unifiedDiff({ changes: [change] }),
      `diff --git a/src/a.js b/src/a.js
--- a/src/a.js
+++ b/src/a.js
@@ -1,2 +1,2 @@
 let a;
-let b;
+let c;
\\ No newline at end of file
`,
    );
  });

  it('is empty where nothing changes', () => {
    assert.equal(unifiedDiff({ changes: [{ path: 'a', before: 'x\n', after: 'x\n' }] }), '');
  });

  const names = [
    'plain.js',
    'a folder/with blanks.js',
    'ünïcode.js',
    'quo"te.js',
    "it's.js",
    '-dash.js',
  ];
  for (const path of names)
    it(`applies to ${path}`, () =>
      checkApplies({ path, before: 'a\nb\nc\n', after: 'a\nB\nc\nd\n' }));

  it('applies to several files at once', () =>
    checkApplies(
      { path: 'one.js', before: 'a\n', after: 'b\n' },
      { path: 'same.js', before: 'a\n', after: 'a\n' },
      { path: 'two.js', before: 'a', after: 'a\n' },
      { path: 'three.js', before: '', after: 'a' },
    ));

  const content = fc
    .array(
      fc.constantFrom('a\n', 'b\n', '\n', '  c\n', 'd\r\n', '-- e\n', '+++ f\n', '\\ g\n', 'h'),
    )
    .map((lines) => lines.join(''));

  it('applies whatever the texts are', () => {
    fc.assert(
      fc.property(content, content, (before, afterwards) => {
        checkApplies({ path: 'any.txt', before, after: afterwards });
      }),
      { numRuns: 60 },
    );
  });
});
