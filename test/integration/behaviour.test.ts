import assert from 'node:assert/strict';
import type { Behaviour } from '../../src/core/api/behaviour';
import { createHome, eventsOf, eventsOfType, lastEvent, runCli } from '../support/cli';
import { replies, startModelServer } from '../support/model-server';
import { createProject } from '../support/project';

interface Given {
  readonly files: Readonly<Record<string, string>>;
  readonly file: string;
  readonly symbol: string;
  /** What the model writes in the place of the symbol, by turns. */
  readonly candidates: readonly string[];
}

interface Found {
  readonly behaviour: Behaviour | undefined;
  /** The code of the winner. */
  readonly winner: string | undefined;
  readonly reasons: readonly string[];
  readonly grade: string | undefined;
  /** Candidate ids by the number of their code. */
  readonly ids: readonly (string | undefined)[];
  readonly output: string;
}

async function solve({ files, file, symbol, candidates }: Given): Promise<Found> {
  const made = createProject(files, { runners: true, name: 'behaviour' });
  const home = createHome();
  const server = await startModelServer(replies(candidates.map((code) => `\`\`\`\n${code}\`\`\``)));
  const before = made.fingerprint();
  try {
    const words = `run ${file} --symbol ${symbol} --json --provider openai --model test-model --base-url ${server.url} --strategy best-of-n --stop thorough --repair-rounds 0 --n ${candidates.length} --concurrency 1 --test-timeout 12`;
    const result = await runCli(words.split(' '), { cwd: made.root, env: home.env });
    const events = eventsOf(result);
    assert.equal(made.fingerprint(), before);
    const samples = eventsOfType(events, 'sample-started').map(({ sample }) => sample);
    const created = eventsOfType(events, 'candidate-created');
    const ids = samples.map((each) => created.find(({ sample }) => sample === each)?.candidate);
    const end = lastEvent(events, 'run-finished');
    return {
      behaviour: eventsOfType(events, 'selection-finished')[0]?.behaviour,
      winner: candidates[ids.indexOf(end.winner)],
      reasons: end.evidence?.reasons ?? [],
      grade: end.evidence?.grade,
      ids,
      output: result.stdout + result.stderr,
    };
  } finally {
    await server.close();
    made.remove();
    home.remove();
  }
}

const manifest = (test: string, type = 'module') =>
  JSON.stringify({ name: 'behaviour', type, scripts: { test } });

/** The tests leave open what happens to numbers below zero. */
const CLAMP_TESTS = [
  ['3, 1, 5', '3'],
  ['7, 1, 5', '5'],
  ['5, 1, 5', '5'],
] as const;

const ODD = `function clamp(value, low, high) {
  if (value < low) return value;
  return value > high ? high : value;
}
`;
const PAIR = [
  `function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}
`,
  `function clamp(value, low, high) {
  if (value > high) value = high;
  if (value < low) return low;
  return value;
}
`,
];
const LOOPING = `function clamp(value, low, high) {
  while (value < low) {}
  return Math.max(low, Math.min(high, value));
}
`;
const WRONG = `function clamp(value, low, high) {
  return low;
}
`;

function nodeTest(type: 'module' | 'commonjs', candidates: readonly string[]): Given {
  const module = type === 'module';
  const assertions = CLAMP_TESTS.map(
    ([given, expected], at) =>
      `it('clamps ${at}', () => assert.equal(clamp(${given}), ${expected}));\n`,
  );
  const header = module
    ? "import assert from 'node:assert/strict';\nimport { it } from 'node:test';\nimport { clamp } from '../src/clamp.js';\n"
    : "const assert = require('node:assert/strict');\nconst { it } = require('node:test');\nconst { clamp } = require('../src/clamp.js');\n";
  return {
    files: {
      'package.json': manifest('node --test', type),
      'src/clamp.js': module ? `export ${WRONG}` : `${WRONG}module.exports = { clamp };\n`,
      'test/clamp.test.js': header + assertions.join(''),
    },
    file: 'src/clamp.js',
    symbol: 'clamp',
    candidates: candidates.map((code) => (module ? `export ${code}` : code)),
  };
}

