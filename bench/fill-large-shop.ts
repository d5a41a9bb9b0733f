import type pg from 'pg';
import { createLanguage } from '#engines/language';
import { saveDocuments } from '#modules/knowledge-base';
import { connectDatabase, migrate, startEmbeddedPostgres } from '#platform/database';
import { createDemoTime } from '../demo/fill/demo-time.ts';
import { documentRows } from '../demo/fill/knowledge-rows.ts';
import { readWorld } from '../demo/fill/read-world.ts';
import { createManyListings, type ManyListings } from './many-listings.ts';
import { readReviewSentences } from './many-reviews.ts';

const BATCH = 5_000;
const CLOSETS = 1_000;
/** No statement may take longer, nor all batches together. */
const MOST_MS = 2 * 60_000;
const CONDITIONS: Record<string, string> = { new: 'new-with-tags', 'like-new': 'like-new', good: 'good', fair: 'fair' };
const FILLED_AT = Date.UTC(2026, 0, 1);

/**
 * Fills an empty data folder with so many listings (`createManyListings`), each of a style of its own, with reviews put
 * together of the demo world's sentences about things of its kind, spread evenly, and with the demo world's guides.
 */
export async function fillLargeShop(
  folder: string,
  counts: { listings: number; reviews: number },
): Promise<{ many: ManyListings; idOf(index: number): string }> {
  const many = createManyListings(createLanguage(), []);
  const postgres = await startEmbeddedPostgres(`${folder}/postgres`);
  try {
    const { db, pool, close } = await connectDatabase(postgres.url, { max: 2 });
    await migrate(pool, 'migrations');
    const client = await pool.connect();
    await client.query(`set synchronous_commit = off; set statement_timeout = ${MOST_MS}`);
    await insertListings(client, many, counts.listings);
    await insertReviews(client, counts);
    await client.query('analyze');
    client.release();
    await saveDocuments(db, documentRows(await readWorld('demo'), createDemoTime(FILLED_AT)));
    await close();
  } finally {
    await postgres.stop();
  }
  return { many, idOf: (index) => many.listing(index).id };
}

async function insertListings(client: pg.PoolClient, many: ManyListings, listings: number): Promise<void> {
  await client.query(
    `insert into catalog.closet (id, handle, name, language, ships_within_days, created_at)
     select 'closet-' || n, 'closet-' || n, 'Closet ' || n, 'en', 2, $2 from generate_series(0, $1 - 1) n`,
    [CLOSETS, new Date(FILLED_AT)],
  );
  const deadline = performance.now() + MOST_MS;
  for (let start = 0; start < listings; start += BATCH) {
    if (performance.now() > deadline) throw new Error(`only ${start} listings were filled in time`);
    const rows = Array.from({ length: Math.min(BATCH, listings - start) }, (_, at) => many.listing(start + at));
    const column = (read: (row: (typeof rows)[number], at: number) => unknown) => rows.map(read);
    await client.query(
      `insert into catalog.product (id, source, source_id, name, category, attributes)
       select 'style-' || id, 'bench', id, name, category, '{}'
       from unnest($1::text[], $2::text[], $3::text[]) as t (id, name, category)`,
      [column(({ id }) => id), column(({ title }) => title.slice(0, 300)), column(({ category }) => category)],
    );
    await client.query(
      `insert into catalog.listing (id, source, source_id, closet_id, product_id, title, description, language, brand, category,
         department, attributes, size_value, condition, price_minor, currency, status, listed_at, updated_at)
       select id, 'bench', id, closet, 'style-' || id, title, description, 'en', brand, category, department, attributes::jsonb,
         size, condition, price, currency, 'available', listed_at, listed_at
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
         $10::text[], $11::bigint[], $12::text[], $13::timestamptz[])
         as t (id, closet, title, description, brand, category, department, attributes, size, condition, price, currency, listed_at)`,
      [
        column(({ id }) => id),
        column((_, at) => `closet-${(start + at) % CLOSETS}`),
        column(({ title }) => title.slice(0, 300)),
        column(({ text }) => text),
        column(({ brand }) => brand),
        column(({ category }) => category),
        column(({ department }) => department),
        column(({ attributes }) => JSON.stringify(attributes)),
        column(({ size }) => size?.value ?? null),
        column(({ condition }) => CONDITIONS[condition ?? ''] ?? 'good'),
        column(({ price }) => price?.minor ?? 0),
        column(({ price }) => price?.currency ?? 'EUR'),
        column(({ listedAt }) => new Date(listedAt ?? FILLED_AT)),
      ],
    );
  }
}

/** In the database alone, because a million rows need not travel: three sentences each, chosen by the number of the review. */
async function insertReviews(
  client: pg.PoolClient,
  { listings, reviews }: { listings: number; reviews: number },
): Promise<void> {
  const sentences = readReviewSentences();
  await client.query('create temp table sentence (category text, n integer, text text, primary key (category, n))');
  await client.query(
    `insert into sentence select category, row_number() over (partition by category) - 1, text
     from unnest($1::text[], $2::text[]) as t (category, text)`,
    [sentences.map(({ category }) => category), sentences.map(({ text }) => text)],
  );
  const each = Math.ceil(reviews / listings);
  await client.query(
    `with known as (select category, count(*)::bigint as count from sentence group by category),
     style as (
       select id, known.category, count, row_number() over (order by id) as at
       from catalog.product join known using (category)
     )
     insert into knowledge_base.review (id, source, source_id, product_id, author, rating, text, language, helpful, written_at)
     select 'review-' || at || '-' || turn, 'bench', at || '-' || turn, style.id, 'Owner ' || turn, 3 + (at + turn) % 3,
       a.text || ' ' || b.text || ' ' || c.text, 'en', (at * turn) % 7, $2::timestamptz - turn * interval '1 day'
     from style cross join generate_series(1, $1) as series (turn)
     join sentence a on a.category = style.category and a.n = (at * 31 + turn * 17) % count
     join sentence b on b.category = style.category and b.n = (at * 7 + turn * 5 + 3) % count
     join sentence c on c.category = style.category and c.n = (at * 13 + turn * 11 + 7) % count`,
    [each, new Date(FILLED_AT)],
  );
}
