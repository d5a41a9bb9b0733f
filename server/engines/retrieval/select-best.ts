import { type Bitset, hasSlot } from './bitset.ts';
import { firstOf } from './first-of.ts';
import { largestAt } from './largest-at.ts';
import type { ListingStore } from './listing-store.ts';

type Key = (slot: number) => number;

/**
 * The best slots of a set, in no order: by key, then newest, then by id, so that the choice never depends on how the
 * index was filled.
 */
export function selectBest(set: Bitset, limit: number, keyOf: Key, store: ListingStore): number[] {
  let count = 0;
  candidates = withRoom(candidates, set.length * 32, Uint32Array);
  for (let word = 0; word < set.length; word++) {
    for (let bits = set[word]!; bits !== 0; bits &= bits - 1) {
      candidates[count++] = (word << 5) + 31 - Math.clz32(bits & -bits);
    }
  }
  return bestOf(candidates, count, limit, keyOf, store);
}

/** The best of the first `count` slots of a list that are in the set, in no order. */
export function selectBestOf(
  slots: ArrayLike<number>,
  count: number,
  set: Bitset,
  limit: number,
  keyOf: Key,
  store: ListingStore,
): number[] {
  let kept = 0;
  candidates = withRoom(candidates, count, Uint32Array);
  for (let at = 0; at < count; at++) if (hasSlot(set, slots[at]!)) candidates[kept++] = slots[at]!;
  return bestOf(candidates, kept, limit, keyOf, store);
}

/** The slots from best to last: by key, then newest, then by id. */
export function inOrder(slots: readonly number[], keyOf: Key, store: ListingStore): number[] {
  const keyed = slots.map((slot) => ({ slot, key: keyOf(slot) }));
  keyed.sort((a, b) => (a.key === b.key ? compareAge(store, a.slot, b.slot) : b.key > a.key ? 1 : -1));
  return keyed.map(({ slot }) => slot);
}

/** Newest first, then by id. */
export function compareAge(store: ListingStore, left: number, right: number): number {
  const newer = store.listedAt(right) - store.listedAt(left);
  return newer !== 0 ? newer : store.id(left) < store.id(right) ? -1 : 1;
}

/** Reused between searches. */
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

/** So many more than are wanted are gathered before those that fall short are let go. */
const GATHERED = 1024;

/** Reads the slots from the last to the first: the newest, of which those that tie with them fall short, mostly come last. */
function bestOf(slots: Uint32Array, count: number, limit: number, keyOf: Key, store: ListingStore): number[] {
  const room = 2 * limit + GATHERED;
  if (limit <= 0 || count <= room) return bestAmong(slots, count, limit, keyOf, store);
  const gathered = new Uint32Array(room);
  let size = 0;
  let least = Number.NEGATIVE_INFINITY;
  let oldest = Number.NEGATIVE_INFINITY;
  for (let at = count - 1; at >= 0; at--) {
    const slot = slots[at]!;
    const key = keyOf(slot);
    if (key < least || (key === least && store.listedAt(slot) < oldest)) continue;
    gathered[size++] = slot;
    if (size < room) continue;
    gathered.set(bestAmong(gathered, size, limit, keyOf, store));
    size = limit;
    least = Number.POSITIVE_INFINITY;
    for (let own = 0; own < limit; own++) least = Math.min(least, keyOf(gathered[own]!));
    oldest = Number.POSITIVE_INFINITY;
    for (let own = 0; own < limit; own++) {
      if (keyOf(gathered[own]!) === least) oldest = Math.min(oldest, store.listedAt(gathered[own]!));
    }
  }
  return bestAmong(gathered, size, limit, keyOf, store);
}

function bestAmong(slots: Uint32Array, count: number, limit: number, keyOf: Key, store: ListingStore): number[] {
  const { above, ties } = cut(slots, count, limit, keyOf);
  if (above.length + ties.length <= limit) return [...above, ...ties];
  const newest = cut(ties, ties.length, limit - above.length, store.listedAt);
  const missing = limit - above.length - newest.above.length;
  const { id } = store;
  return [...above, ...newest.above, ...firstOf(newest.ties, missing, (a, b) => id(a) < id(b))];
}

/** The slots whose key is above that of the `limit`th best, and those that have its key. */
function cut(slots: ArrayLike<number>, count: number, limit: number, keyOf: Key): { above: number[]; ties: number[] } {
  if (limit <= 0) return { above: [], ties: [] };
  if (count <= limit) return { above: Array.from({ length: count }, (_, at) => slots[at]!), ties: [] };
  keys = withRoom(keys, count, Float64Array);
  ranked = withRoom(ranked, count, Float64Array);
  for (let at = 0; at < count; at++) keys[at] = keyOf(slots[at]!);
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
