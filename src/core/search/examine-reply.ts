import type { LimitFunction } from 'p-limit';
import type { Candidate } from '../api/candidate';
import type { ParsedReply } from '../api/patch';
import type { Verdict } from '../api/verdict';
import type { Reply } from './draw-sample';
import type { SearchParts } from './search-parts';
import { progressOf, type SearchState } from './search-state';

/** Reads a reply, merges it with equal ones, has a new candidate verified; asks the stop rule. */
export async function examineReply(
  parts: SearchParts,
  state: SearchState,
  { sample, answer }: Reply,
  verifying: LimitFunction,
  signal: AbortSignal,
): Promise<void> {
  const parsed = parts.reading.parse(answer);
  const key = parsed.kind === 'patch' ? await parts.reading.keyOf(parsed.patch) : undefined;
  if (parsed.kind !== 'patch' || key === undefined) {
    parts.emit({ type: 'verdict', sample, verdict: verdictOfReply(parsed) });
    return;
  }
  const { candidate, isNew } = parts.ledger.add(parsed.patch, key, sample);
  if (!isNew) {
    parts.emit({ type: 'verdict', sample, verdict: { kind: 'duplicate', of: candidate.id } });
  } else {
    const { id, diff } = candidate;
    const { note } = parsed;
    parts.emit({
      type: 'candidate-created',
      candidate: id,
      sample,
      diff,
      ...(note !== undefined && { note }),
    });
    const verdict = await verifying(() => verify(parts, candidate, signal));
    parts.ledger.judged(id, verdict, parts.reading.replacementOf(candidate.patch));
    parts.emit({ type: 'verdict', candidate: id, sample, verdict });
  }
  const ending = parts.stop(progressOf(state, parts.ledger));
  if (ending !== undefined) state.stop(ending);
}

async function verify(
  { verifier, meter, emit }: SearchParts,
  candidate: Candidate,
  signal: AbortSignal,
): Promise<Verdict> {
  if (signal.aborted) return { kind: 'cancelled' };
  const startedAt = Date.now();
  const verdict = await verifier.verify(
    candidate.patch,
    (stage) => emit({ type: 'verification-started', candidate: candidate.id, stage }),
    signal,
  );
  meter.addTestTime(Date.now() - startedAt);
  return verdict;
}

/** The verdict of a reply that holds no patch to test. */
function verdictOfReply(parsed: ParsedReply): Verdict {
  switch (parsed.kind) {
    case 'malformed':
      return { kind: 'malformed', reason: parsed.reason };
    case 'unrecognised':
      return { kind: 'malformed', reason: 'the reply holds no code block' };
    case 'out-of-task':
      return {
        kind: 'rejected',
        reason: 'it changes files outside the task',
        paths: parsed.paths,
      };
    case 'patch':
      return { kind: 'malformed', reason: 'the reply changes nothing but comments and layout' };
  }
}
