import assert from 'node:assert/strict';
import type { Problem } from '../../../src/core/api/task';
import { createEmbeddedModel } from '../../../src/core/models/mutation';
import { syntax } from '../syntax/support';
import { candidatesOf } from './support';
import { bugsInLists } from './bugs/in-lists';
import { bugsInPython } from './bugs/in-python';
import { bugsInTypescript } from './bugs/in-typescript';
import { bugsInValues } from './bugs/in-values';
import type { SeededBug } from './bugs/seeded-bug';

/** Samples within which a usual mistake should be repaired; each costs a run of the tests. */
const BUDGET = 40;
const SHARE_IN_BUDGET = 0.9;
const MEDIAN = 8;

const seededBugs = [...bugsInLists, ...bugsInValues, ...bugsInTypescript, ...bugsInPython];

describe('the order of the embedded model', () => {
  const places: (number | undefined)[] = [];

  for (const bug of seededBugs)
    it(`finds: ${bug.title}`, async () => {
      const place = await placeOfFix(bug);
      places.push(place);
      assert.ok(place !== undefined, 'the fix is not among the edits');
      if (process.env.SHOW_PLACES) console.log(`      ${place}`);
    });

  it('most repairs are among the first', () => {
    const found = places.filter((place) => place !== undefined).sort((a, b) => a - b);
    const early = found.filter((place) => place <= BUDGET).length / seededBugs.length;
    assert.ok(early >= SHARE_IN_BUDGET, `${early} within ${BUDGET}`);
    const median = found[Math.floor(found.length / 2)]!;
    assert.ok(median <= MEDIAN, `the median place is ${median}`);
  });
});

/** `«bug¦fix»` */
const MARKED = /«([^¦]*)¦([^»]*)»/;

/** The place, counted from 1, of the sample that repairs a bug. */
async function placeOfFix({ code, language, message }: SeededBug): Promise<number | undefined> {
  const text = code.replace(MARKED, '$1');
  const fixed = await syntax.normalise(code.replace(MARKED, '$2'), language);
  const last = text.trimEnd().split('\n').length;
  const file = language === 'python' ? 'subject.py' : 'subject.js';
  const problem: Problem = {
    task: { file, range: { first: 1, last } },
    language,
    text,
    failing: [{ id: 'works', message: message ?? 'AssertionError' }],
    attempts: [],
  };
  const candidates = await candidatesOf(createEmbeddedModel(syntax), problem);
  for (const [index, candidate] of candidates.entries())
    if ((await syntax.normalise(candidate, language)) === fixed) return index + 1;
  return undefined;
}
