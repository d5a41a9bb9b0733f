import type { SizeValue } from '#engines/language';
import type { FacetIndex, FacetName } from './facet-index.ts';
import type { ListingStore, StoredListing } from './listing-store.ts';
import type { Postings } from './postings.ts';
import { decodeFrame, encodeFrame } from './snapshot-frame.ts';
import { attributesLength, type TextIndex, textLength, titleLength } from './text-index.ts';

/** Raised when a snapshot that was written before no longer says what this code would have written. */
export const snapshotVersion = 1;

/** The parts of an index that a snapshot holds. */
export type SnapshotParts = { store: ListingStore; text: TextIndex; facets: FacetIndex };

type Frame =
  | { kind: 'terms'; terms: string[]; lengths: number[] }
  | { kind: 'facets'; names: FacetName[]; sizes: (SizeValue | null)[]; lengths: number[] }
  | { kind: 'distinct'; values: number[] }
  | { kind: 'columns'; names: string[]; lengths: number[] }
  | { kind: 'listings'; listings: (StoredListing | null)[]; lengths: number[] }
  | { kind: 'end'; listings: number };

const WORDS_A_FRAME = 1 << 18;
const LISTINGS_A_FRAME = 2048;
const VALUES_A_FRAME = 1 << 15;
/** Terms, title and entries of a listing, and the lengths of its three fields. */
const LENGTHS_A_LISTING = 6;

/**
 * The index as frames of bytes, from which `restoreParts` makes the same index. The index must not change until the
 * last one is taken; each is a few milliseconds' work.
 */
export function* framesOf({ store, text, facets }: SnapshotParts): Generator<Uint8Array> {
  for (const { lists, lengths, words } of batchesOf(text.vocabulary.postings)) {
    yield encode({ kind: 'terms', terms: lists.map((list) => text.vocabulary.text(list)), lengths }, words);
  }
  for (const { lists, lengths, words } of batchesOf(facets.postings)) {
    const names = lists.map((list) => facets.names[list]!);
    const sizes = names.map(({ facet, value }) => (facet === 'size' ? facets.sizeOf(value) : undefined) ?? null);
    yield encode({ kind: 'facets', names, sizes, lengths }, words);
  }
  const { distinct, postings, facetOf } = facets.numbers;
  for (let from = 0; from < distinct.length; from += VALUES_A_FRAME) {
    yield encode({ kind: 'distinct', values: distinct.slice(from, from + VALUES_A_FRAME) }, []);
  }
  for (const { lists, lengths, words } of batchesOf(postings)) {
    yield encode({ kind: 'columns', names: lists.map(facetOf), lengths }, words);
  }
  for (let from = 0; from < store.capacity; from += LISTINGS_A_FRAME) {
    yield frameOfListings(from, Math.min(store.capacity, from + LISTINGS_A_FRAME), { store, text, facets });
  }
  yield encode({ kind: 'end', listings: store.size }, []);
}

function encode(frame: Frame, words: readonly Uint32Array[]): Uint8Array {
  return encodeFrame(frame, words);
}

/** Lists one after the other, as many at a time as a frame holds. */
function* batchesOf(postings: Postings): Generator<{ lists: number[]; lengths: number[]; words: Uint32Array[] }> {
  let batch: { lists: number[]; lengths: number[]; words: Uint32Array[] } = { lists: [], lengths: [], words: [] };
  let size = 0;
  for (let list = 0; list < postings.count; list++) {
    const length = postings.length(list) * postings.width;
    const start = postings.offset(list);
    batch.lists.push(list);
    batch.lengths.push(length);
    batch.words.push(postings.page(list).subarray(start, start + length));
    size += length + 1;
    if (size < WORDS_A_FRAME) continue;
    yield batch;
    batch = { lists: [], lengths: [], words: [] };
    size = 0;
  }
  if (batch.lists.length > 0) yield batch;
}

function frameOfListings(from: number, to: number, { store, text, facets }: SnapshotParts): Uint8Array {
  const listings: (StoredListing | null)[] = [];
  const lengths: number[] = [];
  const words: Uint32Array[] = [];
  for (let slot = from; slot < to; slot++) {
    listings.push(store.stored(slot) ?? null);
    for (const lists of [text.terms, text.titles, facets.entries]) {
      const start = lists.offset(slot);
      words.push(lists.page(slot).subarray(start, start + lists.length(slot)));
      lengths.push(lists.length(slot));
    }
    const packed = text.lengths.packed[slot] ?? 0;
    lengths.push(titleLength(packed), attributesLength(packed), textLength(packed));
  }
  return encode({ kind: 'listings', listings, lengths }, words);
}

/**
 * Takes the frames of a snapshot into empty parts, in their order. Throws where they are not those of a snapshot of
 * this version; the parts are then of no use. `isWhole` once the last one is in.
 */
export function restoreParts(parts: SnapshotParts): { accept(bytes: Uint8Array): void; isWhole(): boolean } {
  let slot = 0;
  let isWhole = false;
  return {
    accept(bytes) {
      const { head, words } = decodeFrame(bytes);
      const frame = head as Frame;
      if (frame.kind === 'end') isWhole = frame.listings === parts.store.size;
      else if (frame.kind === 'listings') slot = restoreListings(frame, slot, words, parts);
      else restoreLists(frame, words, parts);
    },
    isWhole: () => isWhole,
  };
}

function restoreLists(
  frame: Exclude<Frame, { kind: 'end' | 'listings' }>,
  words: Uint32Array,
  { text, facets }: SnapshotParts,
): void {
  if (frame.kind === 'distinct') {
    facets.numbers.restoreDistinct(frame.values);
    return;
  }
  let at = 0;
  for (const [index, length] of frame.lengths.entries()) {
    const entries = words.subarray(at, at + length);
    at += length;
    if (frame.kind === 'terms') text.restoreTerm(frame.terms[index]!, entries);
    else if (frame.kind === 'columns') facets.numbers.restoreColumn(frame.names[index]!, entries);
    else facets.restoreList(frame.names[index]!, frame.sizes[index] ?? undefined, entries);
  }
}

function restoreListings(
  { listings, lengths }: Extract<Frame, { kind: 'listings' }>,
  from: number,
  words: Uint32Array,
  { store, text, facets }: SnapshotParts,
): number {
  let at = 0;
  const take = (length: number): Uint32Array => {
    at += length;
    return words.subarray(at - length, at);
  };
  for (const [index, listing] of listings.entries()) {
    const slot = from + index;
    const own = lengths.slice(index * LENGTHS_A_LISTING, (index + 1) * LENGTHS_A_LISTING);
    store.restore(listing ?? undefined);
    text.restoreListing(slot, { terms: take(own[0]!), title: take(own[1]!), lengths: own.slice(3) });
    facets.restoreEntries(slot, take(own[2]!));
  }
  return from + listings.length;
}
