import type { Candidate } from './candidate';

/** A small project with a wrong `total`, and how candidates are written for it. */
export interface HostileProject {
  readonly name: string;
  readonly file: string;
  readonly symbol: string;
  readonly files: Readonly<Record<string, string>>;
  /** The code that takes the selection's place. */
  render(candidate: Candidate): string;
}

const CASES = [
  ['[1, 2, 3]', '6'],
  ['[]', '0'],
  ['[5]', '5'],
  ['[2, -7]', '-5'],
] as const;

const WRONG = `function total(prices) {
  return prices.reduce((sum, price) => sum - price, 0);
}
`;
const OTHER = `function count(prices) {
  return prices.length;
}
`;

function manifest(type: 'module' | 'commonjs', test: string): string {
  return JSON.stringify({ name: 'hostile', type, scripts: { test } });
}

function modules(name: string, test: string, header: string, assertion: Assertion): HostileProject {
  return {
    name,
    file: 'src/total.js',
    symbol: 'total',
    files: {
      'package.json': manifest('module', test),
      'src/total.js': `export ${WRONG}\nexport ${OTHER}`,
      'test/total.test.js': `${header}import { total, count } from '../src/total.js';\n${casesOf(assertion)}`,
    },
    render: ({ code, imports = {} }) =>
      [
        ...Object.entries(imports).map(([as, module]) => `import ${as} from '${module}';`),
        code,
      ].join('\n'),
  };
}

function common(name: string, test: string, header: string, assertion: Assertion): HostileProject {
  return {
    name,
    file: 'src/total.js',
    symbol: 'total',
    files: {
      'package.json': manifest('commonjs', test),
      'src/total.js': `${WRONG}\n${OTHER}\nmodule.exports = { total, count };\n`,
      'test/total.test.js': `${header}const { total, count } = require('../src/total.js');\n${casesOf(assertion)}`,
    },
    render: ({ code, imports = {} }) =>
      [
        ...Object.entries(imports).map(([as, module]) => `const ${as} = require('${module}');`),
        code.replaceAll(/^export /gm, ''),
      ].join('\n'),
  };
}

type Assertion = (actual: string, expected: string) => string;

function casesOf(assertion: Assertion): string {
  const totals = CASES.map(
    ([prices, sum]) => `it('adds ${prices}', () => { ${assertion(`total(${prices})`, sum)}; });\n`,
  );
  return `${totals.join('')}it('counts', () => { ${assertion('count([1, 2])', '2')}; });\n`;
}

export const scriptProjects: readonly HostileProject[] = [
  modules(
    'node:test',
    'node --test',
    "import { it } from 'node:test';\nimport assert from 'node:assert/strict';\n",
    (actual, expected) => `assert.equal(${actual}, ${expected})`,
  ),
  common(
    'mocha',
    'mocha test',
    "const assert = require('node:assert/strict');\n",
    (actual, expected) => `assert.equal(${actual}, ${expected})`,
  ),
  common('jest', 'jest', '', (actual, expected) => `expect(${actual}).toEqual(${expected})`),
  modules(
    'vitest',
    'vitest run',
    "import { it, expect } from 'vitest';\n",
    (actual, expected) => `expect(${actual}).toEqual(${expected})`,
  ),
];

export const pythonProject: HostileProject = {
  name: 'pytest',
  file: 'prices.py',
  symbol: 'total',
  files: {
    'prices.py':
      'def total(prices):\n    result = 0\n    for price in prices:\n        result -= price\n    return result\n\n\ndef count(prices):\n    return len(prices)\n',
    'pyproject.toml': '[tool.pytest.ini_options]\ntestpaths = ["tests"]\npythonpath = ["."]\n',
    'tests/test_prices.py': `from prices import count, total\n\n${CASES.map(
      ([prices, sum], at) => `\ndef test_total_${at}():\n    assert total(${prices}) == ${sum}\n\n`,
    ).join('')}\ndef test_count():\n    assert count([1, 2]) == 2\n`,
  },
  render: ({ code, imports = {} }) =>
    [
      ...Object.entries(imports).map(([as, module]) =>
        as === module ? `import ${module}` : `import ${module} as ${as}`,
      ),
      code,
    ].join('\n'),
};
