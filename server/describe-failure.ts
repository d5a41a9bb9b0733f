import { SettingsError } from '#platform/config';
import { DatabaseStartError } from '#platform/database';
import { ListenError } from '#platform/http';

/** One clear line for what can stop a start; the stack only for what nobody foresaw. */
export function describeFailure(error: unknown, dataDir: string): string {
  if (error instanceof SettingsError || error instanceof ListenError || error instanceof DatabaseStartError)
    return error.message;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    return `The data folder ${dataDir} cannot be written (${code}). Give this user the right to, or choose another: DATA_DIR=/path npm start`;
  }
  if (code === 'ENOSPC') return `No space left on the disk of ${dataDir}.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return `DATABASE_URL: no PostgreSQL answers there (${code}). Check host and port.`;
  if (code === '28P01' || code === '28000')
    return `DATABASE_URL: the database refuses this user or password: ${message}`;
  if (code === '3D000') return `DATABASE_URL: ${message}; create it first (createdb).`;
  return stack ?? String(error);
}
