/** A concept of a title with where it stands (UTF-16 offsets). */
type Named = { facet: string; value: string; start: number; end: number };

const HAN = /[\u3400-\u9fff]/u;
const ARABIC = /[\u0600-\u06ff]/u;
/** What may follow the head of an English noun phrase: the end, a sign, a number, or a word that opens another phrase. */
const PHRASE_ENDS =
  /^(?:\s*$|\s*[^\p{L}\p{N}\s'-]|\s+-|\s*\d|\s+(?:for|with|in|on|by|at|from|and|without|w)(?![\p{L}\p{N}]))/u;

/**
 * The categories that say what the titled thing is. A laptop bag is no laptop: in English the head of a phrase stands
 * last, so a category counts only where its phrase ends; in Chinese the last one named is the head, in Persian the first.
 */
export function headCategories(title: string, found: readonly Named[], propertyStarts: ReadonlySet<number>): string[] {
  const categories = found.filter(({ facet }) => facet === 'category');
  if (categories.length === 0) return [];
  const at = (start: number | undefined): string[] =>
    categories.filter((category) => category.start === start).map(({ value }) => value);
  if (HAN.test(title)) return at(categories.at(-1)?.start);
  if (ARABIC.test(title)) return at(categories[0]?.start);
  const heads = categories.filter(({ end }) => {
    const rest = title.slice(end);
    const gap = rest.length - rest.trimStart().length;
    return PHRASE_ENDS.test(rest) || (gap > 0 && propertyStarts.has(end + gap));
  });
  // "Bag for laptop": what a preposition leads to is another thing.
  const first = heads.find(
    ({ start }) => !/(?:^|\s)(?:for|with|without|in|on)\s[^,;(]*$/iu.test(title.slice(0, start)),
  );
  return first === undefined ? [] : at(first.start);
}
