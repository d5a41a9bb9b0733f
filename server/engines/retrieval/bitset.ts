/** Sets of slots as words of 32 bits; every function writes into its first argument and returns it. */
export type Bitset = Uint32Array;

export function emptySet(capacity: number): Bitset {
  return new Uint32Array((capacity + 31) >>> 5);
}

export function addSlot(set: Bitset, slot: number): void {
  set[slot >>> 5]! |= 1 << (slot & 31);
}

export function removeSlot(set: Bitset, slot: number): void {
  set[slot >>> 5]! &= ~(1 << (slot & 31));
}

export function hasSlot(set: Bitset, slot: number): boolean {
  return ((set[slot >>> 5]! >>> (slot & 31)) & 1) === 1;
}

export function intersect(target: Bitset, other: Bitset): Bitset {
  const words = Math.min(target.length, other.length);
  for (let word = 0; word < words; word++) target[word]! &= other[word]!;
  return target.fill(0, words);
}

export function unite(target: Bitset, other: Bitset): Bitset {
  const words = Math.min(target.length, other.length);
  for (let word = 0; word < words; word++) target[word]! |= other[word]!;
  return target;
}

export function subtract(target: Bitset, other: Bitset): Bitset {
  const words = Math.min(target.length, other.length);
  for (let word = 0; word < words; word++) target[word]! &= ~other[word]!;
  return target;
}

export function countSlots(set: Bitset): number {
  let count = 0;
  for (let word = 0; word < set.length; word++) count += countBits(set[word]!);
  return count;
}

/** How many slots two sets share. */
export function countCommon(left: Bitset, right: Bitset): number {
  const words = Math.min(left.length, right.length);
  let count = 0;
  for (let word = 0; word < words; word++) count += countBits(left[word]! & right[word]!);
  return count;
}

export function forEachSlot(set: Bitset, visit: (slot: number) => void): void {
  for (let word = 0; word < set.length; word++) {
    let bits = set[word]!;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits);
      visit((word << 5) + bit);
      bits &= bits - 1;
    }
  }
}

export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
