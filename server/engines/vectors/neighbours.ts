import type { WordVectors } from './word-vectors.ts';

/** Which words mean nearly the same: for each word of the table its nearest others, found ahead by `learn/link.ts`. */
export type WordNeighbours = {
  /** The nearest words, nearest first, each with its cosine (0..1); none for a word that is not in the table. */
  of(word: string): { word: string; similarity: number }[];
};

const MAGIC = 0x564e5431; // 'VNT1'
const HEADER_BYTES = 12;

/**
 * Reads the table that `packNeighbours` wrote for these vectors. Layout, little-endian: magic, size, neighbours a word
 * (3 x uint32); rows (size x neighbours x uint16, the word's own row where there are fewer); cosines (size x neighbours
 * x uint8, in 255ths).
 */
export function loadWordNeighbours(bytes: Uint8Array, vectors: WordVectors): WordNeighbours {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER_BYTES || view.getUint32(0, true) !== MAGIC)
    throw new Error('not a table of neighbours');
  const size = view.getUint32(4, true);
  const most = view.getUint32(8, true);
  if (size !== vectors.size) throw new Error('the table of neighbours belongs to other word vectors');
  const cosinesAt = HEADER_BYTES + size * most * 2;
  return {
    of(word) {
      const row = vectors.indexOf(word);
      if (row < 0) return [];
      const found: { word: string; similarity: number }[] = [];
      for (let at = row * most; at < (row + 1) * most; at++) {
        const other = view.getUint16(HEADER_BYTES + at * 2, true);
        if (other === row) break;
        found.push({ word: vectors.wordAt(other), similarity: view.getUint8(cosinesAt + at) / 255 });
      }
      return found;
    },
  };
}

/** Finds every word's nearest others by cosine, at least `least`, at most `most` of them, and packs them. Quadratic. */
export function packNeighbours(vectors: WordVectors, least: number, most: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + vectors.size * most * 3);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, vectors.size, true);
  view.setUint32(8, most, true);
  for (let row = 0; row < vectors.size; row++) {
    const near: { other: number; similarity: number }[] = [];
    for (let other = 0; other < vectors.size; other++) {
      const similarity = other === row ? 0 : vectors.similarity(row, other);
      if (similarity >= least) near.push({ other, similarity });
    }
    near.sort((a, b) => b.similarity - a.similarity || a.other - b.other);
    for (let at = 0; at < most; at++) {
      const place = row * most + at;
      view.setUint16(HEADER_BYTES + place * 2, near[at]?.other ?? row, true);
      view.setUint8(
        HEADER_BYTES + vectors.size * most * 2 + place,
        Math.min(255, Math.round((near[at]?.similarity ?? 0) * 255)),
      );
    }
  }
  return bytes;
}
