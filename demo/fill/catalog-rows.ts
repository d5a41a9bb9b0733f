import type { ListingInput, ProductInput, saveClosets, savePictures } from '#modules/catalog';
import type { PictureRow } from '#modules/media';
import type { DemoTime } from './demo-time.ts';
import type { DemoListing, World } from './world.ts';

export const demoSource = 'demo';

type ClosetInput = Parameters<typeof saveClosets>[1][number];
type PictureUseInput = Parameters<typeof savePictures>[1][number];

export function closetIdOf(handle: string): string {
  return `clo_${handle}`;
}

export function closetRows(world: World, time: DemoTime): ClosetInput[] {
  return world.closets.map((closet) => ({
    id: closetIdOf(closet.handle),
    handle: closet.handle,
    owner_id: null,
    name: closet.name,
    person: closet.person,
    language: closet.language,
    location: closet.location,
    story: closet.story,
    ships_within_days: closet.shipsWithinDays,
    created_at: time.at(closet.joinedDaysAgo, closet.handle),
  }));
}

export function productRows(world: World): ProductInput[] {
  return world.products.map((product) => ({
    id: product.key,
    source: demoSource,
    source_id: product.key,
    brand: product.brand,
    name: product.name,
    category: product.category,
    department: product.department,
    attributes: JSON.stringify(product.attributes),
  }));
}

export function listingRows(world: World, time: DemoTime): ListingInput[] {
  return world.listings.map((listing) => ({
    id: listing.key,
    source: demoSource,
    source_id: listing.key,
    closet_id: closetIdOf(listing.closet),
    product_id: listing.product,
    title: listing.title,
    description: listing.description,
    language: listing.language,
    brand: listing.brand,
    category: listing.category,
    department: listing.department,
    attributes: JSON.stringify(listing.attributes),
    size_value: listing.size?.value ?? null,
    size_system: listing.size?.system ?? null,
    condition: listing.condition,
    condition_note: listing.conditionNote,
    price_minor: listing.priceMinor,
    original_price_minor: listing.originalPriceMinor,
    currency: listing.currency,
    quantity: listing.quantity,
    status: listing.status,
    listed_at: time.at(listing.listedDaysAgo, listing.key),
    import_hash: null,
    updated_at: pricesOf(listing, time).at(-1)!.at,
  }));
}

export type PricePoint = { at: Date; priceMinor: number };

/**
 * The prices a listing has had, the first when it was listed, the last its price now. `originalPriceMinor` is what the
 * piece once cost in a shop, so it is not one of them.
 */
export function pricesOf(listing: DemoListing, time: DemoTime): PricePoint[] {
  const { key, listedDaysAgo, priceMinor } = listing;
  const [first, ...later] = [...listing.priceHistory].sort((a, b) => b.daysAgo - a.daysAgo);
  const listedAt = time.at(listedDaysAgo, key);
  if (!first) return [{ at: listedAt, priceMinor }];
  const points = [{ at: listedAt, priceMinor: first.priceMinor }];
  for (const change of later)
    points.push({ at: time.at(change.daysAgo, `${key} ${change.daysAgo}`), priceMinor: change.priceMinor });
  if (points.at(-1)!.priceMinor !== priceMinor) {
    const lastDaysAgo = later.at(-1)?.daysAgo ?? first.daysAgo;
    points.push({ at: time.at(Math.ceil(lastDaysAgo / 2), `${key} now`), priceMinor });
  }
  return points;
}

export function priceRows(world: World, time: DemoTime) {
  return world.listings.flatMap((listing) =>
    pricesOf(listing, time).map(({ at, priceMinor }) => ({ listing_id: listing.key, at, price_minor: priceMinor })),
  );
}

export function pictureRows(world: World, time: DemoTime): { pictures: PictureRow[]; uses: PictureUseInput[] } {
  const pictures = new Map<string, PictureRow>();
  const uses: PictureUseInput[] = [];
  for (const listing of world.listings) {
    for (const [position, picture] of (world.pictures[listing.key] ?? []).slice(0, 16).entries()) {
      const { file, width, height, thumbhash, alt } = picture;
      const id = `pic_${file.replace(/\.webp$/, '')}`;
      const shown = { width, height, thumbhash, created_at: new Date(time.startOfDay) };
      pictures.set(id, { id, file: `demo/${file}`, content_hash: `demo:${file}`, ...shown });
      uses.push({ listing_id: listing.key, position, picture_id: id, alt });
    }
  }
  return { pictures: [...pictures.values()], uses };
}
