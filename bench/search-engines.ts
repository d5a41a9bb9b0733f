import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import { connectDatabase, startEmbeddedPostgres } from '#platform/database';
import { type CorpusRow, fillCatalogue } from '../eval/catalogue.ts';

/** One engine under comparison. All get the same rows and the same plain queries, and return at most `limit` ids. */
export type Engine = {
  find(query: string, limit: number): Promise<string[]>;
  /** Bytes of its index, where it can tell; otherwise the growth of memory is taken. */
  bytes?(): Promise<number>;
  close?(): Promise<void>;
};

export type EngineMaker = { name: string; build(rows: readonly CorpusRow[]): Promise<Engine> };

/** The parts of a row that every engine searches, with the same weight on the title. */
const TITLE_WEIGHT = 3;
const BRAND_WEIGHT = 1.5;

type Fields = { id: string; title: string; brand: string; text: string; attributes: string };

function fieldsOf(row: CorpusRow): Fields {
  const attributes = Object.values(row.attributes ?? {}).map(String);
  return {
    id: row.id,
    title: row.title,
    brand: row.brand ?? '',
    text: row.text ?? '',
    attributes: [row.category, row.department, row.condition, row.size?.system, row.size?.value, ...attributes]
      .filter((value) => value !== undefined)
      .join(' '),
  };
}

const vitrine: EngineMaker = {
  name: 'Vitrine',
  async build(rows) {
    const { index, understand } = fillCatalogue(rows);
    return {
      async find(query, limit) {
        const { need } = understand(query);
        const { hits, nearMisses } = index.search({ need, text: query, limit, nearMisses: limit });
        return [...hits, ...nearMisses].slice(0, limit).map(({ id }) => id);
      },
    };
  },
};

function miniSearch(name: string, tolerance: { prefix?: boolean; fuzzy?: number }): EngineMaker {
  return {
    name,
    async build(rows) {
      const engine = new MiniSearch<Fields>({
        fields: ['title', 'brand', 'text', 'attributes'],
        searchOptions: { boost: { title: TITLE_WEIGHT, brand: BRAND_WEIGHT }, ...tolerance },
      });
      engine.addAll(rows.map(fieldsOf));
      return {
        find: async (query, limit) =>
          engine
            .search(query)
            .slice(0, limit)
            .map(({ id }) => id as string),
      };
    },
  };
}

const orama: EngineMaker = {
  name: 'Orama',
  async build(rows) {
    const engine = create({
      schema: { id: 'string', title: 'string', brand: 'string', text: 'string', attributes: 'string' } as const,
    });
    await insertMultiple(engine, rows.map(fieldsOf), 1000);
    return {
      async find(term, limit) {
        const { hits } = await search(engine, {
          term,
          limit,
          properties: ['title', 'brand', 'text', 'attributes'],
          boost: { title: TITLE_WEIGHT, brand: BRAND_WEIGHT },
        });
        return hits.map(({ document }) => document.id);
      },
    };
  },
};

const CREATE = `
  create table document (
    id text primary key, title text, brand text, body text, attributes text,
    words tsvector generated always as (
      setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', brand), 'B') ||
      setweight(to_tsvector('english', body), 'C') || setweight(to_tsvector('english', attributes), 'D')
    ) stored
  )`;
const INSERT = `
  insert into document (id, title, brand, body, attributes)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])`;
/** Any word may match, as in the other engines; PostgreSQL's own AND would find little. */
const SELECT = `
  with wanted as (select replace(plainto_tsquery('english', $1)::text, ' & ', ' | ')::tsquery as query)
  select id from document, wanted where words @@ query
  order by ts_rank_cd(words, query, 1) desc, id limit $2`;
const BATCH = 2000;

const postgres: EngineMaker = {
  name: 'PostgreSQL full text',
  async build(rows) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-bench-'));
    const server = await startEmbeddedPostgres(path.join(folder, 'postgres'));
    const close = async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
    try {
      const { pool, close: disconnect } = await connectDatabase(server.url, { max: 1 });
      await pool.query(CREATE);
      for (let from = 0; from < rows.length; from += BATCH) {
        const batch = rows.slice(from, from + BATCH).map(fieldsOf);
        const column = (key: keyof Fields) => batch.map((fields) => fields[key].replaceAll('\0', ''));
        await pool.query(INSERT, [
          column('id'),
          column('title'),
          column('brand'),
          column('text'),
          column('attributes'),
        ]);
      }
      await pool.query('create index on document using gin (words)');
      await pool.query('vacuum analyze document');
      return {
        async find(query, limit) {
          const found = await pool.query<{ id: string }>(SELECT, [query, limit]);
          return found.rows.map(({ id }) => id);
        },
        async bytes() {
          const found = await pool.query<{ size: string }>(`select pg_total_relation_size('document') as size`);
          return Number(found.rows[0]!.size);
        },
        async close() {
          await disconnect();
          await close();
        },
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

export const engines: readonly EngineMaker[] = [
  vitrine,
  miniSearch('MiniSearch', {}),
  miniSearch('MiniSearch, typo-tolerant', { prefix: true, fuzzy: 0.2 }),
  orama,
  postgres,
];
