/** Characters that are kept in the page of a text that still grows. */
const KEPT = 12_000;

/** Characters in one text node: a node is laid out anew when it grows, the ones before it are not. */
const NODE = 4_000;

/** Writes a text that only grows into an element, touching nothing but its two ends. */
export class GrowingText {
  #written = 0;
  #dropped = 0;
  #whole = false;

  constructor(private readonly element: HTMLElement) {}

  /**
   * Brings the element up to the text. Only the end of a long one is kept unless the `whole` text
   * is wanted. Returns how many characters at its start are not shown.
   */
  update(text: string, whole: boolean): number {
    if (whole !== this.#whole || text.length < this.#written) this.#startOver(text, whole);
    this.#append(text.slice(this.#written));
    this.#written = text.length;
    if (!whole) this.#dropFirst();
    return this.#dropped;
  }

  #startOver(text: string, whole: boolean): void {
    this.element.replaceChildren();
    this.#whole = whole;
    this.#dropped = whole ? 0 : Math.max(0, text.length - KEPT);
    this.#written = this.#dropped;
  }

  #append(added: string): void {
    let rest = added;
    const last = this.element.lastChild;
    if (last instanceof Text && last.length < NODE) {
      const fitting = rest.slice(0, NODE - last.length);
      last.appendData(fitting);
      rest = rest.slice(fitting.length);
    }
    for (let at = 0; at < rest.length; at += NODE)
      this.element.append(document.createTextNode(rest.slice(at, at + NODE)));
  }

  #dropFirst(): void {
    for (;;) {
      const first = this.element.firstChild;
      if (!(first instanceof Text)) return;
      if (this.#written - this.#dropped - first.length < KEPT) return;
      this.#dropped += first.length;
      first.remove();
    }
  }
}
