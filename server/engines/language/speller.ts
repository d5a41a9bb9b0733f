/** Finds the word a misspelling was meant to be. */
export type Speller = { correct(word: string): string | undefined };

const PREFIX = 8;

/**
 * A speller after SymSpell (Garbe 2012): every word is filed under what remains when up to two letters of its first
 * eight are left out, so a look-up is a few set probes. One mistake from 4 letters on, two from 8; a swap of neighbours
 * is one mistake (Damerau). Short words must keep their first letter.
 */
export function createSpeller(words: Iterable<string>): Speller {
  const known = new Set<string>();
  const deletions = new Map<string, string[]>();
  let isBuilt = false;
  const build = (): void => {
    isBuilt = true;
    for (const word of words) {
      if (word.length < 4 || word.length > 24 || known.has(word) || !/^[a-z؀-ۿ]+$/.test(word)) continue;
      known.add(word);
      for (const rest of deletionsOf(word.slice(0, PREFIX), word.length >= 7 ? 2 : 1)) {
        const bucket = deletions.get(rest);
        if (bucket) bucket.push(word);
        else deletions.set(rest, [word]);
      }
    }
  };
  return {
    correct(word) {
      if (word.length < 4 || word.length > 24 || !/^[a-z؀-ۿ]+$/.test(word)) return undefined;
      if (!isBuilt) build();
      if (known.has(word)) return undefined;
      const allowed = word.length >= 8 ? 2 : 1;
      let best: string | undefined;
      let bestDistance = allowed + 1;
      for (const rest of deletionsOf(word.slice(0, PREFIX), allowed)) {
        for (const candidate of deletions.get(rest) ?? []) {
          if (Math.abs(candidate.length - word.length) > allowed) continue;
          if (word.length < 6 && candidate[0] !== word[0]) continue;
          const distance = damerau(word, candidate, allowed);
          if (distance > (candidate.length >= 7 ? 2 : 1)) continue;
          const isBetter = distance < bestDistance || (distance === bestDistance && resembles(candidate, best, word));
          if (isBetter) {
            best = candidate;
            bestDistance = distance;
          }
        }
      }
      return best;
    },
  };
}

/** Between equals: the same length, then the same first letter, then the alphabet decides. */
function resembles(candidate: string, best: string | undefined, word: string): boolean {
  if (best === undefined) return true;
  const weigh = (other: string): number => (other.length === word.length ? 2 : 0) + (other[0] === word[0] ? 1 : 0);
  const difference = weigh(candidate) - weigh(best);
  return difference > 0 || (difference === 0 && candidate < best);
}

function deletionsOf(word: string, depth: number): Set<string> {
  const all = new Set([word]);
  let front = [word];
  for (let step = 0; step < depth; step++) {
    const next: string[] = [];
    for (const from of front) {
      if (from.length < 3) continue;
      for (let at = 0; at < from.length; at++) {
        const rest = from.slice(0, at) + from.slice(at + 1);
        if (all.has(rest)) continue;
        all.add(rest);
        next.push(rest);
      }
    }
    front = next;
  }
  return all;
}

/** Optimal string alignment distance, given up beyond `limit`. */
export function damerau(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let value = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + cost);
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwap) value = Math.min(value, beforeLast[column - 2]! + 1);
      current.push(value);
      if (value < smallest) smallest = value;
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[right.length]!;
}
