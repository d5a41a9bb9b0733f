import { type EvidencePassage, opinionLexicon, questionAspects, scriptLanguage } from '#engines/evidence';
import type { Understanding } from '#engines/language';
import type { AnswerContext } from './answer-context.ts';
import { guideOf } from './guide-points.ts';

/** What a guide says decides about a wish: its sections, and the attributes and aspects that its headings name. */
export type Matters = {
  passages: EvidencePassage[];
  attributes: string[];
  aspects: string[];
};

/** Named in passing by many titles: a guide about them is about one value of them. */
const TOO_COMMON = new Set(['fabric', 'colour', 'length', 'fit', 'price']);

/** What a title says of the wish weighs this much more than the reader's language. */
const SHARED = 2;

/**
 * The guide about what was wished for ("headphones for hiking"), by the concepts that its title shares with the wishes, in
 * any language. What its headings name is what to look at in each piece. Nothing where no guide is about a wish.
 */
export function mattersFor(
  context: AnswerContext,
  { need }: Understanding,
  guides: EvidencePassage[],
): Matters | undefined {
  const { conceptsIn } = context.tools;
  if (!conceptsIn) return undefined;
  const wanted = new Set([
    ...need.wishes.map(({ facet, value }) => `${facet}:${value}`),
    ...need.must.flatMap(({ facet, operator, anyOf }) =>
      operator === 'is' && facet !== 'category' ? anyOf.map((value) => `${facet}:${value}`) : [],
    ),
  ]);
  const scores = new Map<string, number>();
  for (const passage of guides) {
    const guide = guideOf(passage);
    if (scores.has(guide) || passage.source !== 'guide') continue;
    const title = passage.title ?? '';
    const titled = new Set(conceptsIn(title).map(({ id }) => id));
    const facets = new Set(
      questionAspects(title)
        .filter((aspect) => !TOO_COMMON.has(aspect))
        .flatMap((aspect) => opinionLexicon().byId.get(aspect)?.attributes ?? []),
    );
    const shared = [...wanted].filter((id) => titled.has(id) || facets.has(id.slice(0, id.indexOf(':')))).length;
    const isOwn = (passage.language ?? scriptLanguage(passage.text)) === context.language;
    scores.set(guide, shared === 0 ? 0 : shared * SHARED + Number(isOwn));
  }
  const [guide, score] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  if (score === 0) return undefined;
  const passages = guides.filter((passage) => guideOf(passage) === guide);
  const aspects = [...new Set(passages.flatMap(({ heading }) => (heading ? questionAspects(heading) : [])))];
  const attributes = aspects.flatMap((aspect) => opinionLexicon().byId.get(aspect)?.attributes ?? []);
  return { passages, aspects, attributes: [...new Set(attributes)] };
}

/** The sections to tell of: those that name what to look at, in the guide's order; others where there are too few. */
export function sectionsOf({ passages }: Matters, most: number): EvidencePassage[] {
  const headed = passages.filter(
    ({ heading }, i) => heading && passages.findIndex((other) => other.heading === heading) === i,
  );
  const telling = headed.filter(({ heading }) => questionAspects(heading!).length > 0);
  const others = headed.filter((passage) => !telling.includes(passage));
  const chosen = new Set([...telling, ...others].slice(0, most));
  return headed.filter((passage) => chosen.has(passage));
}
