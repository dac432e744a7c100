import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { GrowingText } from '../growing-text';

/** How far from the end still counts as being at the end, in pixels. */
const NEAR = 24;

/**
 * Text that grows. New text is appended to what is there already, and stays in view unless the user
 * has scrolled away from the end; of a long text only the end is kept in the page.
 */
export function StreamingText({ text }: { readonly text: string }) {
  const box = useRef<HTMLPreElement>(null);
  const growing = useRef<GrowingText>();
  const atEnd = useRef(true);
  const [whole, setWhole] = useState(false);
  const [hidden, setHidden] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    growing.current ??= new GrowingText(element);
    setHidden(growing.current.update(text, whole));
    if (atEnd.current) element.scrollTop = element.scrollHeight;
  }, [text, whole]);
  useEffect(() => {
    const element = box.current;
    const onScroll = () => {
      if (!element) return;
      const rest = element.scrollHeight - element.scrollTop - element.clientHeight;
      atEnd.current = rest < NEAR;
    };
    element?.addEventListener('scroll', onScroll, { passive: true });
    return () => element?.removeEventListener('scroll', onScroll);
  }, []);
  return (
    <>
      {hidden > 0 && (
        <button type="button" class="link show-all" onClick={() => setWhole(true)}>
          Show all
        </button>
      )}
      <pre ref={box} class="streaming" tabIndex={0} />
    </>
  );
}
