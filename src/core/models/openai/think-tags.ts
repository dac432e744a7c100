/** A piece of a reply, told apart into what the model thought and what it answers. */
export interface Told {
  readonly kind: 'reasoning' | 'answer';
  readonly text: string;
}

/**
 * How a model marks its reasoning within the text: unknown before its first whole reply, then not
 * at all (`plain`), or with a closing tag whose opening one is part of its prompt template.
 */
export type ThinkHabit = 'unknown' | 'plain' | 'closing-only';

const OPENING = /^\s*<think(?:ing)?>/;
const OPENINGS = ['<think>', '<thinking>'];
const CLOSING = /<\/think(?:ing)?>/;
const STRAY_CLOSING = /<\/think(?:ing)?>\s/;
const CLOSINGS = ['</think>', '</thinking>'];
const LONGEST_TAG = '</thinking>'.length;

/** A reply that gets to its code this early does not think aloud first. */
const PROSE_BEFORE_CODE = 300;
const CODE = /(?:^|\n)\s*(?:```|~~~|<{5,})/;

/**
 * Splits streamed text at think tags, which may come in any number of pieces. Until it is known
 * that a model writes no closing tag without an opening one, text that might be reasoning is held
 * back: what has been called an answer cannot be called back.
 */
export class ThinkSplitter {
  private state: 'start' | 'undecided' | 'thinking' | 'after-thinking' | 'answering' = 'start';
  private held = '';
  /** Characters of `held` in which no closing tag was found. */
  private searched = 0;
  /** The end of what was told as an answer, in which a tag may have begun. */
  private lastAnswer = '';
  /** What was told as reasoning on the strength of the habit alone. */
  private presumed = '';

  constructor(private habit: ThinkHabit) {}

  push(text: string): readonly Told[] {
    this.held += text;
    return this.advance(false);
  }

  /** The reasoning comes by a way of its own, so that the text is nothing but the answer. */
  expectAnswer(): readonly Told[] {
    if (this.state !== 'start' && this.state !== 'undecided') return [];
    this.state = 'answering';
    return this.advance(false);
  }

  /**
   * The rest, and the habit to start the model's next reply with. `complete` says that the model
   * ended the reply, rather than a limit or a lost connection.
   */
  end(complete: boolean): { readonly told: readonly Told[]; readonly habit: ThinkHabit } {
    const told = this.advance(true);
    if (!complete) return { told, habit: this.habit };
    // A model that is known to close its reasoning and has not done so has only answered.
    if (this.state === 'thinking' && this.presumed !== '')
      return { told: [...told, ...tell('answer', this.presumed)], habit: 'unknown' };
    if (this.state === 'answering' && this.habit === 'unknown') this.habit = 'plain';
    return { told, habit: this.habit };
  }

  private advance(final: boolean): readonly Told[] {
    switch (this.state) {
      case 'start':
        return this.start(final);
      case 'undecided':
        return this.undecided(final);
      case 'thinking':
        return this.thinking(final);
      case 'after-thinking':
        return this.afterThinking();
      case 'answering':
        return tell('answer', this.answer());
    }
  }

  private start(final: boolean): readonly Told[] {
    const opening = OPENING.exec(this.held);
    if (opening === null) {
      const begun = this.held.trimStart();
      if (!final && OPENINGS.some((tag) => tag.startsWith(begun))) return [];
      this.state =
        this.habit === 'closing-only'
          ? 'thinking'
          : this.habit === 'plain'
            ? 'answering'
            : 'undecided';
      return this.advance(final);
    }
    if (this.habit === 'closing-only') this.habit = 'unknown';
    this.take(opening[0].length);
    this.state = 'thinking';
    return this.advance(final);
  }

  private undecided(final: boolean): readonly Told[] {
    if (CLOSING.test(this.held.slice(Math.max(this.searched - LONGEST_TAG, 0)))) {
      this.habit = 'closing-only';
      this.state = 'thinking';
      return this.advance(final);
    }
    this.searched = this.held.length;
    if (!final && !CODE.test(this.held.slice(0, PROSE_BEFORE_CODE))) return [];
    this.state = 'answering';
    return this.advance(final);
  }

  private thinking(final: boolean): readonly Told[] {
    const closing = CLOSING.exec(this.held);
    if (closing === null) {
      const reasoning = this.take(this.held.length - (final ? 0 : tagBegun(this.held)));
      if (this.habit === 'closing-only') this.presumed += reasoning;
      return tell('reasoning', reasoning);
    }
    const reasoning = this.take(closing.index);
    this.take(closing[0].length);
    this.state = 'after-thinking';
    return [...tell('reasoning', reasoning), ...this.afterThinking()];
  }

  private afterThinking(): readonly Told[] {
    if (this.held.trim() === '') return [];
    this.held = this.held.replace(/^(?:[ \t\r]*\n)+/, '');
    this.state = 'answering';
    return this.advance(false);
  }

  /** What is held, all of it an answer; a closing tag in it shows that the habit is another one. */
  private answer(): string {
    const text = this.take(this.held.length);
    const joined = this.lastAnswer + text;
    if (this.habit === 'plain' && STRAY_CLOSING.test(joined)) this.habit = 'closing-only';
    this.lastAnswer = joined.slice(-LONGEST_TAG);
    return text;
  }

  private take(length: number): string {
    const taken = this.held.slice(0, length);
    this.held = this.held.slice(length);
    return taken;
  }
}

function tell(kind: Told['kind'], text: string): readonly Told[] {
  return text === '' ? [] : [{ kind, text }];
}

/** How many characters at the end of a text may be the start of a closing tag. */
function tagBegun(text: string): number {
  for (let length = Math.min(LONGEST_TAG, text.length); length > 0; length -= 1) {
    const end = text.slice(-length);
    if (CLOSINGS.some((tag) => tag.startsWith(end))) return length;
  }
  return 0;
}
