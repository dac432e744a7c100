import {
  block,
  checkMalformed,
  checkOutOfTask,
  checkPatch,
  marked,
  searchReplace,
} from './support';

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

describe('search/replace blocks', () => {
  const found: readonly [title: string, reply: string, after: string, note?: string][] = [
    [
      'an exact block',
      searchReplace(
        'function add(a, b) {\n  const sum = a - b;',
        'function add(a, b) {\n  const sum = a + b;',
      ),
      fixed,
    ],
    [
      'prose around it',
      `The sign is wrong.\n\n${searchReplace('  const sum = a - b;', '  const sum = a + b;')}\n\nDone.`,
      fixed,
    ],
    ['inside a fence', block(searchReplace('  const sum = a - b;', '  const sum = a + b;')), fixed],
    [
      'below the file name',
      `src/calc.js\n${searchReplace('  const sum = a - b;', '  const sum = a + b;')}`,
      fixed,
    ],
    [
      'below the name and a fence',
      `\`src/calc.js\`\n\`\`\`js\n${searchReplace('  const sum = a - b;', '  const sum = a + b;')}\n\`\`\``,
      fixed,
    ],
    [
      'the name inside the fence',
      block(`calc.js\n${searchReplace('  const sum = a - b;', '  const sum = a + b;')}`),
      fixed,
    ],
    [
      'of two matches the selected one',
      searchReplace('  const sum = a - b;', '  const sum = a + b;'),
      fixed,
    ],
    [
      'other marker lengths',
      '<<<<<SEARCH\n  const sum = a - b;\n=====\n  const sum = a + b;\n>>>>>REPLACE',
      fixed,
    ],
    [
      'the words ORIGINAL and UPDATED',
      '<<<<<<< ORIGINAL\n  const sum = a - b;\n=======\n  const sum = a + b;\n>>>>>>> UPDATED',
      fixed,
    ],
    [
      'line ends of Windows in the reply',
      searchReplace('  const sum = a - b;', '  const sum = a + b;').replaceAll('\n', '\r\n'),
      fixed,
    ],
    [
      'white space at line ends',
      searchReplace(
        'function add(a, b) {  \n  const sum = a - b;\t',
        'function add(a, b) {\n  const sum = a + b;',
      ),
      fixed,
      'white space at line ends ignored',
    ],
    [
      'no indentation at all',
      searchReplace('const sum = a - b;', 'const sum = a + b;'),
      fixed,
      'indentation adjusted',
    ],
    [
      'too much indentation',
      searchReplace('      const sum = a - b;', '      const sum = a + b;'),
      fixed,
      'indentation adjusted',
    ],
    [
      'tabs for spaces',
      searchReplace('\tconst sum = a - b;', '\tconst sum = a + b;'),
      fixed,
      'indentation adjusted',
    ],
    [
      'other spaces within a line',
      searchReplace('  const  sum = a -  b;', '  const sum = a + b;'),
      fixed,
      'indentation adjusted',
    ],
    [
      'a missing blank line',
      searchReplace(
        'const unit = 1;\nfunction add(a, b) {',
        'const unit = 2;\nfunction add(a, b) {',
      ),
      calc.text.replace('unit = 1', 'unit = 2'),
      'indentation adjusted',
    ],
    [
      'a slip of the pen',
      searchReplace(
        'function add(a, b) {\n  const summ = a - b;\n  return sum;',
        'function add(a, b) {\n  const sum = a + b;\n  return sum;',
      ),
      fixed,
      'search text matched approximately',
    ],
    [
      'two blocks',
      `${searchReplace('function add(a, b) {', 'function add(a, b, c) {')}\n${searchReplace('  const sum = a - b;', '  const sum = a + b + c;')}`,
      calc.text.replace('add(a, b)', 'add(a, b, c)').replace('a - b', 'a + b + c'),
    ],
    [
      'two blocks in the wrong order',
      `${searchReplace('  const sum = a - b;', '  const sum = a + b;')}\n${searchReplace('const unit = 1;', 'const unit = 2;\nconst other = 3;')}`,
      fixed.replace('unit = 1;', 'unit = 2;\nconst other = 3;'),
    ],
    [
      'neighbours that share a quoted line',
      `${searchReplace('function add(a, b) {\n  const sum = a - b;', 'function add(a, b) {\n  const sum = a + b;')}\n${searchReplace('  const sum = a - b;\n  return sum;\n}\n\nfunction subtract(a, b) {', '  const sum = a - b;\n  return +sum;\n}\n\nfunction subtract(a, b) {')}`,
      fixed.replace('return sum', 'return +sum'),
    ],
    [
      'removed lines',
      searchReplace('const unit = 1;\n', ''),
      calc.text.replace('const unit = 1;\n', ''),
    ],
    [
      'an empty replacement',
      '<<<<<<< SEARCH\nconst unit = 1;\n=======\n>>>>>>> REPLACE',
      calc.text.replace('const unit = 1;\n', ''),
    ],
    [
      'shared blank lines at both ends',
      searchReplace('\n  const sum = a - b;\n', '\n  const sum = a + b;\n'),
      fixed,
    ],
  ];
  for (const [title, reply, after, note] of found)
    it(`takes ${title}`, () => checkPatch(reply, calc, after, note));

  it('indents what it adds as deep as the place it goes to', () => {
    const nested = marked('class A {\n»\n    run() {\n        go();\n    }\n»\n}\n');
    checkPatch(
      searchReplace('run() {\n    go();\n}', 'run() {\n    if (ready) {\n        go();\n    }\n}'),
      nested,
      'class A {\n    run() {\n        if (ready) {\n            go();\n        }\n    }\n}\n',
      'indentation adjusted',
    );
  });

  it('leaves lines alone that are only quoted', () => {
    const spaced = marked('»\nlet a = 1;   \nlet b = 2;\n»\n');
    checkPatch(
      searchReplace('let a = 1;\nlet b = 2;', 'let a = 1;\nlet b = 3;'),
      spaced,
      'let a = 1;   \nlet b = 3;\n',
    );
  });

  it('keeps the line ends of the file and a missing one at its end', () => {
    const windows = { ...calc, text: calc.text.replaceAll('\n', '\r\n').trimEnd() };
    checkPatch(
      searchReplace('  const sum = a - b;', '  // the sum\n  const sum = a + b;'),
      windows,
      fixed.replace('  const sum', '  // the sum\n  const sum').replaceAll('\n', '\r\n').trimEnd(),
    );
  });

  it('fills an empty file', () => {
    const empty = { path: 'src/calc.js', text: '', range: { first: 1, last: 1 } };
    checkPatch('<<<<<<< SEARCH\n=======\nlet a;\n>>>>>>> REPLACE', empty, 'let a;\n');
  });

  const everywhere = { ...calc, range: { first: 1, last: 12 } };
  const nearTwins = marked(
    '»\nconst first = compute(alpha, beta);\nconst other = compute(alpha, beto);\n»\n',
  );
  const refused: readonly [title: string, reply: string, target: typeof calc, reason: RegExp][] = [
    [
      'two exact matches',
      searchReplace('  const sum = a - b;', '  x;'),
      everywhere,
      /ambiguous.*lines 4, 9/,
    ],
    [
      'two matches without indentation',
      searchReplace('const sum = a - b;', 'x;'),
      everywhere,
      /ambiguous/,
    ],
    [
      'two similar places',
      searchReplace('const firth = compute(alpha, betx);', 'x;'),
      marked('»\nconst first = compute(alpha, betx);\nconst firsh = compute(alpha, betx);\n»\n'),
      /ambiguous/,
    ],
    [
      'text that is not there',
      searchReplace('  return a * b;', '  return a / b;'),
      calc,
      /not in the file/,
    ],
    [
      'text that is only a little alike',
      searchReplace('const f = calc(a);', 'x;'),
      nearTwins,
      /not in the file/,
    ],
    [
      'a block without end',
      '<<<<<<< SEARCH\n  const sum = a - b;\n=======\n  const',
      calc,
      /cut off/,
    ],
    ['a block without divider', '<<<<<<< SEARCH\n  const sum = a - b;', calc, /cut off/],
    [
      'a second block that is cut off',
      `${searchReplace('const unit = 1;', 'const unit = 2;')}\n<<<<<<< SEARCH\n  const`,
      calc,
      /cut off/,
    ],
    ['an empty search text', '<<<<<<< SEARCH\n=======\nx\n>>>>>>> REPLACE', calc, /is empty/],
    [
      'overlapping blocks',
      `${searchReplace('const unit = 1;', 'const unit = 2;')}\n${searchReplace('const unit = 1;', 'const unit = 3;')}`,
      calc,
      /overlaps/,
    ],
    ['no change', searchReplace('const unit = 1;', 'const unit = 1;'), calc, /changes nothing/],
    [
      'one good block and one bad',
      `${searchReplace('const unit = 1;', 'const unit = 2;')}\n${searchReplace('nowhere();', 'x();')}`,
      calc,
      /search text 2 is not/,
    ],
  ];
  for (const [title, reply, target, reason] of refused)
    it(`refuses ${title}`, () => checkMalformed(reply, target, reason));

  it('says which other files it names', () => {
    checkOutOfTask(
      `test/calc.test.js\n${searchReplace('a', 'b')}\n\nsrc/calc.js\n${searchReplace('a', 'b')}`,
      calc,
      ['test/calc.test.js'],
    );
  });
});
