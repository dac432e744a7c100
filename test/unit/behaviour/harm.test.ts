import assert from 'node:assert/strict';
import { whyHarmful } from '../../../src/core/behaviour/harm';
import { syntax } from '../syntax/support';

describe('harm', () => {
  const check = (
    title: string,
    files: Readonly<Record<string, string>>,
    expected: RegExp | undefined,
  ) =>
    it(title, async () => {
      const [path = ''] = Object.keys(files);
      const language = syntax.languageOf(path)!;
      const source = { path, text: files[path] ?? '', language };
      const read = (each: string) => Promise.resolve(files[each]);
      const why = await whyHarmful(syntax, source, { files: Object.keys(files), read });
      if (expected) assert.match(why ?? '', expected);
      else assert.equal(why, undefined);
    });

  check('is not seen in arithmetic', { 'src/a.js': 'export const f = (a) => a + 1;' }, undefined);
  check(
    'is seen in the file itself',
    { 'src/a.js': "import fs from 'node:fs';\nexport const f = (a) => fs.rmSync(a);" },
    /^src\/a\.js takes hold of fs\.rmSync \(line 2\)/,
  );
  check(
    'is seen behind imports of TypeScript, whatever their endings',
    {
      'src/a.ts': "import { b } from './lib/b.js';",
      'src/lib/b.ts': "export { c } from '..';",
      'src/index.ts': "const { exec } = require('child_process');",
    },
    /^src\/index\.ts takes hold of the module child_process/,
  );
  check(
    'is seen behind imports of Python',
    {
      'pkg/a.py': 'from . import b\n',
      'pkg/b.py': 'import pkg.c as c\n',
      'pkg/c.py': 'import os\n\ndef g(path):\n    os.remove(path)\n',
    },
    /^pkg\/c\.py takes hold of os\.remove \(line 4\)/,
  );
  check(
    'is none where only the process itself is meant',
    { 'a.py': 'import b\n', 'b.py': 'import sys\n\ndef g():\n    sys.exit(1)\n' },
    undefined,
  );
  check(
    'ends with modules that import each other',
    { 'a.js': "import './b.js';", 'b.js': "import './a.js';" },
    undefined,
  );
});
