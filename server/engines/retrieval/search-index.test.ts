import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Constraint, type Need, normaliseBrand, normaliseSize, sizesEquivalent } from '#engines/language';
import { createSearchIndex, type ListingDocument, type SearchLanguage } from './index.ts';

const colours = ['black', 'red', 'blue'];
const materials = ['leather', 'wool', 'silk'];
const categories = ['handbags', 'coats', 'boots'];

/** Knows the few words of these tests; everything else is itself. */
const language: SearchLanguage = {
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

const listing: fc.Arbitrary<Omit<ListingDocument, 'id'>> = fc.record(
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

const listings = fc
  .array(listing, { minLength: 1, maxLength: 25 })
  .map((all) => all.map((one, index): ListingDocument => ({ ...one, id: `l${index}` })));

function is(facet: string, anyOf: string[], bendable = true): Constraint {
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

const need: fc.Arbitrary<Need> = fc.record({
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

function indexOf(documents: readonly ListingDocument[]): ReturnType<typeof createSearchIndex> {
  const index = createSearchIndex(language);
  for (const document of documents) index.put(document);
  return index;
}

/** The rules said again in the plainest way, straight from the document. */
function holds(document: ListingDocument, wanted: Constraint): boolean {
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

describe('search index', () => {
  it('finds exactly the available listings that hold everything that must hold', () => {
    fc.assert(
      fc.property(listings, need, fc.constantFrom(...categories), (documents, wanted, category) => {
        const others = wanted.must.filter(({ facet }) => facet !== 'category');
        const must = [is('category', [category]), ...others];
        const found = indexOf(documents).search({ need: { ...wanted, must }, limit: 100 });
        const expected = documents.filter(
          (document) => document.available !== false && must.every((one) => holds(document, one)),
        );
        expect(found.hits.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
        expect(found.total).toBe(expected.length);
      }),
    );
  });

  it('never lets words break or empty what must hold', () => {
    fc.assert(
      fc.property(listings, need, fc.string({ maxLength: 12 }), (documents, wanted, word) => {
        fc.pre(wanted.must.length > 0);
        const terms = [...wanted.terms, word];
        const { hits } = indexOf(documents).search({ need: { ...wanted, terms }, text: terms.join(' '), limit: 100 });
        const expected = documents.filter(
          (document) => document.available !== false && wanted.must.every((one) => holds(document, one)),
        );
        const fitting = new Set(expected.map(({ id }) => id));
        expect(hits.every(({ id }) => fitting.has(id))).toBe(true);
        expect(hits.length > 0).toBe(expected.length > 0);
      }),
    );
  });

  it('answers the same whatever order the listings came in and whatever was there before', () => {
    const shuffled = listings.chain((documents) =>
      fc.tuple(fc.constant(documents), fc.shuffledSubarray(documents, { minLength: documents.length })),
    );
    fc.assert(
      fc.property(shuffled, need, listings, ([documents, otherOrder], wanted, earlier) => {
        const request = { need: wanted, limit: 100, nearMisses: 5, facets: ['colour', 'size', 'price'] };
        const fresh = indexOf(documents);
        const used = indexOf(earlier.map((document) => ({ ...document, id: `earlier-${document.id}` })));
        for (const document of otherOrder) used.put({ ...document, title: 'something else' });
        for (const { id } of earlier) used.remove(`earlier-${id}`);
        for (const document of otherOrder) used.put(document);
        expect(used.search(request)).toEqual(fresh.search(request));
        expect(used.similarTo('l0', 5)).toEqual(fresh.similarTo('l0', 5));
      }),
    );
  });

  it('is after any puts, changes and removals what it would be if it had been filled with the rest alone', () => {
    const change = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), is: fc.option(listing, { freq: 3 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 24 }), need, (changes, wanted) => {
        const index = createSearchIndex(language);
        const rest = new Map<string, ListingDocument>();
        for (const { id, is } of changes) {
          if (is) {
            rest.set(id, { ...is, id });
            index.put({ ...is, id });
          } else {
            rest.delete(id);
            index.remove(id);
          }
          // Sets that are made on demand must follow later changes.
          index.search({ need: wanted, nearMisses: 5, facets: ['colour'] });
        }
        const fresh = indexOf([...rest.values()]);
        const request = { need: wanted, limit: 100, nearMisses: 5, facets: ['colour', 'size', 'brand', 'price'] };
        expect(index.search(request)).toEqual(fresh.search(request));
        expect(index.suggest('b', 5)).toEqual(fresh.suggest('b', 5));
        expect([...index.vocabulary().brands].sort()).toEqual([...fresh.vocabulary().brands].sort());
        expect(index.size).toBe(fresh.size);
      }),
    );
  });

  it('offers near misses that break one or two bendable constraints and are not results', () => {
    fc.assert(
      fc.property(listings, need, (documents, wanted) => {
        const { hits, nearMisses } = indexOf(documents).search({ need: wanted, limit: 100, nearMisses: 20 });
        const results = new Set(hits.map(({ id }) => id));
        for (const { id, bends } of nearMisses) {
          const document = documents.find((one) => one.id === id)!;
          expect(results.has(id)).toBe(false);
          expect(document.available).not.toBe(false);
          const broken = wanted.must.filter((one) => !holds(document, one));
          expect(broken.map(({ key }) => key).sort()).toEqual(bends.map(({ key }) => key).sort());
          expect(broken.every(({ bendable }) => bendable)).toBe(true);
          expect(bends.length === 1 || bends.length === 2).toBe(true);
          if (bends.some(({ facet }) => facet === 'category')) expect(bends).toHaveLength(1);
        }
      }),
    );
  });

  it('never finds a listing again once it is removed or sold', () => {
    fc.assert(
      fc.property(listings, need, fc.nat(), fc.boolean(), (documents, wanted, pick, sold) => {
        const index = indexOf(documents);
        const gone = documents[pick % documents.length]!;
        if (sold) index.put({ ...gone, available: false });
        else index.remove(gone.id);
        const { hits, nearMisses } = index.search({ need: wanted, limit: 100, nearMisses: 20 });
        expect([...hits, ...nearMisses].map(({ id }) => id)).not.toContain(gone.id);
        expect(index.similarTo(documents[0]!.id, 50).map(({ id }) => id)).not.toContain(gone.id);
      }),
    );
  });

  it('searches a catalogue without categories by the words for the kind of thing', () => {
    const index = indexOf([
      { id: 'bag', title: 'Small bag' },
      { id: 'for-bags', title: 'Stand for a bag' },
      { id: 'lamp', title: 'Lamp' },
    ]);
    const must = [{ ...is('category', ['handbags']), span: { start: 0, end: 3 } }];
    const { hits } = index.search({ need: { must, wishes: [], terms: ['bag'] }, text: 'bag' });
    expect(hits.map(({ id }) => id)).toEqual(['bag', 'for-bags']);
  });

  it('takes hardly ever stated facets as words where listings are not sorted into categories', () => {
    const index = indexOf([
      { id: 'lamp', title: 'Black lamp' },
      { id: 'door', title: 'Steel storm door' },
      { id: 'glass-door', title: 'Black steel storm door' },
    ]);
    const must = [{ ...is('colour', ['black']), span: { start: 0, end: 5 } }];
    const text = 'black storm door';
    const { hits } = index.search({ need: { must, wishes: [], terms: [text] }, text });
    expect(hits.slice(0, 2).map(({ id }) => id)).toEqual(['glass-door', 'door']);
  });

  it('finds a listing by the other names of what it states', () => {
    const index = indexOf([
      { id: 'with', title: 'a', category: 'coats', attributes: { pockets: true } },
      { id: 'without', title: 'b', category: 'coats', attributes: { pockets: false } },
    ]);
    const find = (constraint: Constraint): string[] =>
      index.search({ need: { must: [constraint], wishes: [], terms: [] } }).hits.map(({ id }) => id);
    expect(find(is('details', ['pockets']))).toEqual(['with']);
    expect(find({ ...is('details', ['pockets']), operator: 'is-not' })).toEqual(['without']);
  });

  it("puts children's pieces behind the same for adults unless a child is spoken of", () => {
    const index = indexOf([
      {
        id: 'girl',
        title: 'Red coat with a bow',
        category: 'coats',
        department: 'children',
        attributes: { colour: 'red' },
        listedAt: 2,
      },
      { id: 'woman', title: 'Red coat', category: 'coats', department: 'women', listedAt: 1 },
    ]);
    const find = (need: Need, text: string, filters: Constraint[] = []): string[] =>
      index.search({ need, text, filters }).hits.map(({ id }) => id);
    const need = { must: [is('category', ['coats'])], wishes: [], terms: [] };
    expect(find(need, 'red coat')).toEqual(['woman', 'girl']);
    const wish = {
      key: 'colour:red',
      facet: 'colour',
      value: 'red',
      grantedBy: [{ facet: 'colour', value: 'red', weight: 1 }],
    };
    expect(find({ ...need, wishes: [wish] }, 'red coat with a bow')).toEqual(['woman', 'girl']);
    expect(find(need, 'red coat', [is('department', ['children', 'women'])])[0]).toBe('girl');
    const grantedBy = [{ facet: 'department', value: 'children', weight: 1 }];
    const forChild = { ...need, wishes: [{ key: 'recipient:child', facet: 'recipient', value: 'child', grantedBy }] };
    expect(find(forChild, 'red coat')[0]).toBe('girl');
  });

  it('does not take what a title is made for for what it is', () => {
    const catalogue = ['a', 'b', 'c'].map((id) => ({ id, title: 'thing', category: 'coats' }));
    const index = indexOf([
      ...catalogue,
      { id: 'for', title: 'Hook for handbags' },
      { id: 'is', title: 'Red handbags' },
    ]);
    const { hits } = index.search({ need: { must: [is('category', ['handbags'])], wishes: [], terms: [] } });
    expect(hits.map(({ id }) => id)).toEqual(['is']);
  });

  it('counts a facet as if its own filter were not set', () => {
    const index = indexOf([
      {
        id: 'a',
        title: 'bag',
        category: 'handbags',
        attributes: { colour: 'red' },
        price: { minor: 500, currency: 'EUR' },
      },
      {
        id: 'b',
        title: 'bag',
        category: 'handbags',
        attributes: { colour: 'blue' },
        price: { minor: 900, currency: 'EUR' },
      },
      {
        id: 'c',
        title: 'coat',
        category: 'coats',
        attributes: { colour: 'red' },
        price: { minor: 100, currency: 'EUR' },
      },
    ]);
    const found = index.search({
      need: { must: [], wishes: [], terms: [] },
      filters: [is('colour', ['red'])],
      facets: ['colour', 'category', 'price'],
    });
    expect(found.hits.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(found.facets.colour).toEqual([
      { value: 'red', count: 2 },
      { value: 'blue', count: 1 },
    ]);
    expect(found.facets.category).toEqual([
      { value: 'coats', count: 1 },
      { value: 'handbags', count: 1 },
    ]);
    expect(found.priceRange).toEqual({ min: 100, max: 500, currency: 'EUR' });
  });

  it('hides the listings of blocked closets', () => {
    const index = indexOf([
      { id: 'a', title: 'bag', closetId: 'anna' },
      { id: 'b', title: 'bag', closetId: 'ben' },
    ]);
    const found = index.search({ need: { must: [], wishes: [], terms: ['bag'] }, withoutClosets: new Set(['anna']) });
    expect(found.hits.map(({ id }) => id)).toEqual(['b']);
  });
});

describe('words', () => {
  const catalogue = indexOf([
    ...['black', 'red', 'blue', 'old'].map((colour, index) => ({
      id: `case${index}`,
      title: `${colour} leather laptop case`,
    })),
    ...['phone', 'camera', 'violin'].map((thing) => ({ id: `${thing}-case`, title: `small ${thing} case` })),
    { id: 'laptop', title: 'Odo X200 laptop, 14 in. screen' },
    { id: 'bag', title: 'Bag for a laptop' },
    { id: 'toner', title: 'Mira TN-2110 toner cartridge' },
    { id: 'other-toner', title: 'Mira TN-3400 toner cartridge' },
    { id: 'watch', title: 'Odo smartwatch' },
    { id: 'screws', title: '3/4 in. wood screws' },
  ]);
  const find = (...terms: string[]): string[] =>
    catalogue.search({ need: { must: [], wishes: [], terms } }).hits.map(({ id }) => id);

  it('puts the thing itself before what is made for it', () => {
    expect(find('laptop')[0]).toBe('laptop');
    expect(find('laptop', 'case')[0]).toMatch(/^case/);
  });

  it('finds a model number however it is written, and not its neighbours', () => {
    expect(find('tn-2110')).toEqual(['toner']);
    expect(find('TN2110')).toEqual(['toner']);
    expect(find('tn 2110')[0]).toEqual('toner');
  });

  it('forgives typing errors', () => {
    expect(find('catridge').sort()).toEqual(['other-toner', 'toner']);
    expect(find('smartwacth')).toEqual(['watch']);
  });

  it('finds other forms of a word after the word itself, and what a rare one was meant to be', () => {
    const fences = indexOf([
      { id: 'fencing', title: 'Welded fencing' },
      { id: 'fence', title: 'Welded fence' },
      ...Array.from({ length: 25 }, (_, index) => ({ id: `repellent${index}`, title: `Bug repellent ${index}` })),
      { id: 'mistyped', title: 'Bug repellant' },
    ]);
    const find = (term: string): string[] =>
      fences.search({ need: { must: [], wishes: [], terms: [term] }, limit: 40 }).hits.map(({ id }) => id);
    expect(find('fence')).toEqual(['fence', 'fencing']);
    expect(find('repellant')[0]).toBe('mistyped');
    expect(find('repellant')).toHaveLength(26);
  });

  it('joins and splits compounds and knows units by any name', () => {
    expect(find('smart', 'watch')).toEqual(['watch']);
    expect(find('3/4', 'inch', 'screw')).toEqual(['screws']);
    expect(find('14"', 'laptop')[0]).toBe('laptop');
  });

  it('completes what is being typed with words that stand together', () => {
    expect(catalogue.suggest('laptop c', 5)).toEqual([{ text: 'laptop case', kind: 'words', count: 4 }]);
  });

  it('finds similar listings and never the listing itself', () => {
    expect(catalogue.similarTo('toner', 1).map(({ id }) => id)).toEqual(['other-toner']);
  });
});
