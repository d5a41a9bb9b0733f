export { connectDatabase, type Database, type DatabaseConnection } from './connect.ts';
export { DatabaseStartError, type RunningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
export { migrate } from './migrate.ts';
export { isDatabaseUnavailable } from './unavailable.ts';
