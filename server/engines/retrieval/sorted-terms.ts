/** Terms in order of their letters, for completions. */
export type SortedTerms = {
  add(list: number): void;
  /** Lists of living terms that begin with `prefix`, the first `limit` in the given order, which must begin with `frequency`. */
  startingWith(
    prefix: string,
    limit: number,
    frequency: (list: number) => number,
    order: (a: number, b: number) => number,
  ): number[];
};

/** So many new terms, or this share of all, are looked through one by one before they are sorted in. */
const MOST_UNSORTED = 4096;
const UNSORTED_SHARE = 1 / 8;

/** @param texts the terms by list; entries are added behind the index's back before `add`. */
export function createSortedTerms(texts: readonly string[]): SortedTerms {
  let sorted = new Uint32Array(0);
  let unsorted: number[] = [];

  function sortIn(): void {
    unsorted.sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
    const merged = new Uint32Array(sorted.length + unsorted.length);
    let from = 0;
    let to = 0;
    for (const list of unsorted) {
      const text = texts[list]!;
      while (from < sorted.length && texts[sorted[from]!]! < text) merged[to++] = sorted[from++]!;
      merged[to++] = list;
    }
    merged.set(sorted.subarray(from), to);
    sorted = merged;
    unsorted = [];
  }

  function firstFrom(prefix: string): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (texts[sorted[middle]!]! < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    add(list) {
      unsorted.push(list);
      if (unsorted.length > Math.max(MOST_UNSORTED, sorted.length * UNSORTED_SHARE)) sortIn();
    },
    startingWith(prefix, limit, frequency, order) {
      let best: number[] = [];
      let enough = 1;
      const offer = (list: number): void => {
        if (frequency(list) < enough) return;
        best.push(list);
        if (best.length < 4 * limit) return;
        best = best.sort(order).slice(0, limit);
        enough = frequency(best.at(-1)!);
      };
      for (let at = firstFrom(prefix); at < sorted.length && texts[sorted[at]!]!.startsWith(prefix); at++) {
        offer(sorted[at]!);
      }
      for (const list of unsorted) if (texts[list]!.startsWith(prefix)) offer(list);
      return best.sort(order).slice(0, limit);
    },
  };
}
