import type { Bitset } from './bitset.ts';
import type { FacetIndex } from './facet-index.ts';
import type { SearchLanguage } from './search-language.ts';

/** Which kinds of things could stand in for each other: those of one family, the broadest kind (furniture, clothing). */
export type KindFamilies = {
  /** Takes the listings of other families than those of some kinds out of a set; those of no known kind stay. */
  keepFamilyOf(kinds: readonly string[], set: Bitset): void;
};

export function createKindFamilies(facets: FacetIndex, language: Pick<SearchLanguage, 'broader'>): KindFamilies {
  const numbers = new Map<string, number>();
  /** By the list of a kind; worked out once. */
  const familyOfList: (number | undefined)[] = [];

  function familyOf(kind: string): number {
    const name = language.broader(`category:${kind}`).at(-1) ?? `category:${kind}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  }

  function familyOfKindList(list: number): number {
    familyOfList[list] ??= familyOf(facets.names[list]!.value);
    return familyOfList[list];
  }

  return {
    keepFamilyOf(kinds, set) {
      const families = new Set(kinds.map(familyOf));
      const { bySlot, combinations } = facets.column('category');
      const isKept = Uint8Array.from(combinations, (lists) =>
        lists.length === 0 || lists.some((list) => families.has(familyOfKindList(list))) ? 1 : 0,
      );
      for (let word = 0; word < set.length; word++) {
        for (let bits = set[word]!; bits !== 0; bits &= bits - 1) {
          const bit = bits & -bits;
          const slot = (word << 5) + 31 - Math.clz32(bit);
          if (slot < bySlot.length && isKept[bySlot[slot]!] === 0) set[word]! &= ~bit;
        }
      }
    },
  };
}
