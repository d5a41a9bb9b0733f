import { type Selectable, sql } from 'kysely';
import type { Database } from '#platform/database';
import type { CatalogTables, ClosetRow, ListingTable, ProductTable } from './tables.ts';

export type PictureUse = { picture_id: string; alt: Record<string, string> };
export type CardRow = Selectable<ListingTable> & {
  closet_handle: string;
  closet_name: string;
  ships_within_days: number | null;
  first_picture: PictureUse | null;
};

const firstPicture = sql<PictureUse | null>`(
  select jsonb_build_object('picture_id', lp.picture_id, 'alt', lp.alt)
  from catalog.listing_picture lp where lp.listing_id = l.id order by lp.position limit 1)`;

/** Drafts are nobody's business yet: no card is ever made of one. */
function selectCards(db: Database) {
  return db
    .withTables<CatalogTables>()
    .selectFrom('catalog.listing as l')
    .innerJoin('catalog.closet as c', 'c.id', 'l.closet_id')
    .selectAll('l')
    .select([
      'c.handle as closet_handle',
      'c.name as closet_name',
      'c.ships_within_days',
      firstPicture.as('first_picture'),
    ])
    .where('l.status', '!=', 'draft');
}

/** Listings by id, as cards, in the order of `ids`; ids without a listing are left out. */
export async function findCards(db: Database, ids: readonly string[]): Promise<CardRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectCards(db)
    .where('l.id', 'in', [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function findCard(db: Database, id: string): Promise<CardRow | undefined> {
  return selectCards(db).where('l.id', '=', id).executeTakeFirst();
}

/** A page of available listings by time, newest first, of everyone or of one closet. */
export async function findNewest(
  db: Database,
  options: { closetId?: string; after?: { listedAt: Date; id: string }; limit: number },
): Promise<CardRow[]> {
  let query = selectCards(db).where('l.status', '=', 'available');
  if (options.closetId) query = query.where('l.closet_id', '=', options.closetId);
  if (options.after) {
    const { listedAt, id } = options.after;
    query = query.where(sql<boolean>`(l.listed_at, l.id) < (${listedAt}, ${id})`);
  }
  return query.orderBy('l.listed_at', 'desc').orderBy('l.id', 'desc').limit(options.limit).execute();
}

export async function findPictureUses(db: Database, listingId: string): Promise<PictureUse[]> {
  return db
    .withTables<CatalogTables>()
    .selectFrom('catalog.listing_picture')
    .select(['picture_id', 'alt'])
    .where('listing_id', '=', listingId)
    .orderBy('position')
    .execute();
}

export async function findPriceChanges(db: Database, listingId: string): Promise<{ at: Date; price_minor: number }[]> {
  return db
    .withTables<CatalogTables>()
    .selectFrom('catalog.price_change')
    .select(['at', 'price_minor'])
    .where('listing_id', '=', listingId)
    .orderBy('at')
    .execute();
}

export async function findProduct(db: Database, id: string): Promise<Selectable<ProductTable> | undefined> {
  return db
    .withTables<CatalogTables>()
    .selectFrom('catalog.product')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

export type ClosetWithCounts = ClosetRow & { listings: number; sold: number; followers: number };

function selectClosets(db: Database) {
  return db
    .withTables<CatalogTables>()
    .selectFrom('catalog.closet as c')
    .selectAll('c')
    .select([
      sql<number>`(select count(*) from catalog.listing l where l.closet_id = c.id and l.status = 'available')`.as(
        'listings',
      ),
      sql<number>`(select count(*) from catalog.listing l where l.closet_id = c.id and l.status = 'sold')`.as('sold'),
    ]);
}

export async function findClosetByHandle(db: Database, handle: string): Promise<ClosetWithCounts | undefined> {
  return selectClosets(db).where('c.handle', '=', handle).executeTakeFirst() as Promise<ClosetWithCounts | undefined>;
}

export async function findClosetById(db: Database, id: string): Promise<ClosetWithCounts | undefined> {
  return selectClosets(db).where('c.id', '=', id).executeTakeFirst() as Promise<ClosetWithCounts | undefined>;
}

export async function findClosetOf(db: Database, userId: string): Promise<ClosetRow | undefined> {
  return db
    .withTables<CatalogTables>()
    .selectFrom('catalog.closet')
    .selectAll()
    .where('owner_id', '=', userId)
    .executeTakeFirst() as Promise<ClosetRow | undefined>;
}

/** How many available listings each category holds, by the category's name as stored. */
export async function countByCategory(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .withTables<CatalogTables>()
    .selectFrom('catalog.listing')
    .select(['category', sql<number>`count(*)`.as('count')])
    .where('status', '=', 'available')
    .where('category', 'is not', null)
    .groupBy('category')
    .execute();
  return new Map(rows.map((row) => [row.category!, row.count]));
}

export async function countListings(db: Database): Promise<number> {
  const row = await db
    .withTables<CatalogTables>()
    .selectFrom('catalog.listing')
    .select(sql<number>`count(*)`.as('count'))
    .where('status', '=', 'available')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What search needs of listings: `ids` alone, or everything that is available, in batches by id. */
export async function findForIndex(
  db: Database,
  options: { ids?: string[]; afterId?: string; limit: number },
): Promise<Selectable<ListingTable>[]> {
  let query = db.withTables<CatalogTables>().selectFrom('catalog.listing').selectAll();
  if (options.ids) query = query.where('id', 'in', options.ids);
  else query = query.where('status', '=', 'available');
  if (options.afterId !== undefined) query = query.where('id', '>', options.afterId);
  return query.orderBy('id').limit(options.limit).execute();
}

/** Changes a listing's count of likes or a closet's of followers by one, within the caller's transaction. */
export async function addLikes(tx: Database, listingId: string, change: 1 | -1): Promise<void> {
  await tx
    .withTables<CatalogTables>()
    .updateTable('catalog.listing')
    .set({ likes: sql<number>`likes + ${change}` })
    .where('id', '=', listingId)
    .execute();
}

export async function addFollowers(tx: Database, closetId: string, change: 1 | -1): Promise<void> {
  await tx
    .withTables<CatalogTables>()
    .updateTable('catalog.closet')
    .set({ followers: sql<number>`followers + ${change}` })
    .where('id', '=', closetId)
    .execute();
}

/** The same for many at once, by id. */
export async function addLikesOf(tx: Database, changes: Map<string, number>): Promise<void> {
  await sql`
    update catalog.listing set likes = likes + c.value::integer
    from jsonb_each_text(${JSON.stringify(Object.fromEntries(changes))}::jsonb) as c where id = c.key`.execute(tx);
}

export async function addFollowersOf(tx: Database, changes: Map<string, number>): Promise<void> {
  await sql`
    update catalog.closet set followers = followers + c.value::integer
    from jsonb_each_text(${JSON.stringify(Object.fromEntries(changes))}::jsonb) as c where id = c.key`.execute(tx);
}

/** Whether nobody has opened a closet or listed a thing yet, drafts included. */
export async function isCatalogEmpty(db: Database): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from catalog.closet) and not exists (select from catalog.listing) as empty`.execute(db);
  return rows[0]!.empty;
}

/** Ids of products by where they came from, by source id. */
export async function findProductIds(db: Database, source: string, sourceIds: string[]): Promise<Map<string, string>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await db
    .withTables<CatalogTables>()
    .selectFrom('catalog.product')
    .select(['id', 'source_id'])
    .where('source', '=', source)
    .where('source_id', 'in', sourceIds)
    .execute();
  return new Map(rows.map((row) => [row.source_id, row.id]));
}

/** Ids of listings by where they came from, by source id, and how many pictures each has. */
export async function findListingIds(
  db: Database,
  source: string,
  sourceIds: string[],
): Promise<Map<string, { id: string; pictures: number }>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await db
    .withTables<CatalogTables>()
    .selectFrom('catalog.listing as l')
    .select([
      'l.id',
      'l.source_id',
      sql<number>`(select count(*) from catalog.listing_picture where listing_id = l.id)`.as('pictures'),
    ])
    .where('l.source', '=', source)
    .where('l.source_id', 'in', sourceIds)
    .execute();
  return new Map(rows.map(({ source_id, id, pictures }) => [source_id, { id, pictures }]));
}
