import assert from 'node:assert/strict';
import { whyUnusable } from '../../../src/core/verify/unusable';
import { SET_KEY, WHERE_ADDRESS, WHERE_MODEL } from '../../../src/core/models/openai/failure-words';
import { inEditorWords } from '../../../src/webview/editor-words';

describe('inEditorWords', () => {
  const check = (message: string, expected: string) =>
    it(expected, () => assert.equal(inEditorWords(message), expected));

  check(
    `Start it, or correct the address ${WHERE_ADDRESS}.`,
    'Start it, or correct the address (winnow.model.baseUrl).',
  );
  check(`Choose another one ${WHERE_MODEL}.`, 'Choose another one (winnow.model.name).');
  check(SET_KEY, 'Run “Winnow: Set API Key”.');
  check(
    'Check the test script, or name the command with --test-command.',
    'Check the test script, or name the command in the setting winnow.tests.command.',
  );
  check(
    'Raise --test-timeout, or name a command for fewer tests with --test-command.',
    'Raise the setting winnow.tests.timeout, or name a command for fewer tests in the setting winnow.tests.command.',
  );
  check(
    'Write a test that fails, or say what to change with --instruction.',
    'Write a test that fails, or say what to change when you are asked for an instruction.',
  );

  it('leaves no option of the command line in what is said of tests that cannot judge', () => {
    const ends = [
      { kind: 'completed' },
      { kind: 'not-started', detail: '' },
      { kind: 'prepare-failed', command: 'make', detail: '' },
      { kind: 'crashed', detail: '' },
      { kind: 'timed-out', limitMs: 1_000 },
      { kind: 'out-of-memory', limitBytes: 1 },
    ] as const;
    for (const end of ends) {
      const said = whyUnusable({ end, tests: [], output: '', durationMs: 1 } as never) ?? '';
      assert.doesNotMatch(inEditorWords(said), /(^|\s)--\w/, said);
    }
  });
});
