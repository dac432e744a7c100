import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Outcome } from '../../../src/core/api/behaviour';
import type { JudgedCandidate } from '../../../src/core/api/strategy';
import {
  clusterByBehaviour,
  distinguishingInput,
  rankByClusters,
  tellingInputs,
  type Observed,
} from '../../../src/core/select/clusters';

function candidate(number: number, votes = 1, doubts: readonly string[] = []): JudgedCandidate {
  const verdict = { kind: 'passed', tests: 1, durationMs: 1, doubts } as const;
  return { id: `c${number}`, votes, verdict, replacement: '' };
}

function gives(text: string, kind: Outcome['kind'] = 'returns', opaque = false): Outcome {
  return { kind, text, opaque };
}

function did(id: string, ...texts: readonly string[]): Observed {
  return { id, outcomes: texts.map((text) => gives(text)) };
}

describe('clusterByBehaviour', () => {
  const check = (
    title: string,
    ranked: readonly JudgedCandidate[],
    observed: readonly Observed[],
    expected: readonly (readonly string[])[],
  ) =>
    it(title, () => {
      const clusters = clusterByBehaviour(ranked, observed);
      assert.deepEqual(
        clusters.map(({ candidates }) => candidates),
        expected,
      );
    });

  check(
    'puts two that agree before one that came first',
    [candidate(1), candidate(2), candidate(3)],
    [did('c1', '1', '2'), did('c2', '1', '3'), did('c3', '1', '3')],
    [['c2', 'c3'], ['c1']],
  );
  check(
    'counts samples, not patches',
    [candidate(1, 3), candidate(2), candidate(3)],
    [did('c1', '1'), did('c2', '2'), did('c3', '2')],
    [['c1'], ['c2', 'c3']],
  );
  check(
    'gives nothing for the votes of candidates with doubts',
    [candidate(3), candidate(1, 2, ['a look']), candidate(2, 2, ['a look'])],
    [did('c1', '1'), did('c2', '1'), did('c3', '2')],
    [['c3'], ['c1', 'c2']],
  );
  check(
    'leaves out those that were not observed',
    [candidate(1), candidate(2)],
    [did('c2', '1')],
    [['c2']],
  );

  it('partitions the observed, and puts no two that differ together', () => {
    const observations = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(1), { minLength: 3, maxLength: 3 })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(observations, (made) => {
        const ranked = made.map(([votes], at) => candidate(at + 1, votes));
        const observed = made.map(([, texts], at) => did(`c${at + 1}`, ...texts.map(String)));
        const clusters = clusterByBehaviour(ranked, observed);
        const texts = new Map(observed.map(({ id, outcomes }) => [id, JSON.stringify(outcomes)]));
        const kinds = clusters.map(
          ({ candidates }) => new Set(candidates.map((id) => texts.get(id))),
        );
        assert.ok(kinds.every(({ size }) => size === 1));
        assert.equal(new Set(kinds.flatMap((each) => [...each])).size, clusters.length);
        const votes = clusters.map((each) => each.votes);
        assert.deepEqual(
          votes,
          votes.toSorted((a, b) => b - a),
        );
        const again = rankByClusters(ranked, clusters).map(({ id }) => id);
        assert.deepEqual(again.toSorted(), ranked.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe('tellingInputs', () => {
  it('leaves out what cannot be seen and what varies, unless candidates differ in it', () => {
    const one = [gives('function', 'returns', true), gives('', 'varies'), gives('3'), gives('x')];
    const two = [
      gives('function', 'returns', true),
      gives('', 'varies'),
      gives('3'),
      gives('', 'varies'),
    ];
    const observed = [
      { id: 'c1', outcomes: one },
      { id: 'c2', outcomes: two },
    ];
    assert.deepEqual(tellingInputs(observed), [2, 3]);
  });
});

describe('distinguishingInput', () => {
  it('prefers values to errors, and short inputs', () => {
    const observed: readonly Observed[] = [
      { id: 'c1', outcomes: [gives('TypeError', 'throws'), gives('1'), gives('1'), gives('5')] },
      { id: 'c2', outcomes: [gives('0'), gives('2'), gives('2'), gives('5')] },
    ];
    const clusters = clusterByBehaviour([candidate(1), candidate(2)], observed);
    assert.equal(
      distinguishingInput(clusters, observed, (input) => [1, 9, 4, 1][input] ?? 0),
      2,
    );
  });

  it('finds none in one cluster', () => {
    const observed = [did('c1', '1'), did('c2', '1')];
    const clusters = clusterByBehaviour([candidate(1), candidate(2)], observed);
    assert.equal(
      distinguishingInput(clusters, observed, () => 1),
      undefined,
    );
  });
});
