import { type Bitset, hasSlot } from './bitset.ts';
import { type FilterContext, priceIn } from './constraint-filter.ts';
import type { SearchRequest } from './search-types.ts';
import type { ScoreBoard } from './text-score.ts';
import { type GrantedWishes, grantedShare } from './wishes.ts';

/** What listings are ranked by: higher comes first. Many are asked for at once, column by column. */
export type Key = {
  of(slot: number): number;
  /** Writes the keys of the first `count` slots of a list. */
  fill(slots: ArrayLike<number>, count: number, keys: Float64Array): void;
};

/** All wishes granted weigh as much as this share of a full match in words. */
const WISH_WEIGHT = 0.5;
/** Listings for children stand behind all for adults where no child is spoken of: more than words and wishes weigh. */
const FOR_CHILDREN = 4;

export function keyOf(of: (slot: number) => number): Key {
  return {
    of,
    fill(slots, count, keys) {
      for (let at = 0; at < count; at++) keys[at] = of(slots[at]!);
    },
  };
}

/** How well a listing fits by its words, the wishes it grants and whom it is for. Reads the board as it is when asked. */
export function relevanceOf({ score }: ScoreBoard, wishes: GrantedWishes, forChildren: Bitset | undefined): Key {
  const { strengths } = wishes;
  return {
    of(slot) {
      const adult = score[slot]! + WISH_WEIGHT * grantedShare(wishes, slot);
      return forChildren !== undefined && hasSlot(forChildren, slot) ? adult - FOR_CHILDREN : adult;
    },
    fill(slots, count, keys) {
      keys.fill(0, 0, count);
      for (const strength of strengths) for (let at = 0; at < count; at++) keys[at]! += strength[slots[at]!]!;
      const each = Math.max(1, strengths.length);
      for (let at = 0; at < count; at++) keys[at] = score[slots[at]!]! + WISH_WEIGHT * (keys[at]! / each);
      if (forChildren === undefined) return;
      for (let at = 0; at < count; at++) if (hasSlot(forChildren, slots[at]!)) keys[at]! -= FOR_CHILDREN;
    },
  };
}

/** What the request wants its results sorted by. */
export function sortKey({ sort = 'best' }: SearchRequest, relevance: Key, context: FilterContext): Key {
  if (sort === 'best') return relevance;
  if (sort === 'newest') return keyOf((slot) => context.store.listedAt(slot));
  const sign = sort === 'price-ascending' ? -1 : 1;
  return keyOf((slot) => {
    const price = priceIn(slot, 'EUR', context);
    return Number.isNaN(price) ? Number.NEGATIVE_INFINITY : sign * price;
  });
}
