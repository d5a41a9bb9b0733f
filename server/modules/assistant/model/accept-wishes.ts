import { contentWords } from '#engines/evidence';
import type { LanguageEngine, Span, Understanding, Wish } from '#engines/language';
import { dot, sentenceVector, type WordVectors } from '#engines/vectors';

/** A wish that a model reads in the shopper's words: `words` stand in the request letter by letter. */
export type ProposedWish = { facet: string; value: string; words: string };

/** Facets that only rank. What filters (kind, brand, size, price, condition) is understood by the language engine alone. */
export const PROPOSABLE_FACETS = [
  'occasion',
  'activity',
  'effect',
  'season',
  'recipient',
  'style',
  'warmth',
  'comfort',
  'durability',
  'colour',
  'material',
  'pattern',
  'length',
  'fit',
] as const;

const MOST_WISHES = 3;
/** Under what makes a named attribute hold wherever some listing has it: a wish that was guessed never filters. */
const WEIGHT = 0.5;
/** From this cosine on, a word stands near enough to a concept's name to speak for it. */
const NEAR = 0.5;
const DENIED =
  /(?:\b(?:not|no|never|without|isn't|don't|hate|avoid)\b[\w\s]{0,16}|[不没别无非][^，。]{0,3}|(?:بدون|نه|بی)\s[^،.]{0,12})$/iu;

/**
 * Adds those proposed wishes to a need that the request's own words support: words that were not understood, that stand
 * there and are not denied, and that name the concept or stand near its name. Constraints stay as they are, letter by
 * letter: nothing that must hold is added, removed or loosened, and no wish is taken for a facet that already must hold.
 */
export function acceptWishes(
  language: LanguageEngine,
  vectors: WordVectors | undefined,
  understanding: Understanding,
  proposals: ProposedWish[],
): Understanding {
  const { text, need, leftovers } = understanding;
  const wishes: Wish[] = [];
  for (const { facet, value, words } of proposals) {
    if (wishes.length >= MOST_WISHES) break;
    const key = `${facet}:${value}`;
    const span = findSpan(text, words);
    if (!span || !leftovers.some((left) => left.span.start < span.end && span.start < left.span.end)) continue;
    if (!(PROPOSABLE_FACETS as readonly string[]).includes(facet) || DENIED.test(text.slice(0, span.start))) continue;
    if (need.must.some((constraint) => constraint.facet === facet)) continue;
    if ([...need.wishes, ...wishes].some((wish) => wish.key === key)) continue;
    if (!supports(language, vectors, text.slice(span.start, span.end), key)) continue;
    wishes.push({ key, facet, value, grantedBy: [{ facet, value, weight: WEIGHT }], span });
  }
  if (wishes.length === 0) return understanding;
  const isTaken = ({ span }: { span: Span }) =>
    wishes.some((wish) => wish.span!.start <= span.start && span.end <= wish.span!.end);
  return {
    ...understanding,
    need: { ...need, wishes: [...need.wishes, ...wishes] },
    leftovers: leftovers.filter((left) => !isTaken(left)),
  };
}

function findSpan(text: string, words: string): Span | undefined {
  const start = words.trim() === '' ? -1 : text.toLowerCase().indexOf(words.trim().toLowerCase());
  return start < 0 ? undefined : { start, end: start + words.trim().length };
}

function supports(language: LanguageEngine, vectors: WordVectors | undefined, words: string, id: string): boolean {
  const concept = language.concept(id);
  if (!concept) return false;
  const said = contentWords(words).map(({ text, stem }) => ({ text, stem }));
  const own = sentenceVectorOf(vectors, said);
  return [...concept.en, ...concept.zh, ...concept.fa].some((label) => {
    const named = contentWords(label.replace(/^[=?]/, ''));
    if (named.some(({ stem }) => said.some((word) => word.stem === stem))) return true;
    return own !== null && dot(own, sentenceVectorOf(vectors, named)) >= NEAR;
  });
}

function sentenceVectorOf(vectors: WordVectors | undefined, words: { text: string }[]): Float32Array | null {
  return vectors && words.length > 0
    ? sentenceVector(
        vectors,
        words.map(({ text }) => text),
      )
    : null;
}
