import type { Locale, Money } from '#contract/common';
import type { ListingCard, ListingDetail } from '#contract/listing';
import { findPictures } from '#modules/media';
import type { Ctx } from '#platform/context';
import { CatalogError } from './errors.ts';
import type { Labels } from './labels.ts';
import { presentCard, presentListing } from './present.ts';
import {
  type CardRow,
  findCard,
  findCards,
  findClosetById,
  findPictureUses,
  findPriceChanges,
  findProduct,
} from './queries.ts';
import type { AttributeMap } from './tables.ts';

/** Rows become cards: one more query for the files of their pictures. */
export async function toCards(ctx: Ctx, rows: CardRow[], locale: Locale): Promise<ListingCard[]> {
  const pictures = await findPictures(
    ctx.db,
    rows.flatMap((row) => row.first_picture?.picture_id ?? []),
  );
  return rows.map((row) => presentCard(row, pictures, locale));
}

/** Live cards of listings, in the order of `ids`; what is gone is left out. */
export async function readCards(ctx: Ctx, ids: readonly string[], locale: Locale): Promise<ListingCard[]> {
  return toCards(ctx, await findCards(ctx.db, ids), locale);
}

/** Everything a listing's page shows. Throws `listing.not-found`. */
export async function readListing(ctx: Ctx, id: string, labels: Labels, locale: Locale): Promise<ListingDetail> {
  const row = await findCard(ctx.db, id);
  if (!row) throw CatalogError.listingNotFound();
  const [uses, prices, product, closet] = await Promise.all([
    findPictureUses(ctx.db, id),
    findPriceChanges(ctx.db, id),
    row.product_id ? findProduct(ctx.db, row.product_id) : undefined,
    findClosetById(ctx.db, row.closet_id),
  ]);
  const pictures = await findPictures(
    ctx.db,
    uses.map((use) => use.picture_id),
  );
  return presentListing({ row, uses, pictures, prices, product, closet: closet!, labels, locale });
}

/** What other modules need to know of a listing to speak of it. */
export type ListingSummary = {
  id: string;
  title: string;
  description: string;
  language: Locale;
  category: string | null;
  brand: string | null;
  attributes: AttributeMap;
  condition: string | null;
  conditionNote: string | null;
  size: { value: string; system: string | null } | null;
  productId: string | null;
  closetName: string;
  shipsWithinDays: number | null;
  listedAt: Date;
  price: Money;
  status: ListingCard['status'];
};

/** Summaries of listings, in the order of `ids`; drafts and ids without a listing are left out. */
export async function readSummaries(ctx: Ctx, ids: readonly string[]): Promise<ListingSummary[]> {
  const rows = await findCards(ctx.db, ids);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    description: row.description,
    language: row.language,
    category: row.category,
    brand: row.brand,
    attributes: row.attributes,
    condition: row.condition,
    conditionNote: row.condition_note,
    size: row.size_value === null ? null : { value: row.size_value, system: row.size_system },
    productId: row.product_id,
    closetName: row.closet_name,
    shipsWithinDays: row.ships_within_days,
    listedAt: row.listed_at,
    price: { minor: row.price_minor, currency: row.currency },
    status: row.status,
  }));
}
