import type { Candidate } from '../api/candidate';
import type { Patch } from '../api/patch';
import type { JudgedCandidate } from '../api/strategy';
import type { Verdict } from '../api/verdict';

/** All candidates of a run: equal patches are one candidate with several votes. */
export interface Ledger {
  /** Files a patch under its normalised form; `isNew` is false for a further vote. */
  add(
    patch: Patch,
    key: string,
    sample: string,
  ): { readonly candidate: Candidate; readonly isNew: boolean };
  judged(candidate: string, verdict: Verdict, replacement: string): void;
  /** Judged candidates in the order of their verdicts, with today's votes. */
  results(): readonly JudgedCandidate[];
  get(candidate: string): Candidate | undefined;
}

export function createLedger(unifiedDiff: (patch: Patch) => string): Ledger {
  const byKey = new Map<string, Candidate>();
  const byId = new Map<string, Candidate>();
  const judged: Omit<JudgedCandidate, 'votes'>[] = [];

  const store = (key: string, candidate: Candidate) => {
    byKey.set(key, candidate);
    byId.set(candidate.id, candidate);
    return candidate;
  };

  return {
    add(patch, key, sample) {
      const known = byKey.get(key);
      if (known) {
        const candidate = store(key, { ...known, samples: [...known.samples, sample] });
        return { candidate, isNew: false };
      }
      const id = `c${byId.size + 1}`;
      const candidate = store(key, { id, patch, samples: [sample], diff: unifiedDiff(patch) });
      return { candidate, isNew: true };
    },
    judged: (id, verdict, replacement) => void judged.push({ id, verdict, replacement }),
    results: () =>
      judged.map((entry) => ({ ...entry, votes: byId.get(entry.id)?.samples.length ?? 0 })),
    get: (id) => byId.get(id),
  };
}
