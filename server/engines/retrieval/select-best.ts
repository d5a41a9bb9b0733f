import { type Bitset, hasSlot } from './bitset.ts';
import { firstOf } from './first-of.ts';
import { largestAt } from './largest-at.ts';
import type { ListingStore } from './listing-store.ts';
import { type Key, keyOf } from './sort-key.ts';

/**
 * The best of a list of slots, in no order: by key, then newest, then by id, so that the choice never depends on how the
 * index was filled. The slots are read from the last to the first: the newest, behind which those that tie with them
 * fall, mostly come last.
 */
export function selectBest(slots: Uint32Array, limit: number, key: Key, store: ListingStore): number[] {
  if (limit <= 0 || slots.length <= 2 * limit + GATHERED) return bestAmong(slots, slots.length, limit, key, store);
  const gathered = new Uint32Array(2 * limit + GATHERED);
  let size = 0;
  let least = Number.NEGATIVE_INFINITY;
  let oldest = Number.NEGATIVE_INFINITY;
  for (let end = slots.length; end > 0; end -= GATHERED) {
    const some = slots.subarray(Math.max(0, end - GATHERED), end);
    key.fill(some, some.length, someKeys);
    for (let at = some.length - 1; at >= 0; at--) {
      const own = someKeys[at]!;
      if (own < least || (own === least && store.listedAt(some[at]!) < oldest)) continue;
      gathered[size++] = some[at]!;
      if (size < gathered.length) continue;
      const best = bestAmong(gathered, size, limit, key, store);
      gathered.set(best);
      size = limit;
      least = best.reduce((lowest, slot) => Math.min(lowest, key.of(slot)), Number.POSITIVE_INFINITY);
      oldest = best.reduce(
        (first, slot) => (key.of(slot) === least ? Math.min(first, store.listedAt(slot)) : first),
        Number.POSITIVE_INFINITY,
      );
    }
  }
  return bestAmong(gathered, size, limit, key, store);
}

/** The best of the first `count` slots of a list that are in the set, in no order. */
export function selectBestOf(
  slots: ArrayLike<number>,
  count: number,
  set: Bitset,
  limit: number,
  key: Key,
  store: ListingStore,
): number[] {
  let kept = 0;
  candidates = withRoom(candidates, count, Uint32Array);
  for (let at = 0; at < count; at++) if (hasSlot(set, slots[at]!)) candidates[kept++] = slots[at]!;
  return selectBest(candidates.subarray(0, kept), limit, key, store);
}

/** The slots from best to last: by key, then newest, then by id. */
export function inOrder(slots: readonly number[], key: Key, store: ListingStore): number[] {
  const keyed = slots.map((slot) => ({ slot, key: key.of(slot) }));
  keyed.sort((a, b) => (a.key === b.key ? compareAge(store, a.slot, b.slot) : b.key > a.key ? 1 : -1));
  return keyed.map(({ slot }) => slot);
}

/** Newest first, then by id. */
export function compareAge(store: ListingStore, left: number, right: number): number {
  const newer = store.listedAt(right) - store.listedAt(left);
  return newer !== 0 ? newer : store.id(left) < store.id(right) ? -1 : 1;
}

/** So many slots are looked at in one go, and so many more than are wanted gathered before the rest is let go. */
const GATHERED = 1024;

/** Reused between searches. */
const someKeys = new Float64Array(GATHERED);
let candidates = new Uint32Array(0);
let keys = new Float64Array(0);
let ranked = new Float64Array(0);

function withRoom<Column extends { length: number }>(
  column: Column,
  room: number,
  Column: new (length: number) => Column,
): Column {
  return column.length >= room ? column : new Column(Math.max(2048, 2 ** Math.ceil(Math.log2(room))));
}

function bestAmong(slots: ArrayLike<number>, count: number, limit: number, key: Key, store: ListingStore): number[] {
  const { above, ties } = cut(slots, count, limit, key);
  if (above.length + ties.length <= limit) return [...above, ...ties];
  const newest = cut(ties, ties.length, limit - above.length, keyOf(store.listedAt));
  const missing = limit - above.length - newest.above.length;
  const { id } = store;
  return [...above, ...newest.above, ...firstOf(newest.ties, missing, (a, b) => id(a) < id(b))];
}

/** The slots whose key is above that of the `limit`th best, and those that have its key. */
function cut(slots: ArrayLike<number>, count: number, limit: number, key: Key): { above: number[]; ties: number[] } {
  if (limit <= 0) return { above: [], ties: [] };
  if (count <= limit) return { above: Array.from({ length: count }, (_, at) => slots[at]!), ties: [] };
  keys = withRoom(keys, count, Float64Array);
  ranked = withRoom(ranked, count, Float64Array);
  key.fill(slots, count, keys);
  ranked.set(keys.subarray(0, count));
  const least = largestAt(ranked, count, limit - 1);
  const above: number[] = [];
  const ties: number[] = [];
  for (let at = 0; at < count; at++) {
    if (keys[at]! > least) above.push(slots[at]!);
    else if (keys[at] === least) ties.push(slots[at]!);
  }
  return { above, ties };
}
