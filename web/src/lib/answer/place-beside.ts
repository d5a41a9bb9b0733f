const gap = 10;
const edge = 20;

/**
 * Keeps a fixed element under its anchor, or above it where there is more room, inside the window; `onlost` is called
 * when the anchor is scrolled out of it. Returns what ends it.
 */
export function placeBeside(element: HTMLElement, anchor: HTMLElement, onlost: () => void): () => void {
  function place(): void {
    const at = anchor.getBoundingClientRect();
    if (at.bottom < 0 || at.top > innerHeight) {
      onlost();
      return;
    }
    const { offsetWidth: width, offsetHeight: height } = element;
    const fitsBelow = at.bottom + gap + height <= innerHeight - edge;
    const top = fitsBelow || at.top < innerHeight - at.bottom ? at.bottom + gap : at.top - gap - height;
    const left = Math.min(Math.max(at.left + at.width / 2 - width / 2, edge), document.body.clientWidth - width - edge);
    element.style.top = `${Math.max(top, edge)}px`;
    element.style.left = `${left}px`;
  }
  place();
  addEventListener('scroll', place, { capture: true, passive: true });
  addEventListener('resize', place);
  return () => {
    removeEventListener('scroll', place, { capture: true });
    removeEventListener('resize', place);
  };
}
