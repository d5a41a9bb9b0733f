import { getContext, onMount, setContext } from 'svelte';
import type { Citation } from '#contract/assistant';

/** Which sources are open, and where their mark stands. One for each answer panel. */
export type OpenCitations = {
  readonly current: readonly Citation[];
  readonly anchor: HTMLElement | null;
  /** Opened by a press, which takes the reader there; hovering only shows. */
  readonly isPressed: boolean;
  /** Whether scripts run: until then every source of a sentence stands on the page. */
  readonly isAlive: boolean;
  press(event: MouseEvent, citations: readonly Citation[]): void;
  hover(event: PointerEvent, citations: readonly Citation[]): void;
  /** The pointer has left the mark or the popover; what it opened closes unless it returns. */
  leave(): void;
  stay(): void;
  close(): void;
};

const key = Symbol('citations');
const openAfterMs = 180;
const closeAfterMs = 260;

export function provideCitations(): OpenCitations {
  let current = $state.raw<readonly Citation[]>([]);
  let anchor = $state.raw<HTMLElement | null>(null);
  let isPressed = $state.raw(false);
  let isAlive = $state.raw(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onMount(() => {
    isAlive = true;
  });

  function open(element: EventTarget | null, citations: readonly Citation[], by: 'press' | 'hover'): void {
    anchor = element as HTMLElement;
    current = citations;
    isPressed = by === 'press';
  }

  const opened: OpenCitations = {
    get current() {
      return current;
    },
    get anchor() {
      return anchor;
    },
    get isPressed() {
      return isPressed;
    },
    get isAlive() {
      return isAlive;
    },
    press(event, citations) {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      clearTimeout(timer);
      if (anchor === event.currentTarget && isPressed) return opened.close();
      open(event.currentTarget, citations, 'press');
    },
    hover(event, citations) {
      if (event.pointerType !== 'mouse') return;
      clearTimeout(timer);
      const mark = event.currentTarget;
      if (anchor === mark) return;
      timer = setTimeout(() => open(mark, citations, 'hover'), openAfterMs);
    },
    leave() {
      clearTimeout(timer);
      if (!isPressed) timer = setTimeout(opened.close, closeAfterMs);
    },
    stay() {
      clearTimeout(timer);
    },
    close() {
      clearTimeout(timer);
      anchor = null;
      current = [];
    },
  };
  return setContext(key, opened);
}

export function useCitations(): OpenCitations {
  return getContext<OpenCitations>(key);
}
