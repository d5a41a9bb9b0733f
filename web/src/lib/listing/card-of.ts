import type { ListingCard } from '#contract/listing';

/** What a card shows of a listing; what the API says beyond it need not travel with a page. */
export type Card = Pick<
  ListingCard,
  'id' | 'title' | 'brand' | 'language' | 'size' | 'condition' | 'price' | 'originalPrice' | 'status' | 'placeholder'
> & {
  picture: Pick<NonNullable<ListingCard['picture']>, 'url' | 'width' | 'height' | 'thumbhash'> | null;
};

export function cardOf(listing: ListingCard): Card {
  const { id, title, brand, language, size, condition, price, originalPrice, status, placeholder } = listing;
  const picture = listing.picture && pictureOf(listing.picture);
  return { id, title, brand, language, size, condition, price, originalPrice, status, placeholder, picture };
}

function pictureOf({ url, width, height, thumbhash }: NonNullable<ListingCard['picture']>): Card['picture'] {
  return { url, width, height, thumbhash };
}
