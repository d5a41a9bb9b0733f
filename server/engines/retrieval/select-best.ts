import { type Bitset, forEachSlot } from './bitset.ts';
import type { ListingStore } from './listing-store.ts';

/**
 * The best slots of a set in order: by key, then newest, then by id, so that the order never depends on how the
 * index was filled. A bounded heap keeps the worst of the best on top.
 */
export function selectBest(set: Bitset, limit: number, keyOf: (slot: number) => number, store: ListingStore): number[] {
  if (limit <= 0) return [];
  const heap: number[] = [];
  const keys: number[] = [];

  function isBefore(slot: number, key: number, otherSlot: number, otherKey: number): boolean {
    if (key !== otherKey) return key > otherKey;
    const newer = store.listedAt(slot) - store.listedAt(otherSlot);
    if (newer !== 0) return newer > 0;
    return store.document(slot).id < store.document(otherSlot).id;
  }

  function swap(left: number, right: number): void {
    [heap[left], heap[right]] = [heap[right]!, heap[left]!];
    [keys[left], keys[right]] = [keys[right]!, keys[left]!];
  }

  function worse(left: number, right: number): boolean {
    return isBefore(heap[right]!, keys[right]!, heap[left]!, keys[left]!);
  }

  function rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!worse(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const child = right < heap.length && worse(right, left) ? right : left;
      if (!worse(child, at)) return;
      swap(at, child);
      at = child;
    }
  }

  forEachSlot(set, (slot) => {
    const key = keyOf(slot);
    if (heap.length < limit) {
      heap.push(slot);
      keys.push(key);
      rise(heap.length - 1);
      return;
    }
    if (!isBefore(slot, key, heap[0]!, keys[0]!)) return;
    heap[0] = slot;
    keys[0] = key;
    sink();
  });

  const keyed = heap.map((slot, index) => ({ slot, key: keys[index]! }));
  return keyed.sort((a, b) => (isBefore(a.slot, a.key, b.slot, b.key) ? -1 : 1)).map(({ slot }) => slot);
}
