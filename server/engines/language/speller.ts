/** Finds the word a misspelling was meant to be. */
export type Speller = { correct(word: string): string | undefined };

const SHORTEST = 4;
const LONGEST = 24;
/** Up to this length words are filed by what remains without one letter; longer ones by their ends. */
const SHORT = 7;
const SPELLABLE = /^[a-z؀-ۿ]+$/;

const SAFE_FOR_TWO = 9;

/**
 * A speller over a fixed list of words. One mistake is allowed from 5 letters on and two from 9, where a swap of
 * neighbours is one (Damerau); 4 letters may only be swapped or doubled wrongly. Words under 7 letters keep their first:
 * a wrong correction filters out what the shopper wants, a missed one only ranks worse. Short words are found by deletion as in SymSpell
 * (Garbe 2012), long ones by their first or last three letters, one of which two mistakes nearly always spare.
 */
export function createSpeller(words: Iterable<string>): Speller {
  const known = new Set<string>();
  const filed = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST || word.length > LONGEST || known.has(word) || !SPELLABLE.test(word)) continue;
    known.add(word);
    for (const key of keysOf(word)) {
      const others = filed.get(key);
      if (others) others.push(word);
      else filed.set(key, [word]);
    }
  }
  return {
    correct(word) {
      if (word.length < SHORTEST || word.length > LONGEST || known.has(word) || !SPELLABLE.test(word)) return undefined;
      const allowed = word.length >= SAFE_FOR_TWO ? 2 : 1;
      let best: string | undefined;
      let bestDistance = allowed + 1;
      for (const key of probesOf(word, allowed)) {
        for (const candidate of filed.get(key) ?? []) {
          if (Math.abs(candidate.length - word.length) > allowed) continue;
          if (candidate[0] !== word[0] && (word.length < 7 || allowed > 1)) continue;
          const distance = damerau(word, candidate, allowed);
          if (distance > allowed || (word.length <= 4 && !isSlip(word, candidate))) continue;
          const isCloser = distance < bestDistance || (distance === bestDistance && isLikelier(candidate, best, word));
          if (!isCloser) continue;
          best = candidate;
          bestDistance = distance;
        }
      }
      return best;
    },
  };
}

/** Only neighbours swapped, or a letter doubled that should not be or the other way round. */
function isSlip(word: string, candidate: string): boolean {
  if (word.length === candidate.length) return [...word].sort().join('') === [...candidate].sort().join('');
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  for (let at = 1; at < long.length; at++) {
    if (long[at] === long[at - 1] && long.slice(0, at) + long.slice(at + 1) === short) return true;
  }
  return false;
}

function keysOf(word: string): string[] {
  if (word.length > SHORT) return endKeys(word, word.length);
  return word.length === SHORT ? [...withoutOne(word), ...endKeys(word, word.length)] : withoutOne(word);
}

function probesOf(word: string, allowed: number): string[] {
  const probes = word.length <= SHORT + 1 ? withoutOne(word) : [];
  if (word.length >= SHORT - 1) {
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      if (length >= SHORT) probes.push(...endKeys(word, length));
    }
  }
  return probes;
}

function endKeys(word: string, length: number): string[] {
  return [`<${length}${word.slice(0, 3)}`, `>${length}${word.slice(-3)}`];
}

function withoutOne(word: string): string[] {
  const rests = [word];
  for (let at = 0; at < word.length; at++) rests.push(word.slice(0, at) + word.slice(at + 1));
  return rests;
}

/** Between equals: the same length, then the same first letter, then the alphabet decides. */
function isLikelier(candidate: string, best: string | undefined, word: string): boolean {
  if (best === undefined) return true;
  const weigh = (other: string): number => (other.length === word.length ? 2 : 0) + (other[0] === word[0] ? 1 : 0);
  const difference = weigh(candidate) - weigh(best);
  return difference > 0 || (difference === 0 && candidate < best);
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
