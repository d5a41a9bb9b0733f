import { hasCue } from '../items.ts';
import { conceptFacet, conceptValue, FINER_FACETS } from '../lexicon.ts';
import type { Item } from '../match.ts';
import type { Intent, Need } from '../need.ts';
import type { QuestionKind } from '../question-kind.ts';

/** What the cues are read beside. */
export type CueContext = {
  text: string;
  items: Item[];
  kind: QuestionKind;
  isListing: boolean;
  need: Need;
  hasReference: boolean;
  /** Ids held against each other. */
  compared: string[];
};

/**
 * Which kind of utterance cues and what is named speak for: the first guess, which the router weighs with everything else.
 */
export function intentByCues(context: CueContext): Intent {
  const { text, items, kind, compared } = context;
  const isQuestion = kind !== 'none';
  const cues = countCues(items);
  const named = new Set(items.flatMap((item) => item.ids));
  const facets = new Set([...named].map(conceptFacet));
  const aspects = [...named].filter((id) => conceptFacet(id) === 'aspect').map(conceptValue);
  const categories = [...named].filter((id) => conceptFacet(id) === 'category');
  const things = items.filter(
    (item) => item.ids.some((id) => !/^(?:currency|unit|aspect):/.test(id)) || item.brands.length > 0,
  );
  const scores: Record<Intent, number> = {
    'keyword-search': things.length > 0 ? 1.2 : 0.6,
    'category-research': 0,
    recommendation: 0,
    'type-comparison': 0,
    'listing-comparison': 0,
    gift: 0,
    'listing-question': 0,
    order: 0,
    'small-talk': 0,
    'out-of-scope': 0,
  };
  const hasThings = things.length > 0;

  if (cues.order > 0) scores.order = 3 + cues.order * 0.3 - (context.isListing ? 1.2 : 0);
  if (cues.research > 0) scores['category-research'] = 2.4 + (categories.length > 0 ? 0.6 : 0) + (isQuestion ? 0.3 : 0);
  if (cues.compare > 0 && compared.length >= 2) scores['type-comparison'] = 3.2;
  else if (isQuestion && compared.length >= 2 && categories.length === 0 && isAlternative(items))
    scores['type-comparison'] = 2;
  else if (kind === 'which' && compared.length >= 2 && categories.length === 0) scores['type-comparison'] = 2.6;
  else if (compared.length >= 2 && isAlternative(items) && tellsKindsApart(compared) && context.need.must.every(isKind))
    scores['type-comparison'] = isQuestion ? 2.6 : categories.length === 0 ? 2.2 : 0;
  else if (cues.compare > 0 && (cues.these > 0 || cues.nth >= 1)) scores['listing-comparison'] = 3.4;
  else if (cues.compare > 0 && hasThings && isQuestion) scores['type-comparison'] = 2.2;
  if (cues.these > 0 || cues.nth >= 2) {
    if (cues.compare > 0 || isQuestion) scores['listing-comparison'] = Math.max(scores['listing-comparison'], 3.4);
  }
  const isGiving =
    named.has('occasion:gift') || (categories.length === 0 && [...named].some((id) => GIVING_DAYS.test(id)));
  const isGift = isGiving || (facets.has('recipient') && !facets.has('effect'));
  if (isGift) scores.gift = named.has('occasion:gift') ? 4.2 : isGiving ? 2.6 : 1.9;
  if (isGift && facets.has('recipient')) scores.gift += 0.4;
  const soft = countSoftFacets(items);
  if (soft > 0) scores.recommendation = 1 + soft * 0.45 + (things.length >= 2 ? 0.2 : 0);
  if (!isQuestion && isDescription(text, context.need))
    scores.recommendation = Math.max(scores.recommendation, scores['keyword-search'] + 0.1);
  if (cues.recommend > 0) scores.recommendation += hasThings ? 1.1 : 0.4;
  if (isQuestion && cues.recommend > 0 && hasThings) scores.recommendation += 0.5;
  if (kind === 'which' && categories.length > 0 && cues.compare === 0 && cues.these === 0) scores.recommendation += 1;
  const isPointing = cues.pointing > 0;
  if (context.isListing && (isQuestion || aspects.length > 0))
    scores['listing-question'] = 2.6 + (isPointing ? 0.6 : 0);
  else if (isPointing && isQuestion) scores['listing-question'] = 2.3 + (aspects.length > 0 ? 0.6 : 0);
  else if (
    isQuestion &&
    aspects.some((aspect) => aspect !== 'occasion-fit') &&
    cues.recommend === 0 &&
    cues.research === 0
  )
    scores['listing-question'] = 1.7;
  if (context.hasReference && !isQuestion) scores['listing-question'] = 0;
  if (cues.smallTalk > 0) {
    const meaning = items.filter((item) => item.kind === 'word').length + things.length;
    scores['small-talk'] = meaning === 0 ? 3.5 : meaning === 1 && categories.length === 0 ? 2.1 : 0.8;
  }
  const isBuyable =
    categories.length > 0 || [...facets].some((facet) => /^(?:colour|material|brand|noiseCancelling)$/.test(facet));
  if (cues.outOfScope > 0) scores['out-of-scope'] = isBuyable ? 1.1 : 2.8;
  else if (
    isQuestion &&
    !hasThings &&
    aspects.length === 0 &&
    !context.isListing &&
    cues.smallTalk === 0 &&
    cues.order === 0
  ) {
    scores['out-of-scope'] = cues.recommend + cues.research > 0 ? 0 : 0.9;
  }

  const [best] = (Object.entries(scores) as [Intent, number][]).sort((left, right) => right[1] - left[1]);
  return best![0];
}

