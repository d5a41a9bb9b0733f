import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/**
 * The database handle of every use case. It knows no tables: each module names its own with `db.withTables<T>()`, so
 * that a module can only query what it owns.
 */
// biome-ignore lint/complexity/noBannedTypes: Kysely's own type for "no tables".
export type Database = Kysely<{}>;

export type DatabaseConnection = { db: Database; pool: pg.Pool; close(): Promise<void> };

/** How our connections call themselves in pg_stat_activity, so that operators and other processes can tell them. */
export const applicationName = `vitrine ${process.pid}`;

// Whole numbers of 64 bits arrive as text by default; ours are counts and minor units, which fit a double exactly.
const int8 = 20;
const maxSafeDigits = 15;

/** Opens a pool on a PostgreSQL address and proves that it answers; throws what `pg` throws. */
export async function connectDatabase(url: string, options: { max: number }): Promise<DatabaseConnection> {
  const types = {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === int8 ? parseBigint : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
  };
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    max: options.max,
    types,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks, idle or between two queries of a transaction, fails the next query on it and is replaced by
  // the pool; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<object>({ dialect: new PostgresDialect({ pool }) }) as Database;
  return {
    db,
    pool,
    async close() {
      await db.destroy();
      // Kysely leaves a pool that it never used.
      if (!pool.ended) await pool.end();
    },
  };
}

function parseBigint(text: string): number | string {
  return text.length <= maxSafeDigits ? Number(text) : text;
}
