import { hasCue } from './items.ts';
import { conceptFacet, conceptValue, FINER_FACETS } from './lexicon.ts';
import type { Item } from './match.ts';
import type { Intent, Need, Understanding } from './need.ts';

type Question = NonNullable<Understanding['question']>;

export type IntentReading = { intent: Intent; confidence: number; question: Question | undefined };

/** What the router looks at besides the items. */
export type IntentContext = { isListing: boolean; need: Need; hasReference: boolean };

/** Tells the ten kinds of utterance apart by cues and by what is named; the highest score wins. */
export function readIntent(text: string, items: Item[], context: IntentContext): IntentReading {
  const kind = questionKind(text, context.isListing);
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
  const compared = comparedIds(items);
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

  if (PRIVATE.test(text)) scores['out-of-scope'] = 5;
  else if (OVERRIDING.test(text) && categories.length === 0) scores['out-of-scope'] = 3;

  const ranked = (Object.entries(scores) as [Intent, number][]).sort((left, right) => right[1] - left[1]);
  const [intent, best] = ranked[0]!;
  const runnerUp = ranked[1]![1];
  const confidence = Math.max(0.3, Math.min(0.99, 0.5 + (best - runnerUp) / 4));
  const asksAbout =
    isQuestion || intent === 'type-comparison' || intent === 'listing-comparison' || intent === 'listing-question';
  const question = asksAbout ? { aspects: aspectsOf(items), compared, kind } : undefined;
  return { intent, confidence: Math.round(confidence * 100) / 100, question };
}

/** What no one is told: where people live, secrets of the shop, what a seller would take in the end. */
const PRIVATE =
  /\bhome address\b|\bapi keys?\b|\badmin password\b|\b(?:lowest|minimum) price .{0,30}(?:secret|accept)|底价|رمز ادمین/i;
/** Talk to the machine instead of talk about things. */
const OVERRIDING =
  /\bignore (?:your|all|any|the|previous)\b|\bdeveloper mode\b|\bsystem prompt\b|忽略.{0,8}(?:规则|指令)|نادیده بگیر/i;

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

/** Aspects asked about: those named, and the facets of attributes named where no aspect is. */
function aspectsOf(items: Item[]): string[] {
  const named = items.flatMap((item) => item.ids.filter((id) => conceptFacet(id) === 'aspect').map(conceptValue));
  if (named.length > 0) return [...new Set(named)];
  const attributes = items.flatMap((item) => item.ids.map(conceptFacet));
  const isAsked = (facet: string): boolean =>
    !/^(?:category|department|currency|unit)$/.test(facet) && !FINER_FACETS.has(facet);
  return [...new Set(attributes.filter(isAsked))];
}

/** Two values of one facet, or two categories, held against each other; failing that, what stands on either side. */
function comparedIds(items: Item[]): string[] {
  const byFacet = new Map<string, string[]>();
  for (const item of items) {
    for (const id of item.ids) {
      if (!isComparable(id)) continue;
      const facet = conceptFacet(id);
      const known = byFacet.get(facet) ?? [];
      if (!known.includes(id)) byFacet.set(facet, [...known, id]);
    }
  }
  // "In-ear or over-ear" names kinds of headphones and, with them, two categories: the kinds are meant.
  const isNearer = (ids: string[], most: string[]) =>
    ids.length > most.length || (ids.length === most.length && most[0]?.startsWith('category:') === true);
  const best = [...byFacet.values()].reduce((most, ids) => (isNearer(ids, most) ? ids : most), []);
  if (best.length >= 2) return best;
  for (let at = 1; at < items.length - 1; at++) {
    if (!/^(?:vs|versus|or|还是|和|یا|و)$/.test(items[at]!.text.toLowerCase())) continue;
    const left = items[at - 1]!.ids.find(isComparable);
    const right = items[at + 1]!.ids.find(isComparable);
    if (left !== undefined && right !== undefined && left !== right) return [left, right];
  }
  return [];
}

function isComparable(id: string): boolean {
  return !/^(?:currency|unit|aspect|recipient|occasion|activity|season):/.test(id);
}

const WH: [RegExp, Question['kind']][] = [
  [
    /^(?:how (?:much|many|long|big|heavy|warm|old|high|tall|deep|wide|far|soon|loud|bright|thick)|多少|几|多大|多长|多重|多久|多高|چقدر|چند)/,
    'how-much',
  ],
  [/^(?:what|what's|whats|什么|啥|چه|چی|چیه|چیست)/, 'what'],
  [/^(?:which|哪|کدام|کدوم)/, 'which'],
  [/^(?:how|怎么|如何|怎样|چطور|چگونه|چطوری)/, 'how'],
  [/^(?:why|为什么|为何|چرا)/, 'why'],
  [/^(?:when|什么时候|何时|کی )/, 'when'],
  [/^(?:where|哪里|哪儿|在哪|کجا)/, 'where'],
];

const YES_NO_START =
  /^\s*(?:is|are|does|do|did|can|could|will|would|has|have|was|were|should|am|isn't|doesn't|any chance)\b/i;
const YES_NO_ANY = /吗|能不能|是不是|会不会|可不可以|有没有|是否|好不好|合不合|么[？?]?$|(?:^|\s)آیا(?:\s|$)/;

/** The kind of a question, or `none` where nothing is asked. */
export function questionKind(text: string, isListing: boolean): Question['kind'] {
  const lower = text.slice(0, 400).toLowerCase().trim();
  if (/^(?:how (?:much|many|long|big|heavy|warm|old|high|tall|deep|wide|soon|loud|bright|thick))\b/.test(lower))
    return 'how-much';
  for (const [pattern, kind] of WH) if (pattern.test(lower)) return isPoliteRequest(lower) ? 'none' : kind;
  if (YES_NO_START.test(lower)) return isPoliteRequest(lower) ? 'none' : 'yes-no';
  const inner = innerKind(lower);
  if (inner) return inner;
  if (YES_NO_ANY.test(lower)) return isChineseRequest(lower) && !isListing ? 'none' : 'yes-no';
  return /[?？؟]\s*$/.test(lower) ? 'yes-no' : 'none';
}

function isPoliteRequest(lower: string): boolean {
  return /^(?:can|could|would|will) (?:you|i) (?:please )?(?:show|find|get|see|recommend|help|have|suggest|give|buy)|^(?:do you have|have you got|are there|is there) (?:any|a|an|some)?/.test(
    lower,
  );
}

/** 有没有黑色凉鞋 asks for sandals; 有没有口袋 asks about pockets. */
function isChineseRequest(lower: string): boolean {
  return /^有没有/.test(lower) && !/[吗？?]/.test(lower);
}

function innerKind(lower: string): Question['kind'] | undefined {
  if (/多少|几个|几成|多大|多长|多重|多久|多高|چقدر|چند /.test(lower)) return 'how-much';
  if (/为什么|为何|چرا/.test(lower)) return 'why';
  if (/怎么|如何|怎样|چطور|چگونه/.test(lower)) return 'how';
  if (/什么时候|何时/.test(lower)) return 'when';
  if (/哪里|哪儿|在哪|کجا/.test(lower)) return 'where';
  if (/哪|کدام|کدوم|\bwhich\b/.test(lower)) return 'which';
  if (/什么|啥|چیست|چیه|چه |چی |\bwhat\b|\bwhat's\b/.test(lower)) return 'what';
  if (/\bhow (?:do|does|to|can|should|would|is|are)\b/.test(lower)) return 'how';
  if (/[?？؟]/.test(lower)) return 'yes-no';
  return undefined;
}
