import { countBits } from './bitset.ts';
import { editDistance } from './edit-distance.ts';

/** Words by what typing errors keep: their first letter, about their length, and most of the letters they are made of. */
export type LetterIndex = {
  add(list: number): void;
  /** Words at most `allowed` edits away, in the order they came in. */
  within(word: string, allowed: number): { list: number; distance: number }[];
};

type Family = { lists: number[]; signatures: number[] };

/** @param texts the words by list; entries are added behind the index's back before `add`. */
export function createLetterIndex(texts: readonly string[]): LetterIndex {
  const families = new Map<string, Family>();

  return {
    add(list) {
      const word = texts[list]!;
      const key = `${word[0]}${word.length}`;
      const family = families.get(key);
      if (family) {
        family.lists.push(list);
        family.signatures.push(signatureOf(word));
      } else families.set(key, { lists: [list], signatures: [signatureOf(word)] });
    },
    within(word, allowed) {
      const found: { list: number; distance: number }[] = [];
      const own = signatureOf(word);
      for (let length = word.length - allowed; length <= word.length + allowed; length++) {
        const family = families.get(`${word[0]}${length}`);
        if (!family) continue;
        const { lists, signatures } = family;
        for (let at = 0; at < signatures.length; at++) {
          if (countBits(own ^ signatures[at]!) > 2 * allowed) continue;
          const distance = editDistance(word, texts[lists[at]!]!, allowed);
          if (distance <= allowed) found.push({ list: lists[at]!, distance });
        }
      }
      return found;
    },
  };
}

/** One bit for each letter that occurs. An edit changes two at most, so words far apart here need no closer look. */
function signatureOf(word: string): number {
  let signature = 0;
  for (let at = 0; at < word.length; at++) signature |= 1 << (word.charCodeAt(at) & 31);
  return signature;
}
