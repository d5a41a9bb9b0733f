import { getContext, setContext } from 'svelte';
import type { Citation } from '#contract/assistant';

/** Which citation is open, and where its mark stands. One for each answer panel. */
export type OpenCitation = {
  readonly current: Citation | null;
  readonly anchor: HTMLElement | null;
  press(event: MouseEvent, citation: Citation): void;
  hover(event: PointerEvent, citation: Citation): void;
  /** The pointer has left the mark or the popover; what it opened closes unless it returns. */
  leave(): void;
  stay(): void;
  close(): void;
};

const key = Symbol('citations');
const openAfterMs = 180;
const closeAfterMs = 260;

export function provideCitations(): OpenCitation {
  let current = $state.raw<Citation | null>(null);
  let anchor = $state.raw<HTMLElement | null>(null);
  let hovered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(element: EventTarget | null, citation: Citation): void {
    anchor = element as HTMLElement;
    current = citation;
  }

  const opened: OpenCitation = {
    get current() {
      return current;
    },
    get anchor() {
      return anchor;
    },
    press(event, citation) {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      clearTimeout(timer);
      if (current === citation && !hovered) return opened.close();
      hovered = false;
      open(event.currentTarget, citation);
    },
    hover(event, citation) {
      if (event.pointerType !== 'mouse') return;
      clearTimeout(timer);
      if (current === citation) return;
      const mark = event.currentTarget;
      timer = setTimeout(() => {
        hovered = true;
        open(mark, citation);
      }, openAfterMs);
    },
    leave() {
      clearTimeout(timer);
      if (hovered) timer = setTimeout(opened.close, closeAfterMs);
    },
    stay() {
      clearTimeout(timer);
    },
    close() {
      clearTimeout(timer);
      current = null;
      hovered = false;
    },
  };
  return setContext(key, opened);
}

export function useCitations(): OpenCitation {
  return getContext<OpenCitation>(key);
}
