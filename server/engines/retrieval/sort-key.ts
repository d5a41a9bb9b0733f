import { type Bitset, hasSlot } from './bitset.ts';
import { type FilterContext, priceIn } from './constraint-filter.ts';
import type { SearchRequest } from './search-types.ts';
import type { ScoreBoard } from './text-score.ts';
import { type GrantedWishes, grantedShare } from './wishes.ts';

/** What a listing is ranked by: higher comes first. */
export type Key = (slot: number) => number;

/** All wishes granted weigh as much as this share of a full match in words. */
const WISH_WEIGHT = 0.5;
/** Listings for children stand behind all for adults where no child is spoken of: more than words and wishes weigh. */
const FOR_CHILDREN = 4;

/** How well a listing fits by its words, the wishes it grants and whom it is for. Reads the board as it is when asked. */
export function relevanceOf({ score }: ScoreBoard, wishes: GrantedWishes, forChildren: Bitset | undefined): Key {
  const childless: Key =
    wishes.keys.length === 0
      ? (slot) => score[slot]!
      : (slot) => score[slot]! + WISH_WEIGHT * grantedShare(wishes, slot);
  if (forChildren === undefined) return childless;
  return (slot) => childless(slot) - (hasSlot(forChildren, slot) ? FOR_CHILDREN : 0);
}

/** What the request wants its results sorted by. */
export function sortKey({ sort = 'best' }: SearchRequest, relevance: Key, context: FilterContext): Key {
  if (sort === 'best') return relevance;
  if (sort === 'newest') return (slot) => context.store.listedAt(slot);
  const sign = sort === 'price-ascending' ? -1 : 1;
  return (slot) => {
    const price = priceIn(slot, 'EUR', context);
    return Number.isNaN(price) ? Number.NEGATIVE_INFINITY : sign * price;
  };
}
