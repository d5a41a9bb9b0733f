import { sql } from 'kysely';
import type { Database } from '#platform/database';
import type { DocumentRow, KnowledgeTables, ReviewRow } from './tables.ts';

/** The order of reviews: what came with them and what was voted here count alike. */
const helpfulFirst = sql`helpful + votes desc, written_at desc, id`;

/** Every review of a product, most helpful first; a style has tens, rarely hundreds. */
export async function findReviews(db: Database, productId: string, limit = 5_000): Promise<ReviewRow[]> {
  return db
    .withTables<KnowledgeTables>()
    .selectFrom('knowledge_base.review')
    .selectAll()
    .where('product_id', '=', productId)
    .orderBy(helpfulFirst)
    .limit(limit)
    .execute();
}

export async function findReview(db: Database, id: string): Promise<ReviewRow | undefined> {
  return db
    .withTables<KnowledgeTables>()
    .selectFrom('knowledge_base.review')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Whether a member has reviewed a style, which nobody does without having had it. */
export async function hasReviewed(db: Database, userId: string, productId: string): Promise<boolean> {
  const row = await db
    .withTables<KnowledgeTables>()
    .selectFrom('knowledge_base.review')
    .select('id')
    .where('author_id', '=', userId)
    .where('product_id', '=', productId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Reviews of several products at once, for answers that weigh several listings. */
export async function findReviewsOf(db: Database, productIds: string[], limitEach: number): Promise<ReviewRow[]> {
  if (productIds.length === 0) return [];
  const { rows } = await sql<ReviewRow>`
    select r.* from unnest(${productIds}::text[]) as p (id)
    cross join lateral (
      select * from knowledge_base.review where product_id = p.id order by ${helpfulFirst} limit ${limitEach}
    ) r`.execute(db);
  return rows;
}

const documentColumns = [
  'id',
  'slug',
  'title',
  'language',
  'kind',
  'categories',
  'topics',
  'source',
  'body',
  'updated_at',
  'origin_url',
  'origin_hash',
  'fetched_at',
] as const;

/** Documents that were written for this shop, by title; those read from elsewhere are found by `findReadDocuments`. */
export async function findDocuments(
  db: Database,
  filter: { language?: string; category?: string; kind?: DocumentRow['kind'] } = {},
): Promise<DocumentRow[]> {
  let query = db
    .withTables<KnowledgeTables>()
    .selectFrom('knowledge_base.document')
    .select(documentColumns)
    .where('origin_url', 'is', null);
  if (filter.language) query = query.where('language', '=', filter.language as DocumentRow['language']);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.category) query = query.where(sql<boolean>`${filter.category} = any (categories)`);
  return query.orderBy('title').orderBy('id').limit(500).execute();
}

export async function findDocument(db: Database, slug: string): Promise<DocumentRow | undefined> {
  return db
    .withTables<KnowledgeTables>()
    .selectFrom('knowledge_base.document')
    .select(documentColumns)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

export type DocumentName = { id: string; slug: string; title: string };

/** What these documents are called, by id. */
export async function findDocumentNames(db: Database, ids: string[]): Promise<Map<string, DocumentName>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<KnowledgeTables>()
    .selectFrom('knowledge_base.document')
    .select(['id', 'slug', 'title'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Documents read from elsewhere that share the rarest of these words (see `termsOf`), best first; of those that share
 * none, the ones last read. A word weighs by how few documents have it (inverse document frequency).
 */
export async function findReadDocuments(
  db: Database,
  filter: { language?: string; categories?: readonly string[]; terms: readonly string[]; limit: number },
): Promise<DocumentRow[]> {
  const { language, categories, terms, limit } = filter;
  const { rows } = await sql<DocumentRow>`
    with wanted as (
      select term, ln(1 + total.n / (1 + (select count(*) from knowledge_base.document
        where origin_url is not null and terms @> array[term]))::float8) as weight
      from unnest(${[...terms]}::text[]) as term,
        (select count(*) as n from knowledge_base.document where origin_url is not null) as total
    )
    select ${sql.join(documentColumns.map((column) => sql.ref(`document.${column}`)))}
    from knowledge_base.document
    cross join lateral (select coalesce(sum(weight), 0) as shared from wanted where term = any (document.terms)) as score
    where origin_url is not null
      and ${language ? sql<boolean>`language = ${language}` : sql<boolean>`true`}
      and ${categories ? sql<boolean>`categories && ${[...categories]}::text[]` : sql<boolean>`document.terms && ${[...terms]}::text[]`}
    order by score.shared desc, fetched_at desc, id
    limit ${limit}`.execute(db);
  return rows;
}
