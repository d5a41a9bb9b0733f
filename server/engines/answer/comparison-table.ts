import { countOpinions, type EvidencePassage, type OpinionCount, opinionLexicon } from '#engines/evidence';
import { type AnswerContext, attributesOf } from './answer-context.ts';
import type { ListingEvidence } from './answer-input.ts';
import type { AnswerPart } from './answer-types.ts';
import { FEWEST_VOICES, ownersOn, voicesOf } from './opinion-sentences.ts';
import { plainText } from './plain-text.ts';
import { opinionFor, type Requirement } from './requirements.ts';

type Table = Extract<AnswerPart, { type: 'comparison-table' }>;
type Row = Table['rows'][number];

const MOST_ROWS = 7;

/** Attributes in the order in which they decide between two things of a kind. */
const DECISIVE = (
  'headphoneType noiseCancelling bass batteryHours waterRating waterproof weightGrams microphone multipoint jack35 foldable ' +
  'lumens capacityLitres capacityMl hotHours coldHours seamTaped rainCover warmth length lengthCm bow bowPosition silhouette neckline sleeve ' +
  'material materialShare lined lining fit stretch pockets care closure colour pattern heelHeightCm heelType toe bustCm waistCm hipsCm ' +
  'movement caseMm waterResistanceM polarised uvProtection burnHours scent pages paperGsm ruling dishwasherSafe giftBox condition chargeMinutes ' +
  'driverMm codec transparencyMode occasion season'
).split(' ');

const MORE_IS_BETTER = new Set(['batteryHours', 'lumens', 'hotHours', 'coldHours', 'burnHours', 'waterResistanceM']);
const LESS_IS_BETTER = new Set(['chargeMinutes', 'weightGrams']);

/** Two to four listings side by side on what decides: what was asked first, then what differs. Every cell is cited. */
export function comparisonTable(
  context: AnswerContext,
  listings: ListingEvidence[],
  requirements: Requirement[] = [],
  most = MOST_ROWS,
): Table | undefined {
  if (listings.length < 2) return undefined;
  const sides = listings.map((listing) => attributesOf(listing));
  const asked = requirements.flatMap((requirement) => [
    requirement.facet,
    ...requirement.accepted.map((grant) => grant.facet),
  ]);
  const stated = (key: string) => sides.filter((side) => side.has(key)).length;
  const differs = (key: string) =>
    new Set(sides.map((side) => JSON.stringify(side.get(key)?.attribute?.value ?? null))).size > 1;
  const keys = [...new Set(asked)].filter((key) => stated(key) > 0);
  for (const key of DECISIVE) if (!keys.includes(key) && stated(key) >= 2 && differs(key)) keys.push(key);

  const rows: Row[] = [];
  const opinions = new Map(
    requirements.flatMap((requirement) => {
      const opinion = opinionFor(requirement);
      return opinion ? [[opinion.aspect, opinion.value] as const] : [];
    }),
  );
  const ownerRows = [...opinions].flatMap(([aspect, value]) => ownersRow(context, listings, aspect, value) ?? []);
  if (opinions.size === 0)
    for (const aspect of talkedOf(listings)) ownerRows.push(...(ownersRow(context, listings, aspect) ?? []));
  for (const key of keys.slice(0, most - Math.min(2, ownerRows.length))) rows.push(attributeRow(context, sides, key));
  rows.push(...ownerRows.slice(0, 2));
  if (rows.length < 2) return undefined;
  return {
    type: 'comparison-table',
    columns: listings.map((listing) => ({
      id: listing.listingId,
      label: plainText(listing.title),
      listingId: listing.listingId,
    })),
    rows,
  };
}

function attributeRow(context: AnswerContext, sides: Map<string, EvidencePassage>[], key: string): Row {
  const numbers = sides.map((side) => side.get(key)?.attribute?.value);
  const best = bestOf(key, numbers);
  return {
    aspect: key,
    label: context.messages.attributeName(key),
    cells: sides.map((side, i) => {
      const passage = side.get(key);
      if (!passage?.attribute) return { text: null, citations: [] };
      const cell = {
        text: plainText(context.messages.cell(key, passage.attribute.value, context.label)),
        citations: [context.book.cite(passage)],
      };
      return best !== undefined && numbers[i] === best ? { ...cell, best: true } : cell;
    }),
  };
}

function bestOf(key: string, values: unknown[]): number | undefined {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  if (numbers.length < 2 || new Set(numbers).size < 2) return undefined;
  if (MORE_IS_BETTER.has(key)) return Math.max(...numbers);
  return LESS_IS_BETTER.has(key) ? Math.min(...numbers) : undefined;
}

/** The aspects that owners of at least two of the listings speak of most. */
function talkedOf(listings: ListingEvidence[]): string[] {
  return opinionLexicon()
    .aspects.map((aspect) => ({
      id: aspect.id,
      counts: listings.map((listing) => ownersOn(listing.passages, aspect.id)?.[0]?.mentions.length ?? 0),
    }))
    .filter(({ counts }) => counts.filter((count) => count >= FEWEST_VOICES).length >= 2)
    .sort((a, b) => sum(b.counts) - sum(a.counts))
    .slice(0, 2)
    .map(({ id }) => id);
}

function ownersRow(
  context: AnswerContext,
  listings: ListingEvidence[],
  aspect: string,
  wanted?: string,
): Row[] | undefined {
  const known = opinionLexicon().byId.get(aspect)!;
  let any = false;
  const cells = listings.map((listing) => {
    const voices = voicesOf(listing.passages);
    const sides = ownersOn(voices, aspect);
    const asked = wanted ? countOpinions(voices, aspect, wanted) : undefined;
    const count = asked && asked.for.length > 0 ? asked : sides?.[0];
    if (!sides || !count || !isTelling(count)) return { text: null, citations: [] };
    any = true;
    const value = known.values.find((one) => one.id === count.value)!;
    const byId = new Map(voices.map((passage) => [passage.id, passage]));
    return {
      text: context.messages.countShort({
        count: count.for.length,
        of: count.mentions.length,
        aspect: known.label[context.language],
        says: value.says[context.language],
      }),
      citations: count.mentions.slice(0, 60).map((vote) => context.book.cite(byId.get(vote.id)!, vote.span)),
    };
  });
  return any
    ? [{ aspect: `owners:${aspect}`, label: context.messages.ownersRow(known.label[context.language]), cells }]
    : undefined;
}

/** A side that few take says nothing of the many who only mention the aspect. */
function isTelling({ for: votes, mentions }: OpinionCount): boolean {
  return mentions.length >= FEWEST_VOICES && votes.length >= 2 && votes.length * 4 >= mentions.length;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
