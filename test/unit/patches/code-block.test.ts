import { block, checkMalformed, checkOutOfTask, checkPatch, marked } from './support';

const calc = marked(`'use strict';
const unit = 1;

»
function add(a, b) {
  return a - b;
}
»

function subtract(a, b) {
  return a - b;
}

module.exports = { add, subtract };
`);
const good = 'function add(a, b) {\n  return a + b;\n}';
const fixed = calc.text.replace('a - b', 'a + b');

const body = marked(`class Sum {
  add(a, b) {
»
    const sum = a - b;
    return sum;
»
  }

  other() {
    return 0;
  }
}
`);
const bodyFixed = body.text.replace('a - b', 'a + b');

const method = marked(`class Sum {
»
  add(a, b) {
    if (a) {
      return a - b;
    }
  }
»
}
`);
const methodFixed = method.text.replace('a - b', 'a + b');

const python = marked(
  `import math


class Sum:
    @staticmethod
    def add(a, b):
        """Adds."""
»
        if a:
            return a - b
        return None
»

    def other(self):
        return None
`,
  'src/calc.py',
);
const pythonFixed = python.text.replace('a - b', 'a + b');
const pythonBody = 'if a:\n    return a + b\nreturn None';

describe('a fenced block', () => {
  const taken: readonly [
    title: string,
    reply: string,
    target: typeof calc,
    after: string,
    note?: string,
  ][] = [
    ['alone', block(good), calc, fixed],
    ['with prose around it', `The sign is wrong.\n\n${block(good)}\n\nThat is all.`, calc, fixed],
    ['without language', block(good, ''), calc, fixed],
    ['in a neighbouring language', block(good, 'typescript'), calc, fixed],
    ['with tildes', `~~~js\n${good}\n~~~`, calc, fixed],
    ['with longer fences', `\`\`\`\`js\n${good}\n\`\`\`\``, calc, fixed],
    ['in a list', `1. Fix:\n   \`\`\`js\n${good.replace(/^/gm, '   ')}\n   \`\`\``, calc, fixed],
    ['with the file name in its info', block(good, 'js:src/calc.js'), calc, fixed],
    ['with the file name as its info', block(good, 'src/calc.js'), calc, fixed],
    ['with a title', block(good, 'js title="calc.js"'), calc, fixed],
    ['with the file name above', `**src/calc.js**\n${block(good)}`, calc, fixed],
    ['with the file name in a comment', block(`// src/calc.js\n${good}`), calc, fixed],
    ['with blank lines at its ends', block(`\n\n${good}\n\n`), calc, fixed],
    [
      'after reasoning that was not told apart',
      `First:\n${block('function add() {}')}\nNo.\n</think>\n\n${block(good)}`,
      calc,
      fixed,
    ],
    [
      'with fences in its comments',
      block(`/**\n * \`\`\`js\n * add(1, 2);\n * \`\`\`\n */\n${good}`),
      calc,
      calc.text.replace(
        'function add(a, b) {\n  return a - b;\n}',
        `/**\n * \`\`\`js\n * add(1, 2);\n * \`\`\`\n */\n${good}`,
      ),
    ],
    [
      'with a Markdown example in a template',
      block(`${good}\nconst help = \`\n\`\`\`sh\nadd 1 2\n\`\`\`\n\`;`),
      calc,
      fixed.replace(`${good}\n`, `${good}\nconst help = \`\n\`\`\`sh\nadd 1 2\n\`\`\`\n\`;\n`),
    ],
    [
      'the last of several drafts',
      `${block(good.replace('+', '*'))}\nNo, rather:\n${block(good)}`,
      calc,
      fixed,
    ],
    [
      'before an example of its use',
      `${block(good)}\nFor instance:\n${block('console.log(add(1, 2));')}`,
      calc,
      fixed,
    ],
    ['before a command', `${block(good)}\nThen run\n${block('npm test', 'sh')}`, calc, fixed],
    [
      'after the output of a test',
      `${block('expected 3, got -1', 'text')}\n${block(good)}`,
      calc,
      fixed,
    ],
    ['before an untagged one', `${block(good)}\n${block('3 passed', '')}`, calc, fixed],
    ['with line ends of Windows', block(good).replaceAll('\n', '\r\n'), calc, fixed],
    ['before a stray fence', `${block(good)}\n\`\`\`\n`, calc, fixed],

    [
      'with a dedented method',
      block('add(a, b) {\n  if (a) {\n    return a + b;\n  }\n}'),
      method,
      methodFixed,
      'indentation adjusted',
    ],
    [
      'with only its first line dedented',
      block('add(a, b) {\n    if (a) {\n      return a + b;\n    }\n  }'),
      method,
      methodFixed,
      'indentation adjusted',
    ],
    [
      'indented too far',
      block('      add(a, b) {\n        if (a) {\n          return a + b;\n        }\n      }'),
      method,
      methodFixed,
      'indentation adjusted',
    ],
    [
      'with a dedented body',
      block('const sum = a + b;\nreturn sum;'),
      body,
      bodyFixed,
      'indentation adjusted',
    ],
    [
      'with a dedented body in Python',
      block(pythonBody, 'python'),
      python,
      pythonFixed,
      'indentation adjusted',
    ],
    [
      'with only its first line dedented in Python',
      block('if a:\n            return a + b\n        return None', 'py'),
      python,
      pythonFixed,
      'indentation adjusted',
    ],
    [
      'with tabs in a file of spaces',
      block('\tadd(a, b) {\n\t\tif (a) {\n\t\t\treturn a + b;\n\t\t}\n\t}'),
      method,
      methodFixed,
      'indentation adjusted',
    ],
    [
      'with spaces in a file of tabs',
      block('function f() {\n  return 2;\n}'),
      marked('»\nfunction f() {\n\treturn 1;\n}\n»\n'),
      'function f() {\n\treturn 2;\n}\n',
    ],

    [
      'that repeats the signature and the brace',
      block('  add(a, b) {\n    const sum = a + b;\n    return sum;\n  }'),
      body,
      bodyFixed,
      'lines around the selection repeated',
    ],
    [
      'that repeats them dedented',
      block('add(a, b) {\n  const sum = a + b;\n  return sum;\n}'),
      body,
      bodyFixed,
      'lines around the selection repeated; indentation adjusted',
    ],
    [
      'that repeats the signature in Python',
      block(
        `def add(a, b):\n    """Adds."""\n    ${pythonBody.replaceAll('\n', '\n    ')}`,
        'python',
      ),
      python,
      pythonFixed,
      'lines around the selection repeated; indentation adjusted',
    ],
    [
      'that repeats the decorator too',
      block(
        `@staticmethod\ndef add(a, b):\n    """Adds."""\n    ${pythonBody.replaceAll('\n', '\n    ')}`,
        'python',
      ),
      python,
      pythonFixed,
      'lines around the selection repeated; indentation adjusted',
    ],
    [
      'that ends like the code below and does not repeat it',
      block('        if b:\n            return a + b\n        return None', 'python'),
      python,
      python.text.replace('if a:\n            return a - b', 'if b:\n            return a + b'),
    ],
    [
      'that ends in the brace of its own',
      block('  add(a, b) {\n    return a + b;\n  }'),
      method,
      'class Sum {\n  add(a, b) {\n    return a + b;\n  }\n}\n',
    ],
    [
      'that repeats the line below',
      block(
        `${good}\n\nfunction subtract(a, b) {\n  return a - b;\n}\n\nmodule.exports = { add, subtract };`,
      ),
      calc,
      fixed,
      'lines around the selection repeated',
    ],
    ['with the whole file', block(fixed.trimEnd()), calc, fixed, 'the reply holds the whole file'],
    [
      'with the whole file and a changed import',
      block(fixed.trimEnd().replace('unit = 1', 'unit = 2')),
      calc,
      fixed.replace('unit = 1', 'unit = 2'),
      'the reply holds the whole file',
    ],
    [
      'with the function around the selection, changed too',
      block('add(a, b) {\n  // adds\n  const total = a + b;\n  return total;\n}'),
      marked(body.text.replace('    return sum;', '»\n    return sum;\n»')),
      bodyFixed.replace(
        '    const sum = a + b;\n    return sum;',
        '    // adds\n    const total = a + b;\n    return total;',
      ),
      'the reply holds the code around the selection; indentation adjusted',
    ],
  ];
  for (const [title, reply, target, after, note] of taken)
    it(`is taken ${title}`, () => checkPatch(reply, target, after, note));

  const refused: readonly [title: string, reply: string, reason: RegExp][] = [
    ['that is cut off', '```js\nfunction add(a, b) {\n  return', /cut off/],
    ['after a whole one, that is cut off', `${block(good)}\n\`\`\`js\nfunction`, /cut off/],
    ['that is empty', '```js\n\n```', /is empty/],
    ['of another language', block('npm test', 'bash'), /language/],
    [
      'that leaves code out',
      block('function add(a, b) {\n  // ... existing code ...\n}'),
      /leaves code out/,
    ],
    [
      'that leaves the rest out',
      block(
        'function add(a, b) {\n  const c = a + b;\n  // rest of the function remains the same ...\n}',
      ),
      /leaves code out/,
    ],
    ['that changes nothing', block('function add(a, b) {\n  return a - b;\n}'), /changes nothing/],
  ];
  for (const [title, reply, reason] of refused)
    it(`is refused: one ${title}`, () => checkMalformed(reply, calc, reason));

  const foreign: readonly [title: string, reply: string, paths: readonly string[]][] = [
    ['in its info', block(good, 'js:test/calc.test.js'), ['test/calc.test.js']],
    ['above it', `### lib/other.js\n${block(good)}`, ['lib/other.js']],
    ['in a comment', block(`// lib/other.js\n${good}`), ['lib/other.js']],
    [
      'in one of two',
      `src/calc.js\n${block(good)}\n\npackage.json\n${block('{}', 'json')}`,
      ['package.json'],
    ],
    ['of the same name elsewhere', `lib/calc.js\n${block(good)}`, ['lib/calc.js']],
  ];
  for (const [title, reply, paths] of foreign)
    it(`is out of the task where it names another file ${title}`, () =>
      checkOutOfTask(reply, calc, paths));

  it('keeps the line ends of the file and a missing one at its end', () => {
    const text = calc.text.replaceAll('\n', '\r\n').trimEnd();
    checkPatch(block(good), { ...calc, text }, fixed.replaceAll('\n', '\r\n').trimEnd());
    const last = marked('let a;\n»\nlet b;\n»');
    checkPatch(block('let c;'), last, 'let a;\nlet c;');
  });

  it('may replace a whole file', () => {
    const all = { path: 'a.js', text: 'let a;\nlet b;\n', range: { first: 1, last: 2 } };
    checkPatch(block('let c;'), all, 'let c;\n');
    checkPatch(
      block('let c;'),
      { path: 'a.js', text: '', range: { first: 1, last: 1 } },
      'let c;\n',
    );
  });

  it('keeps blank lines that the selection starts or ends with', () => {
    checkPatch(
      block('let b;'),
      marked('let x;\n»\n\nlet a;\n\n»\nlet y;\n'),
      'let x;\n\nlet b;\n\nlet y;\n',
    );
  });
});

describe('a reply without a fence', () => {
  it('is taken where it starts as the selection does', () => checkPatch(good, calc, fixed));
  it('is taken where it is plainly code', () =>
    checkPatch(
      '    const total = a + b;\n    return total;',
      body,
      bodyFixed.replace(/sum(?= =|;)/g, 'total'),
    ));

  const refused: readonly [title: string, reply: string, reason: RegExp][] = [
    ['nothing', ' \n', /empty/],
    ['prose', 'You should use + instead of -.', /no code block/],
    ['code below prose', `Here is the function:\n${good}`, /no code block/],
    ['prose below code', `${good}\nThis adds both numbers.`, /no code block/],
    ['an apology', "I'm sorry, but I can't help with that.", /no code block/],
  ];
  for (const [title, reply, reason] of refused)
    it(`is refused: ${title}`, () => checkMalformed(reply, calc, reason));
});
