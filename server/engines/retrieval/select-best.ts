import { type Bitset, hasSlot } from './bitset.ts';
import type { ListingStore } from './listing-store.ts';

/**
 * The best slots of a set in order: by key, then newest, then by id, so that the order never depends on how the
 * index was filled.
 */
export function selectBest(set: Bitset, limit: number, keyOf: (slot: number) => number, store: ListingStore): number[] {
  const best = createBest(limit, store);
  for (let word = 0; word < set.length; word++) {
    let bits = set[word]!;
    while (bits !== 0) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
      best.offer(slot, keyOf(slot));
      bits &= bits - 1;
    }
  }
  return best.inOrder();
}

/** The best of the first `count` slots of a list that are in the set, in any order. */
export function selectBestOf(
  slots: Uint32Array,
  count: number,
  set: Bitset,
  limit: number,
  keyOf: (slot: number) => number,
  store: ListingStore,
): number[] {
  const best = createBest(limit, store);
  for (let at = 0; at < count; at++) if (hasSlot(set, slots[at]!)) best.offer(slots[at]!, keyOf(slots[at]!));
  return best.inAnyOrder();
}

/** A bounded heap that keeps the worst of the best on top. */
function createBest(
  limit: number,
  store: ListingStore,
): { offer(slot: number, key: number): void; inOrder(): number[]; inAnyOrder(): number[] } {
  const slots: number[] = [];
  const keys: number[] = [];

  function isBefore(slot: number, key: number, otherSlot: number, otherKey: number): boolean {
    if (key !== otherKey) return key > otherKey;
    const newer = store.listedAt(slot) - store.listedAt(otherSlot);
    if (newer !== 0) return newer > 0;
    return store.document(slot).id < store.document(otherSlot).id;
  }

  function rise(slot: number, key: number): void {
    let at = slots.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (isBefore(slot, key, slots[parent]!, keys[parent]!)) break;
      slots[at] = slots[parent]!;
      keys[at] = keys[parent]!;
      at = parent;
    }
    slots[at] = slot;
    keys[at] = key;
  }

  function sink(slot: number, key: number): void {
    const length = slots.length;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      const right = child + 1;
      if (right < length && isBefore(slots[child]!, keys[child]!, slots[right]!, keys[right]!)) child = right;
      if (!isBefore(slot, key, slots[child]!, keys[child]!)) break;
      slots[at] = slots[child]!;
      keys[at] = keys[child]!;
      at = child;
    }
    slots[at] = slot;
    keys[at] = key;
  }

  return {
    offer(slot, key) {
      if (slots.length < limit) rise(slot, key);
      else if (limit > 0 && key >= keys[0]! && isBefore(slot, key, slots[0]!, keys[0]!)) sink(slot, key);
    },
    inAnyOrder: () => slots,
    inOrder() {
      const order = slots.map((_, index) => index);
      order.sort((a, b) => (isBefore(slots[a]!, keys[a]!, slots[b]!, keys[b]!) ? -1 : 1));
      return order.map((index) => slots[index]!);
    },
  };
}
