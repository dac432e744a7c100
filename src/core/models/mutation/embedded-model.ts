import type {
  Model,
  ModelTraits,
  SampleEnd,
  SamplePart,
  SampleRequest,
  Usage,
} from '../../api/model';
import type { Problem } from '../../api/task';
import type { Syntax } from '../../syntax/syntax';
import { messageOf } from '../../util/human-error';
import { answerFor } from './answer';
import { findEdits } from './enumerate';
import { explain } from './explain';
import { hintsOf } from './hints';
import { rank, type RankedEdit } from './rank';

const traits: ModelTraits = {
  // Each sample costs a run of the tests; what is not among the first is seldom the repair.
  defaultSamples: 200,
  defaultConcurrency: 2,
  followsInstructions: false,
  repairs: false,
};

/** Characters a token stands for, on average, in code and English. */
const CHARACTERS_PER_TOKEN = 4;

type Candidates = Promise<readonly RankedEdit[]>;

/**
 * A model without a server: it knows the usual single mistakes and proposes to undo one of them,
 * the likeliest first. The sample of an index is the same whatever the seed, so that the samples of
 * a run are all different and runs repeat.
 */
export function createEmbeddedModel({ parse }: Pick<Syntax, 'parse'>): Model {
  const known = new WeakMap<Problem, Candidates>();

  async function enumerate(problem: Problem): Candidates {
    const { language, text, task } = problem;
    if (!language) return [];
    return rank(await findEdits(parse, text, language, task.range), hintsOf(problem));
  }

  function candidatesFor(problem: Problem): Candidates {
    const candidates = known.get(problem) ?? enumerate(problem);
    known.set(problem, candidates);
    return candidates;
  }

  return {
    name: 'embedded',
    provider: 'embedded',
    traits,
    sample: (request, signal) => sample(request, () => candidatesFor(request.problem), signal),
  };
}

async function* sample(
  { problem, index, maxTokens = Infinity }: SampleRequest,
  candidates: () => Candidates,
  signal: AbortSignal,
): AsyncGenerator<SamplePart> {
  const { language } = problem;
  if (!language) {
    yield ended(noGrammar(problem.task.file));
    return;
  }
  let edit: RankedEdit | undefined;
  try {
    edit = (await candidates())[index];
  } catch (error) {
    {
      yield ended(unreadable(problem.task.file, messageOf(error)));
      return;
    }
  }
  if (signal.aborted) {
    yield ended({ kind: 'cancelled' });
    return;
  }
  if (!edit) {
    yield ended({ kind: 'exhausted' });
    return;
  }
  const written = { reasoning: 0, answer: 0 };
  let end: SampleEnd = { kind: 'complete' };
  for (const part of partsOf(explain(problem, edit), answerFor(problem, language, edit))) {
    // Whoever reads the stream may cancel between two parts.
    await Promise.resolve();
    if (aborted(signal)) end = { kind: 'cancelled' };
    else if (tokens(written.reasoning + written.answer + part.text.length) > maxTokens)
      end = { kind: 'truncated' };
    if (end.kind !== 'complete') break;
    written[part.kind] += part.text.length;
    yield part;
  }
  yield { kind: 'usage', usage: usageOf(problem, written) };
  yield ended(end);
}

/** A signal changes while a sample is written, which the compiler does not see. */
function aborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

type TextPart = Extract<SamplePart, { readonly text: string }>;

/** The reasoning by paragraphs, the answer by some lines at a time. */
function partsOf(reasoning: string, answer: string): readonly TextPart[] {
  const paragraphs = reasoning.match(/[\s\S]+?(?:\n\n|$)/g) ?? [];
  const pieces = answer.match(/(?:.*\n){1,8}|.+$/g) ?? [];
  return [
    ...paragraphs.map((text) => ({ kind: 'reasoning' as const, text })),
    ...pieces.map((text) => ({ kind: 'answer' as const, text })),
  ];
}

function tokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}

function usageOf({ text }: Problem, written: { reasoning: number; answer: number }): Usage {
  return {
    promptTokens: tokens(text.length),
    outputTokens: tokens(written.reasoning + written.answer),
    reasoningTokens: tokens(written.reasoning),
    estimated: true,
  };
}

function ended(end: SampleEnd): SamplePart {
  return { kind: 'end', end };
}

function noGrammar(file: string): SampleEnd {
  return refused(
    `The embedded model writes JavaScript, TypeScript and Python only, and ${file} is none of these. Choose a model server instead: --provider openai with --base-url, or “Winnow: Choose Model” in the editor.`,
  );
}

function unreadable(file: string, reason: string): SampleEnd {
  return refused(
    `The embedded model could not read ${file} (${reason}). Choose a model server instead, or install Winnow again if its files are damaged.`,
  );
}

function refused(message: string): SampleEnd {
  return { kind: 'failed', failure: { kind: 'refused', message, fatal: true } };
}
