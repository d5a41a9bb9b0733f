import { SettingsError } from '#platform/config';
import { DatabaseStartError } from '#platform/database';
import { ListenError } from '#platform/http';

/** One clear line for what can stop a start; the stack only for what nobody foresaw. */
export function describeFailure(error: unknown, dataDir: string): string {
  if (error instanceof SettingsError || error instanceof ListenError || error instanceof DatabaseStartError)
    return error.message;
  const { code, message, stack, path } = error as NodeJS.ErrnoException;
  // The file that is imported, say.
  if (code === 'EACCES' && path && !path.startsWith(dataDir) && !dataDir.startsWith(path))
    return `${path} cannot be read or written (${code}).`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return `The data folder ${dataDir} cannot be written (${code}). Give this user the right to, or choose another: DATA_DIR=/path npm start`;
  }
  if (code === 'ENOSPC') return `No space left on the disk of ${dataDir}.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return `DATABASE_URL: no PostgreSQL answers there (${code}). Check host and port.`;
  if (code === '28P01' || code === '28000')
    return `DATABASE_URL: the database refuses this user or password: ${message}`;
  if (code === '42501' || message?.includes('permission denied'))
    return `DATABASE_URL: this role may not do what is needed (${message}). Make it the owner of the database, or let it create: grant create on database NAME to ROLE; grant create on schema public to ROLE.`;
  if (code === '3D000') return `DATABASE_URL: ${message}; create it first (createdb).`;
  return stack ?? String(error);
}
