import type { Constraint, Need, Reference } from './need.ts';

type Change = Reference['changes'][number];
export type Comparable = {
  price?: { minor: number; currency: string };
  attributes: Readonly<Record<string, string | number | boolean | string[]>>;
};

/** Values that stand in an order, least first; those of one step are equal. */
const SCALES: Record<string, string[][]> = {
  length: [['mini', 'cropped'], ['hip', 'above-knee', 'thigh'], ['knee'], ['midi'], ['ankle'], ['floor', 'maxi']],
  warmth: [['light'], ['medium'], ['warm'], ['very-warm']],
  fit: [['slim'], ['regular'], ['relaxed'], ['loose', 'oversized']],
};
/** Measures that are compared as numbers: the facet of the comparative, and the attribute that holds it. */
const MEASURES: Record<string, string> = {
  heelHeightCm: 'heelHeightCm',
  weight: 'weightGrams',
  battery: 'batteryHours',
};
const LETTERS = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL'];

/**
 * A need with comparatives applied to it ("cheaper", "longer"): each becomes a constraint against the thing that it is
 * compared with. Everything that had to hold still does; a price only ever narrows. What the thing does not state cannot
 * be compared and changes nothing; `applied` are the changes that were made.
 */
export function refineNeed(
  need: Need,
  changes: readonly Change[],
  than: Comparable,
): { need: Need; applied: Change[] } {
  let must = need.must;
  const applied: Change[] = [];
  for (const change of changes) {
    const constraint = constraintOf(change, need, than);
    if (!constraint) continue;
    must = [...must.filter((old) => !isReplaced(old, constraint)), constraint];
    applied.push(change);
  }
  // "Cheaper" is held as a price; that it also sounds like a wish for cheap things adds nothing.
  const isPriced = applied.some(({ facet }) => facet === 'price');
  const wishes = isPriced ? need.wishes.filter(({ facet }) => facet !== 'priceLevel') : need.wishes;
  return { need: { ...need, must, wishes }, applied };
}

function isReplaced(old: Constraint, fresh: Constraint): boolean {
  return old.facet === fresh.facet && old.operator !== 'is-not';
}

function constraintOf({ facet, direction }: Change, need: Need, than: Comparable): Constraint | undefined {
  if (direction !== 'more' && direction !== 'less') return undefined;
  if (facet === 'price') return direction === 'less' ? cheaper(need, than) : undefined;
  if (facet === 'size') return nextSize(need, direction);
  const own = than.attributes[facet];
  const scale = SCALES[facet];
  if (scale && typeof own === 'string') {
    const step = scale.findIndex((values) => values.includes(own));
    const beyond = direction === 'more' ? scale.slice(step + 1) : scale.slice(0, Math.max(0, step));
    const anyOf = (beyond.length > 0 ? beyond : [scale[step]!]).flat();
    if (step === -1) return undefined;
    return { key: `${facet}:is:${anyOf.join('|')}`, facet, operator: 'is', anyOf, bendable: true };
  }
  const measure = MEASURES[facet];
  const amount = measure === undefined ? undefined : than.attributes[measure];
  if (measure === undefined || typeof amount !== 'number') return undefined;
  const range = direction === 'more' ? { min: amount * 1.001 } : { max: amount * 0.999 };
  const key = `${measure}:range:${range.min ?? ''}-${range.max ?? ''}`;
  return { key, facet: measure, operator: 'range', anyOf: [], ...range, bendable: true };
}

/** Below the price compared with, and still within what was said before. */
function cheaper(need: Need, { price }: Comparable): Constraint | undefined {
  if (!price || price.minor < 2) return undefined;
  const old = need.must.find(({ facet, currency }) => facet === 'price' && currency === price.currency);
  const max = Math.min(price.minor - 1, old?.max ?? price.minor);
  const min = old?.min !== undefined && old.min <= max ? old.min : undefined;
  const key = `price:range:${min ?? ''}-${max}:${price.currency}`;
  return { key, facet: 'price', operator: 'range', anyOf: [], min, max, currency: price.currency, bendable: false };
}

/** One size up or down from the size that was asked for; where none was, there is nothing to go from. */
function nextSize(need: Need, direction: 'more' | 'less'): Constraint | undefined {
  const old = need.must.find(({ facet, operator, sizes }) => facet === 'size' && operator === 'is' && sizes?.length);
  const by = direction === 'more' ? 1 : -1;
  const sizes = (old?.sizes ?? []).flatMap((size) => {
    const letter = LETTERS.indexOf(size.value);
    const value = letter === -1 ? nextNumber(size.value, size.system, by) : LETTERS[letter + by];
    return value === undefined ? [] : [{ ...size, value }];
  });
  if (!old || sizes.length === 0) return undefined;
  const names = sizes.map(({ system, value }) => (system ? `${system} ${value}` : value));
  return { ...old, key: `size:is:${names.join('|')}`, anyOf: names, sizes, span: undefined };
}

/** Clothes go by twos; shoes (EU 35 to 48 and small US and UK numbers with halves) and waists by ones. */
function nextNumber(value: string, system: string | undefined, by: number): string | undefined {
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0) return undefined;
  const isByTwos = system !== 'WL' && Number.isInteger(number) && number % 2 === 0 && !(system === 'EU' && number < 32);
  return String(number + by * (isByTwos ? 2 : 1));
}
