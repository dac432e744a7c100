import { block, checkMalformed, checkOutOfTask, checkPatch, marked } from './support';

const calc = marked(`const unit = 1;

»
function add(a, b) {
  const sum = a - b;
  return sum;
}
»

function subtract(a, b) {
  const sum = a - b;
  return sum;
}
`);
const fixed = calc.text.replace('a - b', 'a + b');
const hunk =
  '@@ -3,4 +3,4 @@\n function add(a, b) {\n-  const sum = a - b;\n+  const sum = a + b;\n   return sum;\n }';
const header = '--- a/src/calc.js\n+++ b/src/calc.js\n';

describe('a unified diff', () => {
  const taken: readonly [title: string, reply: string, after: string][] = [
    ['in a diff block', block(header + hunk, 'diff'), fixed],
    ['in a patch block', block(header + hunk, 'patch'), fixed],
    ['in a block without language', block(header + hunk, ''), fixed],
    ['as the bare reply', `${header}${hunk}\n`, fixed],
    [
      'with the headers of git',
      `diff --git a/src/calc.js b/src/calc.js\nindex 1234567..89abcde 100644\n${header}${hunk}\n`,
      fixed,
    ],
    ['without file names', block(hunk, 'diff'), fixed],
    ['without line numbers', block(header + hunk.replace(/@@.*@@/, '@@'), 'diff'), fixed],
    ['without any header', block(hunk.replace(/@@.*@@\n/, ''), 'diff'), fixed],
    [
      'with wrong line numbers and counts',
      block(header + hunk.replace(/@@.*@@/, '@@ -90,1 +95,17 @@ function'), 'diff'),
      fixed,
    ],
    [
      'with a blank context line that lost its blank',
      block(
        `${header}@@ -1,4 +1,4 @@\n const unit = 1;\n\n function add(a, b) {\n-  const sum = a - b;\n+  const sum = a + b;`,
        'diff',
      ),
      fixed,
    ],
    [
      'with context lines that lost their blank',
      block(
        `${header}@@ -3,2 +3,2 @@\nfunction add(a, b) {\n-  const sum = a - b;\n+  const sum = a + b;`,
        'diff',
      ),
      fixed,
    ],
    [
      'that relies on its line number',
      block(`${header}@@ -9,1 +9,1 @@\n-  const sum = a - b;\n+  const sum = b - a;`, 'diff'),
      calc.text.replace(/a - b(?=[\s\S]*$)(?![\s\S]*a - b)/, 'b - a'),
    ],
    [
      'that only adds',
      block(`${header}@@ -1,2 +1,3 @@\n const unit = 1;\n+const other = 2;\n `, 'diff'),
      calc.text.replace('unit = 1;\n', 'unit = 1;\nconst other = 2;\n'),
    ],
    [
      'that only removes',
      block(`${header}@@ -1,2 +1,1 @@\n-const unit = 1;\n \n function add(a, b) {`, 'diff'),
      calc.text.replace('const unit = 1;\n', ''),
    ],
    [
      'of two hunks',
      block(`${header}@@ -1,1 +1,1 @@\n-const unit = 1;\n+const unit = 2;\n${hunk}`, 'diff'),
      fixed.replace('unit = 1', 'unit = 2'),
    ],
    [
      'with a line that looks like a header',
      block(`${header}@@ -1,1 +1,2 @@\n const unit = 1;\n+++ unit;`, 'diff'),
      calc.text.replace('unit = 1;\n', 'unit = 1;\n++ unit;\n'),
    ],
    [
      'with a note on the final newline',
      block(`${header}${hunk}\n\\ No newline at end of file`, 'diff'),
      fixed,
    ],
  ];
  for (const [title, reply, after] of taken)
    it(`is taken ${title}`, () => checkPatch(reply, calc, after));

  it('keeps the line ends of the file', () => {
    const text = calc.text.replaceAll('\n', '\r\n');
    checkPatch(block(header + hunk, 'diff'), { ...calc, text }, fixed.replaceAll('\n', '\r\n'));
  });

  const refused: readonly [title: string, reply: string, reason: RegExp][] = [
    [
      'whose place is not in the file',
      block(`${header}@@ -1,1 +1,1 @@\n-let x;\n+let y;`, 'diff'),
      /not in the file/,
    ],
    [
      'whose place is ambiguous',
      block(`${header}@@ -40,2 +40,2 @@\n-  return sum;\n+  return -sum;\n }`, 'diff'),
      /./,
    ],
    ['without context', block(`${header}@@ -0,0 +1,1 @@\n+let x;`, 'diff'), /no context/],
    ['without hunk', block(header, 'diff'), /no hunk/],
    ['that is cut off', `\`\`\`diff\n${header}${hunk}`, /cut off/],
    [
      'that changes nothing',
      block(`${header}@@ -1,1 +1,1 @@\n const unit = 1;`, 'diff'),
      /changes nothing/,
    ],
  ];
  const everywhere = { ...calc, range: { first: 1, last: 12 } };
  for (const [title, reply, reason] of refused)
    it(`is refused: one ${title}`, () => checkMalformed(reply, everywhere, reason));

  it('is out of the task where it changes another file', () => {
    const other = header.replaceAll('src/calc', 'test/calc.test');
    checkOutOfTask(block(`${header}${hunk}\n${other}${hunk}`, 'diff'), calc, ['test/calc.test.js']);
    checkOutOfTask(block(`--- /dev/null\n+++ b/new.js\n@@ -0,0 +1 @@\n+let x;`, 'diff'), calc, [
      'new.js',
    ]);
  });

  it('is not looked for in a file of diffs', () => {
    const file = { path: 'fix.patch', text: 'old\n', range: { first: 1, last: 1 } };
    checkPatch(block(`${header}${hunk}`, ''), file, `${header}${hunk}\n`);
  });
});
