import { useState } from 'preact/hooks';
import { FinishedText } from './finished-text';
import { StreamingText } from './streaming-text';

interface ReasoningProps {
  readonly title: string;
  readonly text: string;
  /** More of it may come. */
  readonly streaming: boolean;
}

/** What a model wrote: plain while it grows, as Markdown when it is whole. */
export function Reasoning({ title, text, streaming }: ReasoningProps) {
  const [open, setOpen] = useState(true);
  if (text === '') return null;
  return (
    <details
      class={`text ${title.toLowerCase()}`}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {title} <span class="size">{sizeOf(text)}</span>
      </summary>
      {open && (streaming ? <StreamingText text={text} /> : <FinishedText text={text} />)}
    </details>
  );
}

function sizeOf(text: string): string {
  const words = Math.round(text.length / 6);
  return words < 100 ? '' : `≈ ${words.toLocaleString()} words`;
}
