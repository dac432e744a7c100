import { useMemo, useState } from 'preact/hooks';
import { renderMarkdown } from '../markdown';

/** Characters that are shown before the user asks for all. */
const SHOWN = 6_000;

/** A whole text as Markdown: its beginning, and all of it on demand. */
export function FinishedText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  const isLong = text.length > SHOWN && !whole;
  const html = useMemo(() => renderMarkdown(isLong ? text.slice(0, SHOWN) : text), [text, isLong]);
  return (
    <>
      <div class="finished" tabIndex={0} dangerouslySetInnerHTML={{ __html: html }} />
      {isLong && (
        <button type="button" class="link show-all" onClick={() => setWhole(true)}>
          Show all {text.length.toLocaleString()} characters
        </button>
      )}
    </>
  );
}
