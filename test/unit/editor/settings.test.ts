import assert from 'node:assert/strict';
import { isHosted, serverOf } from '../../../src/editor/settings/api-keys';
import { parseDuration } from '../../../src/editor/settings/duration';
import { parseSettings } from '../../../src/editor/settings/schema';
import { SettingError } from '../../../src/editor/settings/setting-error';

const defaults = {
  model: { provider: 'auto', name: '', baseUrl: ' ' },
  sampling: {
    n: null,
    concurrency: null,
    temperature: null,
    effort: 'default',
    strategy: 'adaptive',
    stop: 'balanced',
    repairRounds: 1,
    maxTokens: null,
    deadline: '',
    seed: 0,
  },
  tests: { command: '', report: 'auto', timeout: null, auditTime: '' },
  sandbox: { kind: 'auto', allowOutside: false },
};

describe('settings', () => {
  it('leave out what is empty', () => {
    assert.deepEqual(parseSettings(defaults), {
      model: { provider: 'auto' },
      sampling: { strategy: 'adaptive', stop: 'balanced', repairRounds: 1, seed: 0 },
      tests: { report: 'auto' },
      sandbox: 'auto',
      allowOutside: false,
    });
  });

  it('get the units of the engine', () => {
    const { sampling, tests } = parseSettings({
      ...defaults,
      sampling: { ...defaults.sampling, n: 4, effort: 'low', deadline: '1.5m' },
      tests: { ...defaults.tests, command: ' make check ', timeout: 30 },
    });
    assert.equal(sampling.deadlineMs, 90_000);
    assert.equal(sampling.n, 4);
    assert.equal(sampling.effort, 'low');
    assert.deepEqual(tests, { report: 'auto', command: 'make check', timeoutMs: 30_000 });
  });

  const refused: readonly (readonly [string, object])[] = [
    ['winnow.sampling.n', { sampling: { ...defaults.sampling, n: 'many' } }],
    ['winnow.sampling.deadline', { sampling: { ...defaults.sampling, deadline: 'soon' } }],
    ['winnow.model.provider', { model: { ...defaults.model, provider: 'oracle' } }],
  ];
  for (const [setting, values] of refused)
    it(`name ${setting} if it makes no sense`, () => {
      assert.throws(
        () => parseSettings({ ...defaults, ...values }),
        (error) =>
          error instanceof SettingError &&
          error.setting === setting &&
          error.message.includes(setting),
      );
    });
});

describe('parseDuration', () => {
  const check = (text: string, expected: number | undefined) =>
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(parseDuration(text), expected));
  check('90s', 90_000);
  check(' 10m ', 600_000);
  check('1h', 3_600_000);
  check('0s', undefined);
  check('10', undefined);
  check('-1m', undefined);
});

describe('a server', () => {
  const check = (baseUrl: string | undefined, server: string, hosted: boolean) =>
    it(`is told from ${String(baseUrl)}`, () => {
      assert.equal(serverOf(baseUrl), server);
      assert.equal(isHosted(baseUrl), hosted);
    });
  check(undefined, 'https://api.openai.com', true);
  check('https://models.example.com/api/v1/', 'https://models.example.com', true);
  check('http://localhost:11434/v1', 'http://localhost:11434', false);
  check('http://192.168.1.7:8000/v1', 'http://192.168.1.7:8000', false);
});
