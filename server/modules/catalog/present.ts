import type { Closet } from '#contract/closet';
import type { Locale, Money, Picture } from '#contract/common';
import type { Attribute, ListingCard, ListingDetail } from '#contract/listing';
import { type PictureRow, pictureUrl } from '#modules/media';
import type { Labels } from './labels.ts';
import type { CardRow, ClosetWithCounts, PictureUse } from './queries.ts';
import type { AttributeMap } from './tables.ts';

/** `pictures` holds the files of the rows' first pictures, by id. */
export function presentCard(row: CardRow, pictures: Map<string, PictureRow>, locale: Locale): ListingCard {
  const money = (minor: number): Money => ({ minor, currency: row.currency });
  const before = row.original_price_minor;
  return {
    id: row.id,
    title: row.title,
    brand: row.brand,
    category: row.category,
    department: row.department,
    language: row.language,
    size: row.size_value === null ? null : { value: row.size_value, system: row.size_system as ListingCardSystem },
    condition: row.condition as ListingCard['condition'],
    price: money(row.price_minor),
    originalPrice: before !== null && before > row.price_minor ? money(before) : null,
    status: row.status,
    picture: presentPictures(row.first_picture ? [row.first_picture] : [], pictures, locale, row.title)[0] ?? null,
    placeholder: row.category ?? 'thing',
    closet: { handle: row.closet_handle, name: row.closet_name },
    likes: row.likes,
  };
}

type ListingCardSystem = NonNullable<ListingCard['size']>['system'];

function presentPictures(
  uses: PictureUse[],
  pictures: Map<string, PictureRow>,
  locale: Locale,
  title: string,
): Picture[] {
  return uses.flatMap(({ picture_id, alt }) => {
    const picture = pictures.get(picture_id);
    if (!picture) return [];
    const { width, height, thumbhash } = picture;
    return { url: pictureUrl(picture.file), width, height, thumbhash, alt: alt[locale] ?? alt.en ?? title };
  });
}

export function presentListing(parts: {
  row: CardRow;
  uses: PictureUse[];
  pictures: Map<string, PictureRow>;
  prices: { at: Date; price_minor: number }[];
  product: { id: string; brand: string | null; name: string } | undefined;
  closet: ClosetWithCounts;
  labels: Labels;
  locale: Locale;
}): ListingDetail {
  const { row, locale, labels, closet } = parts;
  return {
    ...presentCard(row, parts.pictures, locale),
    description: row.description,
    conditionNote: row.condition_note,
    attributes: presentAttributes(row.attributes, labels, locale),
    pictures: presentPictures(parts.uses, parts.pictures, locale, row.title),
    breadcrumb: row.category ? labels.pathTo(row.category, locale) : [],
    quantity: row.quantity,
    listedAt: row.listed_at.toISOString(),
    priceHistory: parts.prices.map(({ at, price_minor }) => ({
      at: at.toISOString(),
      price: { minor: price_minor, currency: row.currency },
    })),
    closet: {
      handle: closet.handle,
      name: closet.name,
      person: closet.person,
      location: closet.location,
      shipsWithinDays: closet.ships_within_days,
      listings: closet.listings,
      followers: closet.followers,
    },
    product: parts.product ? { id: parts.product.id, brand: parts.product.brand, name: parts.product.name } : null,
  };
}

/** Attributes in the order people ask for them; what the taxonomy does not know comes last, as it is. */
export function presentAttributes(attributes: AttributeMap, labels: Labels, locale: Locale): Attribute[] {
  return Object.entries(attributes)
    .sort(([a], [b]) => labels.rank(a) - labels.rank(b))
    .map(([key, value]) => ({
      key,
      value,
      label: labels.facet(key, locale),
      text: labels.valueText(key, value, locale),
    }));
}

export function presentCloset(row: ClosetWithCounts): Closet {
  return {
    id: row.id,
    handle: row.handle,
    name: row.name,
    person: row.person,
    language: row.language,
    location: row.location,
    story: row.story,
    shipsWithinDays: row.ships_within_days,
    since: row.created_at.toISOString(),
    listings: row.listings,
    sold: row.sold,
    followers: row.followers,
  };
}
