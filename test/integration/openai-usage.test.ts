import assert from 'node:assert/strict';
import type { Part } from '../support/model-server';
import { draw, modelAt, withServer } from './openai-support';

const stop: readonly Part[] = [{ finish: 'stop' }, 'done'];

describe('the token counts of a reply', () => {
  const counted: readonly [title: string, usage: object, expected: object][] = [
    [
      'cached and reasoning tokens',
      {
        prompt_tokens: 10,
        completion_tokens: 5,
        total_tokens: 15,
        prompt_tokens_details: { cached_tokens: 8 },
        completion_tokens_details: { reasoning_tokens: 3 },
      },
      { promptTokens: 10, outputTokens: 5, reasoningTokens: 3, cachedTokens: 8, estimated: false },
    ],
    [
      "DeepSeek's cache hits",
      { prompt_tokens: 10, completion_tokens: 5, prompt_cache_hit_tokens: 6 },
      { promptTokens: 10, outputTokens: 5, cachedTokens: 6, estimated: false },
    ],
    [
      'reasoning outside the completion',
      { prompt_tokens: 10, completion_tokens: 5, total_tokens: 45 },
      { promptTokens: 10, outputTokens: 35, estimated: false },
    ],
    [
      'null details',
      {
        prompt_tokens: 10,
        completion_tokens: 5,
        total_tokens: null,
        completion_tokens_details: null,
      },
      { promptTokens: 10, outputTokens: 5, estimated: false },
    ],
  ];
  for (const [title, usage, expected] of counted)
    it(`are read: ${title}`, () =>
      withServer(
        [{ parts: [{ text: 'yes' }, { finish: 'stop' }, { usage }, 'done'] }],
        async (server) => {
          assert.deepEqual((await draw(modelAt(server))).usage, expected);
        },
      ));

  it('are estimated where the server reports none', () =>
    withServer(
      [{ parts: [{ reasoning: '12345678' }, { text: '1234' }, ...stop] }],
      async (server) => {
        const { usage } = await draw(modelAt(server));
        assert.ok(usage !== undefined && usage.promptTokens > 100);
        const { promptTokens } = usage;
        assert.deepEqual(usage, {
          promptTokens,
          outputTokens: 3,
          reasoningTokens: 2,
          estimated: true,
        });
      },
    ));

  it('are estimated for a reply that died', () =>
    withServer([{ parts: [{ text: '12345678' }, 'die'] }], async (server) => {
      const { usage } = await draw(modelAt(server));
      assert.deepEqual([usage?.outputTokens, usage?.estimated], [2, true]);
    }));
});
