/**
 * A table of static word vectors, one signed byte a dimension with a scale a word. `rank` is the word's place by
 * frequency in general English (0 = most frequent), from which its probability is taken (Zipf).
 */
export type WordVectors = {
  dimensions: number;
  size: number;
  /** The row of a word, or -1. */
  indexOf: (word: string) => number;
  wordAt: (row: number) => string;
  /** Rank by frequency of a row. */
  rankOf: (row: number) => number;
  /** Cosine of two rows. */
  similarity: (a: number, b: number) => number;
  /** Adds `weight` times the vector of a row to `target`. */
  addTo: (target: Float32Array, row: number, weight: number) => void;
};

const MAGIC = 0x56565431; // 'VVT1'

/**
 * Reads the table written by `learn/distil.ts`. Layout, little-endian: magic, size, dimensions, bytes of the word list (4 x
 * uint32); ranks (size x uint32); scales (size x float32); vectors (size x dimensions x int8); words (UTF-8, one a line).
 */
export function loadWordVectors(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 16 || view.getUint32(0, true) !== MAGIC) throw new Error('not a table of word vectors');
  const size = view.getUint32(4, true);
  const dimensions = view.getUint32(8, true);
  const wordBytes = view.getUint32(12, true);
  const ranks = new Uint32Array(size);
  const scales = new Float32Array(size);
  let at = 16;
  for (let i = 0; i < size; i++, at += 4) ranks[i] = view.getUint32(at, true);
  for (let i = 0; i < size; i++, at += 4) scales[i] = view.getFloat32(at, true);
  const table = new Int8Array(bytes.buffer, bytes.byteOffset + at, size * dimensions);
  at += size * dimensions;
  const words = new TextDecoder().decode(bytes.subarray(at, at + wordBytes)).split('\n');
  const rows = new Map<string, number>();
  for (let i = 0; i < size; i++) rows.set(words[i]!, i);
  return {
    dimensions,
    size,
    indexOf: (word) => rows.get(word) ?? -1,
    wordAt: (row) => words[row]!,
    rankOf: (row) => ranks[row]!,
    similarity(a, b) {
      let sum = 0;
      const from = a * dimensions;
      const to = b * dimensions;
      for (let d = 0; d < dimensions; d++) sum += table[from + d]! * table[to + d]!;
      return sum * scales[a]! * scales[b]!;
    },
    addTo(target, row, weight) {
      const factor = scales[row]! * weight;
      const base = row * dimensions;
      for (let d = 0; d < dimensions; d++) target[d]! += table[base + d]! * factor;
    },
  };
}

/** Packs words, ranks and vectors into the layout that `loadWordVectors` reads. */
export function packWordVectors(rows: { word: string; rank: number; vector: ArrayLike<number> }[]): Uint8Array {
  const dimensions = rows[0]?.vector.length ?? 0;
  const words = new TextEncoder().encode(rows.map((row) => row.word).join('\n'));
  const bytes = new Uint8Array(16 + rows.length * (8 + dimensions) + words.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, rows.length, true);
  view.setUint32(8, dimensions, true);
  view.setUint32(12, words.length, true);
  let at = 16;
  for (const row of rows) {
    view.setUint32(at, row.rank, true);
    at += 4;
  }
  for (const row of rows) {
    view.setFloat32(at, largest(row.vector) / 127 || 1, true);
    at += 4;
  }
  for (const row of rows) {
    const scale = largest(row.vector) / 127 || 1;
    for (let d = 0; d < dimensions; d++) view.setInt8(at++, Math.round(row.vector[d]! / scale));
  }
  bytes.set(words, at);
  return bytes;
}

function largest(vector: ArrayLike<number>): number {
  let most = 0;
  for (let d = 0; d < vector.length; d++) most = Math.max(most, Math.abs(vector[d]!));
  return most;
}
