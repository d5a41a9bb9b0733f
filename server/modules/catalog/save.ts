import { type Insertable, sql } from 'kysely';
import type { Ctx } from '#platform/context';
import type { Database } from '#platform/database';
import { listingChanged } from './events.ts';
import type { CatalogTables, ClosetRow, ListingTable, ProductTable } from './tables.ts';

export type ListingInput = Insertable<ListingTable>;
export type ProductInput = Insertable<ProductTable>;
export type SaveCounts = { added: number; updated: number; unchanged: number };

/**
 * Adds or updates a batch of listings by (source, source_id) within the caller's transaction, with their price changes
 * and one `listing.changed` each. A row whose `import_hash` is the stored one is not written. Ids of updated rows stay.
 * Returns what happened and the ids by source id.
 */
export async function saveListings(
  ctx: Ctx,
  tx: Database,
  rows: ListingInput[],
): Promise<SaveCounts & { ids: Map<string, string> }> {
  if (rows.length === 0) return { added: 0, updated: 0, unchanged: 0, ids: new Map() };
  const tables = tx.withTables<CatalogTables>();
  const written = await tables
    .insertInto('catalog.listing')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['source', 'source_id'])
        .doUpdateSet((eb) => ({
          closet_id: eb.ref('excluded.closet_id'),
          product_id: eb.ref('excluded.product_id'),
          title: eb.ref('excluded.title'),
          description: eb.ref('excluded.description'),
          language: eb.ref('excluded.language'),
          brand: eb.ref('excluded.brand'),
          category: eb.ref('excluded.category'),
          department: eb.ref('excluded.department'),
          attributes: eb.ref('excluded.attributes'),
          size_value: eb.ref('excluded.size_value'),
          size_system: eb.ref('excluded.size_system'),
          condition: eb.ref('excluded.condition'),
          condition_note: eb.ref('excluded.condition_note'),
          price_minor: eb.ref('excluded.price_minor'),
          original_price_minor: eb.ref('excluded.original_price_minor'),
          currency: eb.ref('excluded.currency'),
          quantity: eb.ref('excluded.quantity'),
          // What happened here since (held, sold) is not undone by importing an old row again.
          status: sql`case when listing.status in ('held', 'sold') then listing.status else excluded.status end`,
          import_hash: eb.ref('excluded.import_hash'),
          updated_at: eb.ref('excluded.updated_at'),
        }))
        .where(sql<boolean>`listing.import_hash is distinct from excluded.import_hash`),
    )
    .returning(['id', 'source_id', 'price_minor', 'updated_at', sql<boolean>`(xmax = 0)`.as('added')])
    .execute();

  const prices = written.map(({ id, price_minor, updated_at }) => ({ listing_id: id, at: updated_at, price_minor }));
  await savePriceChanges(tx, prices);
  await ctx.outbox.append(
    tx,
    written.map(({ id }) => listingChanged(id)),
  );

  const added = written.filter((row) => row.added).length;
  const ids = new Map(written.map((row) => [row.source_id, row.id]));
  return { added, updated: written.length - added, unchanged: rows.length - written.length, ids };
}

/** Notes prices; one that equals the price before it is left out. */
export async function savePriceChanges(
  tx: Database,
  rows: { listing_id: string; at: Date; price_minor: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into catalog.price_change (listing_id, at, price_minor)
    select n.listing_id, n.at, n.price_minor
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (listing_id text, at timestamptz, price_minor bigint)
    where n.price_minor is distinct from (
      select p.price_minor from catalog.price_change p where p.listing_id = n.listing_id order by p.at desc limit 1)
    on conflict (listing_id, at) do update set price_minor = excluded.price_minor`.execute(tx);
}

/** Adds or updates products by (source, source_id); returns their ids by source id. */
export async function saveProducts(tx: Database, rows: ProductInput[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const saved = await tx
    .withTables<CatalogTables>()
    .insertInto('catalog.product')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['source', 'source_id']).doUpdateSet((eb) => ({
        brand: sql`coalesce(excluded.brand, product.brand)`,
        name: eb.ref('excluded.name'),
        category: sql`coalesce(excluded.category, product.category)`,
        department: sql`coalesce(excluded.department, product.department)`,
        attributes: sql`product.attributes || excluded.attributes`,
      })),
    )
    .returning(['id', 'source_id'])
    .execute();
  return new Map(saved.map((row) => [row.source_id, row.id]));
}

/** Adds closets; one whose handle is there already is left as it is. */
export async function saveClosets(tx: Database, rows: Insertable<CatalogTables['catalog.closet']>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .withTables<CatalogTables>()
    .insertInto('catalog.closet')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Sets the pictures of listings, in order, in place of what they had. */
export async function savePictures(
  tx: Database,
  rows: { listing_id: string; position: number; picture_id: string; alt: Record<string, string> }[],
): Promise<void> {
  if (rows.length === 0) return;
  const tables = tx.withTables<CatalogTables>();
  const listings = [...new Set(rows.map((row) => row.listing_id))];
  await tables.deleteFrom('catalog.listing_picture').where('listing_id', 'in', listings).execute();
  await tables
    .insertInto('catalog.listing_picture')
    .values(rows.map((row) => ({ ...row, alt: JSON.stringify(row.alt) })))
    .execute();
}

export type { ClosetRow };
