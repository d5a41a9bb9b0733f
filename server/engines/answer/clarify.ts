import type { Need } from '#engines/language';
import type { AnswerContext } from './answer-context.ts';
import type { Split } from './answer-input.ts';
import type { AnswerPart } from './answer-types.ts';

/** What decides which things one looks at at all, most deciding first. What one merely likes is never asked. */
export const DECIDING_FACETS = ['department', 'headphoneType', 'noiseCancelling', 'movement', 'length', 'heelType'];

/** Fewer candidates one looks through sooner than one answers a question. */
const FEWEST_CANDIDATES = 6;
/** How many of the candidates have to state it, and how they have to fall apart. */
const STATED_SHARE = 0.6;
const MOST_ON_ONE_SIDE = 0.75;
const LEAST_ON_A_SIDE = 0.15;
const MOST_CHOICES = 4;

/**
 * The one question that would decide most, or none: only where the candidates fall apart on something that decides, and
 * the request says nothing of it. Its choices are what there is, most common first; answering with one of their labels
 * refines the request.
 */
export function clarify(
  context: AnswerContext,
  { need, splits, candidates }: { need: Need; splits: readonly Split[]; candidates: number },
): Extract<AnswerPart, { type: 'clarification' }> | undefined {
  if (candidates < FEWEST_CANDIDATES) return undefined;
  const isSaid = (facet: string) =>
    need.must.some((must) => must.facet === facet) || need.wishes.some((wish) => wish.facet === facet);
  for (const facet of DECIDING_FACETS) {
    const values = splits.find((split) => split.facet === facet)?.values ?? [];
    const stated = values.reduce((sum, { count }) => sum + count, 0);
    const sides = values.filter(({ count }) => count >= stated * LEAST_ON_A_SIDE).slice(0, MOST_CHOICES);
    const isSplit =
      stated >= candidates * STATED_SHARE && sides.length >= 2 && sides[0]!.count <= stated * MOST_ON_ONE_SIDE;
    if (!isSplit || isSaid(facet)) continue;
    const choices = sides.map(({ value }) => ({ value, label: context.label(facet, value) }));
    return {
      type: 'clarification',
      question: context.messages.clarify(choices.map(({ label }) => label)),
      facet,
      choices,
    };
  }
  return undefined;
}
