import fc from 'fast-check';
import { type Constraint, type Need, normaliseBrand, normaliseSize, sizesEquivalent } from '#engines/language';
import { createSearchIndex, type ListingDocument, type SearchIndex, type SearchLanguage } from './index.ts';

export const colours = ['black', 'red', 'blue'];
const materials = ['leather', 'wool', 'silk'];
export const categories = ['handbags', 'coats', 'boots'];

/** Knows the few words of these tests; everything else is itself. */
export const language: SearchLanguage = {
  resolve: () => [],
  conceptsIn: (title) =>
    [...title.toLowerCase().matchAll(/\p{L}+/gu)].flatMap((match) => {
      const word = match[0];
      const span = { start: match.index, end: match.index + word.length };
      if (colours.includes(word)) return [{ id: `colour:${word}`, span }];
      if (materials.includes(word)) return [{ id: `material:${word}`, span }];
      return categories.includes(word) ? [{ id: `category:${word}`, span }] : [];
    }),
  normaliseSize,
  sizesEquivalent,
  normaliseBrand,
  broader: () => [],
  alsoMeans: (ids) => (ids.has('pockets:true') && !ids.has('details:pockets') ? ['details:pockets'] : []),
};

export const listing: fc.Arbitrary<Omit<ListingDocument, 'id'>> = fc.record(
  {
    title: fc
      .array(fc.constantFrom(...colours, ...materials, 'small', 'old', 'bag', 'coat', 'boot', 'for', 'x200'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((words) => words.join(' ')),
    brand: fc.constantFrom('mira', 'odo'),
    category: fc.constantFrom(...categories),
    attributes: fc.record(
      {
        colour: fc.constantFrom(...colours),
        material: fc.constantFrom(...materials),
        heightCm: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: [] },
    ),
    size: fc.record(
      { value: fc.constantFrom('38', '40'), system: fc.constantFrom('EU', 'UK') },
      { requiredKeys: ['value'] },
    ),
    price: fc.record({
      minor: fc.integer({ min: 100, max: 900 }),
      currency: fc.constantFrom('EUR', 'USD', 'XXX'),
    }),
    closetId: fc.constantFrom('anna', 'ben'),
    available: fc.boolean(),
    listedAt: fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: ['title', 'category'] },
);

export const listings = fc
  .array(listing, { minLength: 1, maxLength: 25 })
  .map((all) => all.map((one, index): ListingDocument => ({ ...one, id: `l${index}` })));

export function is(facet: string, anyOf: string[], bendable = true): Constraint {
  return { key: `${facet}:is:${anyOf.join()}`, facet, operator: 'is', anyOf, bendable };
}

const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  fc.constantFrom(...colours).map((value) => is('colour', [value])),
  fc.constantFrom(...materials).map((value) => is('material', [value])),
  fc.constantFrom(...categories).map((value) => is('category', [value])),
  fc.constantFrom(...colours).map((value) => ({ ...is('colour', [value], false), operator: 'is-not' as const })),
  fc.constantFrom('mira', 'odo').map((value) => ({ ...is('brand', [value], false), operator: 'is-not' as const })),
  fc.record({ max: fc.integer({ min: 100, max: 900 }), currency: fc.constantFrom('EUR', 'USD') }).map((range) => ({
    ...is('price', [], false),
    ...range,
    operator: 'range' as const,
  })),
  fc.integer({ min: 1, max: 9 }).map((min) => ({ ...is('heightCm', []), operator: 'range' as const, min })),
  fc.constantFrom('EU', undefined).map((system) => ({
    ...is('size', [], false),
    sizes: [system ? { value: '38', system } : { value: '38' }],
  })),
);

export const need: fc.Arbitrary<Need> = fc.record({
  must: fc.uniqueArray(constraint, { maxLength: 3, selector: ({ facet }) => facet }),
  wishes: fc.constantFrom(
    [],
    [
      {
        key: 'wish:warm',
        facet: 'effect',
        value: 'warm',
        grantedBy: [{ facet: 'material', value: 'wool', weight: 0.8 }],
      },
    ],
  ),
  terms: fc.array(fc.constantFrom('bag', 'boots', 'old', 'x200', 'gibberish', 'smal', ...colours), { maxLength: 3 }),
});

export function indexOf(documents: readonly ListingDocument[]): SearchIndex {
  const index = createSearchIndex(language);
  for (const document of documents) index.put(document);
  return index;
}

/** The rules said again in the plainest way, straight from the document. */
export function holds(document: ListingDocument, wanted: Constraint): boolean {
  const words = document.title.split(' ');
  const attribute = document.attributes?.[wanted.facet];
  if (wanted.operator === 'range') {
    const value =
      wanted.facet === 'price'
        ? document.price && (document.price.currency === wanted.currency || document.price.currency !== 'XXX')
          ? document.price.currency === wanted.currency
            ? document.price.minor
            : document.price.currency === 'USD'
              ? document.price.minor * 0.92
              : document.price.minor / 0.92
          : undefined
        : (attribute as number | undefined);
    return value !== undefined && value >= (wanted.min ?? -Infinity) && value <= (wanted.max ?? Infinity);
  }
  if (wanted.facet === 'size') {
    return wanted.sizes!.some(
      ({ value, system }) =>
        document.size?.value === value && (system === undefined || document.size.system === system),
    );
  }
  const own =
    wanted.facet === 'category' ? document.category : wanted.facet === 'brand' ? document.brand : (attribute as string);
  const [value] = wanted.anyOf;
  if (wanted.operator === 'is-not') return own !== value && !(wanted.facet !== 'brand' && words.includes(value!));
  return own === undefined ? words.includes(value!) : own === value;
}
