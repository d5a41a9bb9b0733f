import {
  type Comparable,
  type Language,
  mergeNeeds,
  type Need,
  type Pointing,
  readPointing,
  refineNeed,
  type Understanding,
} from '#engines/language';
import type { StoredAnswer } from './tables.ts';

/** What was said last in a conversation, as far as it matters for what is said next. */
export type LastSaid = {
  understanding: Understanding;
  /** The one listing that was spoken of, if it was one. */
  listingId: string | null;
  /** Facets that were asked about so far; none is asked about twice. */
  clarified: string[];
  /** Keys of what the asker took off; it stays off. */
  without: string[];
};

/** A listing in sight: what comparatives are measured by. */
export type InSight = Comparable & { id: string; title: string; category: string | null };

/**
 * What an utterance means where it stands: as merged with what was said before, and which listings it speaks of.
 * `question` puts it in words that need nothing before them, where they differ.
 */
export type FollowUp = {
  understanding: Understanding;
  about:
    | { kind: 'anything' }
    | { kind: 'listing'; listingId: string; isOverview: boolean; question: string }
    | { kind: 'listings'; listingIds: string[] }
    /** Others that resemble this one, which is left out. */
    | { kind: 'like'; listing: InSight }
    | { kind: 'not-in-sight'; inSight: number };
  /** Whether the words stand on what was said before: they alone are no search. */
  isRefinement: boolean;
};

export type FollowUpInput = {
  /** Read without anything before it. */
  own: Understanding;
  last: LastSaid | undefined;
  inSight: readonly InSight[];
  /** The listing whose page it was asked on. */
  listing: InSight | undefined;
};

/** Reads an utterance against what was said and what is in sight. Pure. */
export function readFollowUp({ own, last, inSight, listing }: FollowUpInput): FollowUp {
  const pointing = inSight.length > 0 ? readPointing(own.text, inSight.length) : undefined;
  const pointed = pointing?.positions.map((position) => inSight[position]!) ?? [];
  const changes = (own.need.reference?.changes ?? []).filter(
    ({ direction }) => direction === 'more' || direction === 'less',
  );
  const aside = { ...own, need: last?.understanding.need ?? own.need };

  if (pointing && pointed.length === 0)
    return {
      understanding: { ...aside, intent: 'listing-question' },
      about: { kind: 'not-in-sight', inSight: inSight.length },
      isRefinement: true,
    };
  if (pointed.length >= 2 && changes.length === 0 && comparesThem(own, pointing!))
    return {
      understanding: { ...aside, intent: 'listing-comparison' },
      about: { kind: 'listings', listingIds: pointed.map(({ id }) => id) },
      isRefinement: true,
    };
  const model = pointed.length === 1 ? pointed[0] : listing;
  if (model && (pointed.length === 1 || mayLeavePage(own)) && (changes.length > 0 || asksForLike(own)))
    return likeThis(own, last, model, changes);
  if (pointed.length === 1) return aboutOne(aside, pointed[0]!.id, asked(own, pointing!));
  if (listing) return { understanding: merged(own, last), about: { kind: 'anything' }, isRefinement: false };

  const focus = last && focusOf(own, last, inSight);
  if (focus) return aboutOne(aside, focus, own.text);
  if (!last) return { understanding: own, about: { kind: 'anything' }, isRefinement: false };
  return { ...refined(own, last, changes, inSight), about: { kind: 'anything' } };
}

function aboutOne(understanding: Understanding, listingId: string, question: string): FollowUp {
  const isOverview = !understanding.question || isGeneral(question);
  return {
    understanding: { ...understanding, intent: 'listing-question' },
    about: { kind: 'listing', listingId, isOverview, question },
    isRefinement: true,
  };
}

/** "How about the second one?" asks for everything about it. */
function isGeneral(question: string): boolean {
  return /^\s*(?:(?:what|how) about|how is|tell me (?:more )?about|what do you (?:think|know) (?:of|about))?\s*it[\p{P}\s]*$|^它(?:怎么样|如何|呢|好吗)?[\p{P}\s]*$|^این\s*(?:چطوره|چطور است|چطور|چیه|خوبه)?[\p{P}\s]*$/iu.test(
    question,
  );
}

const IT: Record<Language, string> = { en: 'it', zh: '它', fa: 'این' };

/** The question with the place of the piece replaced by "it". */
function asked({ text, language }: Understanding, { spans }: Pointing): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + IT[language] + rest.slice(end), text)
    .trim();
}

/** Several pieces are compared; "those in blue" only says which are wanted. */
function comparesThem({ intent, question, need }: Understanding, { spans, positions }: Pointing): boolean {
  const isNamed = spans.length > 1 || positions.length === 2;
  return (
    isNamed || intent === 'listing-comparison' || COMPARING.test(need.terms.join(' ')) || question?.kind === 'which'
  );
}

const COMPARING = /compare|比|مقایسه/;

