import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Config } from '#platform/config';
import type { Actor } from '#platform/context';
import type { Database } from '#platform/database';
import { type Auth, createAuth } from './auth.ts';

export type Identity = {
  auth: Auth;
  /** Who sends these headers: the member of a valid session cookie, else a visitor. */
  actorOf(headers: Headers): Promise<Actor>;
};

export async function createIdentity(options: { config: Config; db: Database; baseUrl: string }): Promise<Identity> {
  const { config } = options;
  const secret = config.authSecret || (await readOrMakeSecret(path.join(config.dataDir, 'secret')));
  const auth = createAuth({ db: options.db, secret, baseUrl: options.baseUrl });
  return {
    auth,
    async actorOf(headers) {
      if (!headers.get('cookie')?.includes('vitrine.session_token')) return { kind: 'visitor' };
      const session = await withRealCause(options.db, () => auth.api.getSession({ headers }));
      if (!session) return { kind: 'visitor' };
      const { id, name, email } = session.user;
      return { kind: 'member', userId: id, name, email, isOperator: config.operators.includes(email.toLowerCase()) };
    },
  };
}

/** better-auth hides why it failed; where the database is why, its own error is thrown instead. */
export async function withRealCause<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await sql`select 1`.execute(db);
    throw error;
  }
}

/** Of processes that start together one makes the secret; one that was killed while writing left it too short to keep. */
async function readOrMakeSecret(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  for (let attempt = 1; ; attempt++) {
    const kept = await readFile(file, 'utf8').catch(() => '');
    if (kept.trim().length >= 32) return kept.trim();
    try {
      await writeFile(file, secret, { mode: 0o600, flag: attempt < 10 ? 'wx' : 'w' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
