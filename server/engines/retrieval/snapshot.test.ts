import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchIndex, type ListingDocument, type SearchIndex, type SearchLanguage } from './index.ts';

const language: SearchLanguage = {
  resolve: () => [],
  conceptsIn: () => [],
  normaliseSize: (size) => size,
  sizesEquivalent: (a, b) => a.value === b.value,
  normaliseBrand: (brand) => brand.toLowerCase(),
  broader: () => [],
  alsoMeans: () => [],
};

const document: fc.Arbitrary<ListingDocument> = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    title: fc
      .array(fc.constantFrom('red', 'bag', 'for', 'boot', 'x200', '红色', 'کیف'), { minLength: 1 })
      .map((words) => words.join(' ')),
    text: fc.constantFrom('worn once', 'never worn, size 38'),
    brand: fc.constantFrom('Mira', 'Odo'),
    category: fc.constantFrom('bags', 'boots'),
    size: fc.record({ value: fc.constantFrom('38', '40') }),
    attributes: fc.record({ colour: fc.constantFrom('red', 'blue'), heightCm: fc.integer() }, { requiredKeys: [] }),
    price: fc.record({ minor: fc.nat(), currency: fc.constantFrom('EUR', 'USD') }),
    listedAt: fc.nat(3),
    available: fc.boolean(),
  },
  { requiredKeys: ['id', 'title', 'category'] },
);
const changes = fc.array(document, { maxLength: 20 });

function indexOf(documents: readonly ListingDocument[]): SearchIndex {
  const index = createSearchIndex(language);
  for (const one of documents) index.put(one);
  return index;
}

function restored(frames: Iterable<Uint8Array>): { index: SearchIndex; isWhole: boolean } {
  const index = createSearchIndex(language);
  const restoring = index.restore();
  for (const frame of frames) restoring.accept(frame);
  return { index, isWhole: restoring.isWhole() };
}

/** All that can be asked of an index. */
function answersOf(index: SearchIndex): object {
  const need = { must: [], wishes: [], terms: ['red', 'bag', 'mira'] };
  const size = {
    key: 'size',
    facet: 'size',
    operator: 'is' as const,
    anyOf: [],
    sizes: [{ value: '38' }],
    bendable: true,
  };
  const facets = ['colour', 'brand', 'size', 'heightCm', 'price'];
  return {
    size: index.size,
    found: index.search({ need, text: 'red bag mira', facets }),
    sized: index.search({ need: { ...need, must: [size] }, nearMisses: 5, facets }),
    suggested: index.suggest('b', 5),
    similar: ['a', 'b'].map((id) => index.similarTo(id, 5)),
    brands: [...index.vocabulary().brands].sort(),
  };
}

describe('a snapshot', () => {
  it('makes an index that answers like the one it was taken of, and goes on like it', () => {
    fc.assert(
      fc.property(changes, changes, (before, after) => {
        const index = indexOf(before);
        const { index: copy, isWhole } = restored(index.frames());
        expect(isWhole).toBe(true);
        expect(answersOf(copy)).toEqual(answersOf(index));
        for (const one of after) {
          index.put(one);
          copy.put(one);
        }
        expect(answersOf(copy)).toEqual(answersOf(index));
      }),
    );
  });

  it('is not whole without its last frame, and says the same whatever has come and gone', () => {
    const kept: ListingDocument = { id: 'kept', title: 'Red bag', category: 'bags', brand: 'Mira' };
    const gone: ListingDocument = { id: 'gone', title: 'Blue boot', category: 'boots', attributes: { heightCm: 3 } };
    const index = indexOf([gone, kept]);
    index.remove('gone');
    const frames = [...index.frames()];
    expect(restored(frames.slice(0, -1)).isWhole).toBe(false);
    expect(answersOf(restored(frames).index)).toEqual(answersOf(indexOf([kept])));
  });
});
