import { onMount, tick } from 'svelte';
import { afterNavigate } from '$app/navigation';

/**
 * Leads to what the address's `#anchor` names and marks it with `data-cited`, also where it is folded away or (with
 * `reveal`, which shows it) not on the page yet. `:target` alone misses navigation without a full load.
 */
export function followAnchor(reveal?: (id: string) => Promise<void>): void {
  let marked: Element | null = null;

  async function follow() {
    marked?.removeAttribute('data-cited');
    marked = null;
    const id = decodeURIComponent(location.hash.slice(1).split(':~:')[0] ?? '');
    if (!id) return;
    const isThere = document.getElementById(id) !== null;
    if (!isThere && reveal) {
      await reveal(id);
      await tick();
    }
    const element = document.getElementById(id);
    if (!element) return;
    let wasFolded = false;
    for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
      wasFolded ||= !fold.open;
      fold.open = true;
    }
    if (!isThere || wasFolded) element.scrollIntoView({ block: 'center' });
    element.setAttribute('data-cited', '');
    marked = element;
  }

  afterNavigate(() => void follow());
  onMount(() => {
    const onChange = () => void follow();
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  });
}