function assertPairWins(found: Found, pair: readonly string[], output = found.output) {
  const { behaviour, winner, ids } = found;
  assert.equal(behaviour?.skipped, undefined, output);
  assert.deepEqual(
    behaviour?.clusters.map(({ candidates }) => [...candidates].sort()),
    [[ids[1], ids[2]].sort(), [ids[0]]],
    output,
  );
  assert.ok(winner !== undefined && pair.includes(winner), output);
  assert.match(behaviour.distinguishing?.input ?? '', /^clamp\(/);
  assert.equal(behaviour.distinguishing?.outcomes.length, 2);
  assert.ok(
    found.reasons.some((reason) =>
      reason.includes('2 distinct patches that passed, of 2 samples, behave alike'),
    ),
    found.reasons.join('\n'),
  );
  assert.ok(found.reasons.some((reason) => reason.includes('behaves differently: clamp(')));
  assert.notEqual(found.grade, 'strong');
}

describe('selection by behaviour', function () {
  this.timeout(120_000);

  for (const type of ['module', 'commonjs'] as const)
    it(`prefers the two that behave alike: node:test, ${type}`, async () => {
      const given = nodeTest(type, [ODD, ...PAIR]);
      assertPairWins(await solve(given), given.candidates.slice(1));
    });

  it('prefers the two that behave alike: vitest, TypeScript', async () => {
    const typed = (code: string) =>
      `export ${code.replace('(value, low, high)', '(value: number, low: number, high: number): number')}`;
    const candidates = [ODD, ...PAIR].map(typed);
    const assertions = CLAMP_TESTS.map(
      ([given, expected], at) =>
        `it('clamps ${at}', () => expect(clamp(${given})).toBe(${expected}));\n`,
    );
    const found = await solve({
      files: {
        'package.json': manifest('vitest run'),
        'src/clamp.ts': typed(WRONG),
        'test/clamp.test.ts': `import { expect, it } from 'vitest';\nimport { clamp } from '../src/clamp';\n${assertions.join('')}`,
      },
      file: 'src/clamp.ts',
      symbol: 'clamp',
      candidates,
    });
    assertPairWins(found, candidates.slice(1));
  });

  it('prefers the two that behave alike: jest', async () => {
    const given = nodeTest('commonjs', [ODD, ...PAIR]);
    const assertions = CLAMP_TESTS.map(
      ([input, expected], at) =>
        `it('clamps ${at}', () => expect(clamp(${input})).toBe(${expected}));\n`,
    );
    const files = {
      ...given.files,
      'package.json': manifest('jest', 'commonjs'),
      'test/clamp.test.js': `const { clamp } = require('../src/clamp.js');\n${assertions.join('')}`,
    };
    assertPairWins(await solve({ ...given, files }), given.candidates.slice(1));
  });

  const python = (candidates: readonly string[]): Given => ({
    files: {
      'clamp.py': 'def clamp(value, low, high):\n    return low\n',
      'pyproject.toml': '[tool.pytest.ini_options]\ntestpaths = ["tests"]\npythonpath = ["."]\n',
      'tests/test_clamp.py': `from clamp import clamp\n\n${CLAMP_TESTS.map(
        ([given, expected], at) =>
          `\ndef test_clamp_${at}():\n    assert clamp(${given}) == ${expected}\n\n`,
      ).join('')}`,
    },
    file: 'clamp.py',
    symbol: 'clamp',
    candidates: candidates.map((body) => `def clamp(value, low, high):\n${body}`),
  });
  const PYTHON_ODD = '    if value < low:\n        return value\n    return min(value, high)\n';
  const PYTHON_PAIR = [
    '    """Within."""\n    return max(low, min(high, value))\n',
    '    if value > high:\n        value = high\n    if value < low:\n        return low\n    return value\n',
  ];

  it('prefers the two that behave alike: pytest', async () => {
    const given = python([PYTHON_ODD, ...PYTHON_PAIR]);
    assertPairWins(await solve(given), given.candidates.slice(1));
  });

  for (const [name, given] of [
    ['node:test', nodeTest('module', [LOOPING, ...PAIR])],
    [
      'pytest',
      python([
        '    while value < low:\n        pass\n    return max(low, min(high, value))\n',
        ...PYTHON_PAIR,
      ]),
    ],
  ] as const)
    it(`is not held up by a candidate that loops on an input of ours: ${name}`, async () => {
      const startedAt = Date.now();
      const found = await solve(given);
      assertPairWins(found, given.candidates.slice(1));
      const outcomes = found.behaviour?.distinguishing?.outcomes.map(({ outcome }) => outcome);
      assert.ok(outcomes?.includes('does not end'), found.output);
      assert.ok(Date.now() - startedAt < 60_000);
    });

  it('says why a method is not compared', async () => {
    const found = await solve({
      files: {
        'package.json': manifest('node --test'),
        'src/box.js':
          'export class Box {\n  constructor(size) {\n    this.size = size;\n  }\n  area() {\n    return 0;\n  }\n}\n',
        'test/box.test.js':
          "import assert from 'node:assert/strict';\nimport { it } from 'node:test';\nimport { Box } from '../src/box.js';\nit('is 4', () => assert.equal(new Box(2).area(), 4));\nit('is 9', () => assert.equal(new Box(3).area(), 9));\n",
      },
      file: 'src/box.js',
      symbol: 'area',
      candidates: [
        '  area() {\n    return this.size * this.size;\n  }\n',
        '  area() {\n    return this.size ** 2;\n  }\n',
      ],
    });
    assert.match(found.behaviour?.skipped ?? '', /is a method/, found.output);
    assert.ok(found.winner !== undefined);
  });
});
