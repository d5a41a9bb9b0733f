import { type EvidencePassage, findWishEvidence, opinionLexicon, type WishEvidence } from '#engines/evidence';
import type { Understanding } from '#engines/language';
import { type AnswerContext, attributesOf } from './answer-context.ts';
import type { ListingEvidence } from './answer-input.ts';

/** Facets that a listing shows by itself (the card's live parts, the category): no sentence is spent on them. */
const SHOWN_ANYWAY = new Set([
  'category',
  'kind',
  'department',
  'price',
  'size',
  'brand',
  'condition',
  'shipsTo',
  'available',
  'priceLevel',
]);

/** Attributes whose words draw on another attribute, which is cited with them. */
const COMPANIONS: Record<string, string[]> = { bow: ['bowPosition'], colour: ['colour2'] };

/** One thing the shopper asked for, ready to be proved: a must or a wish. */
export type Requirement = {
  key: string;
  facet: string;
  /** Attribute values that meet it; empty where a range decides. */
  accepted: { facet: string; value: string }[];
  range?: { min?: number; max?: number };
  excluded: boolean;
  wish?: string;
  /** What the shopper calls it. */
  label: string;
};

/** How one requirement is met by one listing. */
export type Proof = {
  requirement: Requirement;
  /** Attributes that meet it. */
  stated: EvidencePassage[];
  /** Whether the title names it: readers see it wherever the listing is named. */
  isNamed: boolean;
  told: WishEvidence[];
};

/** The requirements of an utterance, musts first, without those that a listing shows anyway. */
export function requirementsOf(context: AnswerContext, understanding: Understanding): Requirement[] {
  const own = (span: { start: number; end: number } | undefined) =>
    span && understanding.text.slice(span.start, span.end).trim();
  const musts = understanding.need.must
    .filter((must) => !SHOWN_ANYWAY.has(must.facet))
    .map(
      (must): Requirement => ({
        key: must.key,
        facet: must.facet,
        accepted: must.anyOf.map((value) => ({ facet: must.facet, value })),
        range: must.operator === 'range' ? { min: must.min, max: must.max } : undefined,
        excluded: must.operator === 'is-not',
        label: must.anyOf[0]
          ? context.label(must.facet, must.anyOf[0])
          : (own(must.span) ?? context.messages.attributeName(must.facet)),
      }),
    );
  const named = understanding.need.wishes.filter((wish) => !SHOWN_ANYWAY.has(wish.facet));
  const wishes = named.map(
    (wish): Requirement => ({
      key: wish.key,
      facet: wish.facet,
      accepted: wish.grantedBy.filter((grant) => grant.weight >= 0.4).map(({ facet, value }) => ({ facet, value })),
      excluded: false,
      wish: wish.value,
      label: context.label(wish.facet, wish.value),
    }),
  );
  const seen = new Set<string>();
  return [...musts, ...wishes].filter((one) => !seen.has(one.key) && seen.add(one.key));
}

/** Proves each requirement from a listing's attributes and from what people tell. */
export function proofsFor(context: AnswerContext, listing: ListingEvidence, requirements: Requirement[]): Proof[] {
  return requirements.map((requirement) => {
    const stated = statedFor(listing, requirement);
    const isTold = !requirement.excluded && (requirement.wish !== undefined || stated.length === 0);
    if (!isTold) return { requirement, stated, isNamed: false, told: [] };
    const tellers = tellersOf(context, listing.passages, requirement);
    const told = tellers.filter(({ passage }) => !passage.isTitle);
    return { requirement, stated, isNamed: told.length < tellers.length, told };
  });
}

function statedFor(listing: ListingEvidence, requirement: Requirement): EvidencePassage[] {
  const attributes = attributesOf(listing);
  if (requirement.excluded || requirement.range) return [attributes.get(requirement.facet) ?? []].flat();
  return [...new Set(requirement.accepted.map((grant) => grant.facet))].flatMap((facet) => {
    const passage = attributes.get(facet);
    const value = passage?.attribute?.value;
    const isMet =
      value !== undefined && requirement.accepted.some((grant) => grant.facet === facet && holds(value, grant.value));
    return isMet ? [passage!] : [];
  });
}

/** An attribute with those that its words draw on. */
export function withCompanions(passage: EvidencePassage, attributes: Map<string, EvidencePassage>): EvidencePassage[] {
  return [passage, ...(COMPANIONS[passage.attribute!.key] ?? []).flatMap((key) => attributes.get(key) ?? [])];
}

function holds(value: string | number | boolean | string[], wanted: string): boolean {
  if (Array.isArray(value)) return value.includes(wanted);
  return String(value) === wanted || (typeof value === 'boolean' && wanted === (value ? 'yes' : 'no'));
}

function tellersOf(context: AnswerContext, passages: EvidencePassage[], requirement: Requirement): WishEvidence[] {
  const value = requirement.wish ?? requirement.accepted[0]?.value;
  if (!value) return [];
  const labels = (['en', 'zh', 'fa'] as const).flatMap(
    (language) => context.tools.labelOf?.(`${requirement.facet}:${value}`, language) ?? [],
  );
  // A value without a name is its own; "low" of a price level would find the low end of a sound.
  const names = labels.length > 0 ? labels : [value.replace(/-/g, ' ')];
  return findWishEvidence(passages, value, names);
}

/** The side of an aspect that would meet a requirement ("bass: strong"), where the lexicon has one. */
export function opinionFor(requirement: Requirement): { aspect: string; value: string } | undefined {
  for (const { facet, value } of [
    { facet: requirement.facet, value: requirement.wish ?? requirement.accepted[0]?.value ?? '' },
    ...requirement.accepted,
  ]) {
    for (const aspect of opinionLexicon().aspects) {
      if (!aspect.attributes.includes(facet) && aspect.id !== facet && aspect.id !== value) continue;
      const side = aspect.values.find((one) => one.id === value) ?? aspect.values.find((one) => one.polarity > 0);
      // A colour or a fabric is a fact of the piece; what owners think of it answers another question.
      if (side && !['colour', 'fabric', 'length', 'fit', 'zip', 'lining', 'bow'].includes(aspect.id))
        return { aspect: aspect.id, value: side.id };
    }
  }
  return undefined;
}
