export { connectDatabase, type Database, type DatabaseConnection } from './connect.ts';
export { DatabaseStartError, startEmbeddedPostgres } from './embedded-postgres.ts';
export { migrate } from './migrate.ts';
export { isDatabaseUnavailable } from './unavailable.ts';