/** Words of somebody who tells what a thing has to do, which bare names do without. */
const TELLING =
  /\b(?:i (?:can|have|wear)|my|that|which|when|so|never|actually|really)\b|(?:^|\s)(?:که|میخوام|می‌خوام)(?=\s|$)/i;

/** A thing told by several conditions wants an answer; a thing merely named wants a list. */
function isDescription(text: string, { must, wishes }: Need): boolean {
  const conditions = new Set([...must, ...wishes].map(({ facet }) => facet));
  for (const facet of ['category', 'brand', 'department', ...FINER_FACETS]) conditions.delete(facet);
  const isLong = /[,;،，；]/.test(text) || text.trim().split(/\s+/).length >= 7;
  return isLong && (conditions.size >= 3 || (conditions.size > 0 && TELLING.test(text)));
}

/** Days on which people give. */
const GIVING_DAYS =
  /^occasion:(?:christmas|valentines|mothers-day|fathers-day|birthday|teachers-day|housewarming|retirement|anniversary)$/;

/** What one has to know about before choosing; colours, materials and sizes one simply likes or needs. */
const KINDS_TO_EXPLAIN = new Set([
  'movement',
  'headphoneType',
  'noiseCancelling',
  'waterRating',
  'codec',
  'insulation',
]);

function tellsKindsApart(compared: string[]): boolean {
  return compared.every((id) => KINDS_TO_EXPLAIN.has(conceptFacet(id)));
}

/** Whether a constraint only says what sort of thing is meant: with a price or a size, pieces are looked for. */
function isKind({ facet }: Need['must'][number]): boolean {
  return facet === 'category' || KINDS_TO_EXPLAIN.has(facet);
}

function isAlternative(items: Item[]): boolean {
  return items.some((item) => hasCue(item, 'or'));
}

const SOFT_FACETS = new Set(
  'occasion activity effect season style priceLevel bass comfort noiseCancelling battery recipient sound'.split(' '),
);

/** How many kinds of soft needs are named apart from the thing itself: a summer dress is a dress, a hoop an earring. */
function countSoftFacets(items: Item[]): number {
  const apart = items.filter((item) => !item.ids.some((id) => conceptFacet(id) === 'category'));
  const facets = new Set(apart.flatMap((item) => item.ids.map(conceptFacet)));
  return [...facets].filter((facet) => SOFT_FACETS.has(facet)).length;
}

type CueCounts = Record<
  'order' | 'research' | 'compare' | 'these' | 'nth' | 'recommend' | 'pointing' | 'smallTalk' | 'outOfScope',
  number
>;

function countCues(items: Item[]): CueCounts {
  const count = (...cues: string[]): number =>
    items.filter((item) => item.cues.some((cue) => cues.includes(cue))).length;
  return {
    order: count('intent-order'),
    research: count('intent-research'),
    compare: count('intent-compare'),
    these: count('compare-these'),
    nth: count('refer-nth'),
    recommend: count('intent-recommend'),
    pointing: count('refer-this') + items.filter((item) => POINTING.test(item.text.toLowerCase())).length,
    smallTalk: count('intent-smalltalk'),
    outOfScope: count('out-of-scope'),
  };
}

const POINTING = /^(?:it|this|that|these|they|its|it's|them|این|اینها|اینو|آن|اون|它|这|那|这条|这件|这双|这个)$/;