function asksForLike({ text }: Understanding): boolean {
  return /\b(?:like|similar to|same as)\b|(?:像|类似|相似|同款|差不多)|(?:مثل|شبیه|مشابه)/iu.test(text);
}

/** On a listing's page what is said is about the listing, unless others are asked for. */
function mayLeavePage({ need, question }: Understanding): boolean {
  return need.reference !== undefined && question === undefined;
}

/** Pieces like one, in what is said to differ different from it. What had to hold still does. */
function likeThis(
  own: Understanding,
  last: LastSaid | undefined,
  model: InSight,
  changes: NonNullable<Need['reference']>['changes'],
): FollowUp {
  const base: Need = last?.understanding.need ?? { must: [], wishes: [], terms: [] };
  const together = mergeNeeds(base, own.need);
  const isKind = together.must.some(({ facet, operator }) => facet === 'category' && operator === 'is');
  const { category } = model;
  const kind = { key: `category:is:${category}`, facet: 'category', operator: 'is' as const, bendable: true };
  const must = category && !isKind ? [{ ...kind, anyOf: [category] }, ...together.must] : together.must;
  const { need } = refineNeed({ ...together, must }, changes, model);
  return {
    understanding: { ...own, intent: 'recommendation', question: undefined, need },
    about: { kind: 'like', listing: model },
    isRefinement: true,
  };
}

/** "Is it lined?" after one piece was spoken of, or of the best match; languages that need no "it" leave it out. */
function focusOf(own: Understanding, last: LastSaid, inSight: readonly InSight[]): string | undefined {
  const named = own.need.must.some(({ facet, operator }) => facet === 'category' && operator === 'is');
  if (!own.question || named || ['order', 'small-talk', 'type-comparison'].includes(own.intent)) return undefined;
  if (SHOWS_OTHERS.test(own.text)) return undefined;
  const saysIt = PRONOUN.test(own.text);
  const asksAspect = own.question.aspects.length > 0 && own.intent === 'listing-question';
  if (last.listingId !== null && (saysIt || asksAspect)) return last.listingId;
  return saysIt && own.language === 'en' && own.question.aspects.length > 0 ? inSight[0]?.id : undefined;
}

const PRONOUN = /\b(?:it|it's|its|this|that)\b|它|这件|这条|这双|这款|这个|(?:^|\s)(?:این|اون|آن)(?=\s|$)|اش(?:\s|$)/iu;
const SHOWS_OTHERS = /\b(?:anything|something|others?|any)\b|有没有别的|别的|چیز دیگر|دیگه‌ای/iu;

function merged(own: Understanding, last: LastSaid | undefined): Understanding {
  return last ? { ...own, need: mergeNeeds(last.understanding.need, own.need) } : own;
}

/** The need goes on: what is new replaces, comparatives are measured by what was shown first. */
function refined(
  own: Understanding,
  last: LastSaid,
  changes: NonNullable<Need['reference']>['changes'],
  inSight: readonly InSight[],
): { understanding: Understanding; isRefinement: boolean } {
  const before = last.understanding;
  const addsNeed = own.need.must.length + own.need.wishes.length > 0 || changes.length > 0;
  if (EITHER.test(own.text) && !addsNeed)
    return {
      understanding: { ...own, need: before.need, intent: before.intent, question: undefined },
      isRefinement: true,
    };
  // 好的 and باشه are courtesies by themselves, not in "blue, okay".
  const isAside = ['small-talk', 'out-of-scope', 'order'].includes(own.intent) && !(addsNeed && own.intent !== 'order');
  if (isAside) return { understanding: { ...own, need: before.need }, isRefinement: true };
  let { need } = merged(own, last);
  for (const change of changes) {
    const than = inSight.find((listing) => refineNeed(need, [change], listing).applied.length > 0);
    if (than) need = refineNeed(need, [change], than).need;
  }
  const isOwnKind = !['keyword-search', 'small-talk', 'out-of-scope', 'listing-question'].includes(own.intent);
  const asksForMore = own.question === undefined || own.intent === 'keyword-search';
  const kept = before.intent === 'gift' ? 'gift' : 'recommendation';
  const intent = isOwnKind || !asksForMore ? own.intent : kept;
  const question = intent === kept ? undefined : own.question;
  return { understanding: { ...own, need, intent, question }, isRefinement: true };
}

/** Somebody who was asked which and has no preference. */
const EITHER =
  /\b(?:does ?n.?t matter|do ?n.?t (?:mind|care)|no preference|either|whatever|any of them)\b|都行|都可以|无所谓|随便|不限|فرقی ن|مهم نیست|هر ?کدا?و?م/iu;

/** The listings an answer shows, in order: what "the second one" means next. */
export function shownIn({ answer }: StoredAnswer): string[] {
  const cards = answer.parts.flatMap((part) => {
    if (part.type === 'listing-cards') return part.listings.map(({ listingId }) => listingId);
    return part.type === 'comparison-table' ? part.columns.flatMap(({ listingId }) => listingId ?? []) : [];
  });
  return [...new Set(cards)];
}
