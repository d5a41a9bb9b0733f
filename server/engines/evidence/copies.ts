import type { EvidencePassage } from './evidence-types.ts';
import { wordsOf } from './words.ts';

/** Texts shorter than this (in words) are alike by chance: "Love it, fits well." */
const FEWEST_WORDS = 8;
const SHINGLE_WORDS = 3;
/** From this share of common shingles on one text is a copy of the other. */
const ALIKE = 0.75;

/**
 * The passages that repeat an earlier one nearly word for word, by id: one voice that speaks twice is one voice. Likeness
 * is the share of common runs of three words (Broder, "On the resemblance and containment of documents", 1997).
 */
export function findCopies(passages: readonly EvidencePassage[]): Set<string> {
  const copies = new Set<string>();
  const originals: Set<string>[] = [];
  const byShingle = new Map<string, number[]>();
  for (const passage of passages) {
    const shingles = shinglesOf(passage.text);
    if (!shingles) continue;
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      for (const original of byShingle.get(shingle) ?? []) shared.set(original, (shared.get(original) ?? 0) + 1);
    }
    const isCopy = [...shared].some(
      ([original, common]) => common / (shingles.size + originals[original]!.size - common) >= ALIKE,
    );
    if (isCopy) {
      copies.add(passage.id);
      continue;
    }
    const place = originals.push(shingles) - 1;
    for (const shingle of shingles) byShingle.set(shingle, [...(byShingle.get(shingle) ?? []), place]);
  }
  return copies;
}

/** The runs of three words of a text, or nothing where it is too short to be told from another. */
function shinglesOf(text: string): Set<string> | undefined {
  const words = wordsOf(text).map((word) => word.text.toLowerCase());
  if (words.length < FEWEST_WORDS) return undefined;
  return new Set(words.slice(SHINGLE_WORDS - 1).map((_, at) => words.slice(at, at + SHINGLE_WORDS).join(' ')));
}
