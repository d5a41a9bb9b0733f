import type { Bitset } from './bitset.ts';
import type { Postings } from './postings.ts';

/** To look a slot up in a list costs about as much as reading so many of its entries. */
const LOOKUP = 16;

/** Reused between searches. */
let places = new Uint32Array(2048);

/**
 * Where in the list's page the entries stand whose slot is in a set, in order; `size` is that of the set. Good until the
 * next call. Where the list is much longer than the set, the set's slots are looked up in it (galloping: Bentley and
 * Yao, "An almost optimal algorithm for unbounded searching", 1976).
 */
export function commonEntries(postings: Postings, list: number, within: Bitset, size: number): Uint32Array {
  const length = postings.length(list);
  const most = Math.min(length, size);
  // One more, for the place that is written before it is known to be of use.
  if (places.length <= most) places = new Uint32Array(2 ** Math.ceil(Math.log2(most + 1)));
  const isSparse = size * LOOKUP + within.length < length;
  return places.subarray(0, isSparse ? gallop(postings, list, within) : readThrough(postings, list, within));
}

function readThrough(postings: Postings, list: number, within: Bitset): number {
  const { width } = postings;
  const page = postings.page(list);
  const start = postings.offset(list);
  const end = start + postings.length(list) * width;
  let count = 0;
  for (let at = start; at < end; at += width) {
    const slot = page[at]!;
    places[count] = at;
    count += (within[slot >>> 5]! >>> (slot & 31)) & 1;
  }
  return count;
}

function gallop(postings: Postings, list: number, within: Bitset): number {
  const { width } = postings;
  const page = postings.page(list);
  const start = postings.offset(list);
  const length = postings.length(list);
  let from = 0;
  let count = 0;
  for (let word = 0; word < within.length; word++) {
    for (let bits = within[word]!; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
      let step = 1;
      while (from + step < length && page[start + (from + step) * width]! < slot) step *= 2;
      let low = from + (step >>> 1);
      let high = Math.min(length, from + step + 1);
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (page[start + middle * width]! < slot) low = middle + 1;
        else high = middle;
      }
      if (low === length) return count;
      from = low;
      if (page[start + low * width] === slot) places[count++] = start + low * width;
    }
  }
  return count;
}
