import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import type { Database } from '#platform/database';

export type Auth = ReturnType<typeof createAuth>;

/** Sessions last 30 days and are renewed daily. */
const sessionSeconds = 30 * 24 * 3600;

/** better-auth on our own tables: e-mail and password, argon2id, a session cookie that scripts cannot read. */
export function createAuth(options: { db: Database; secret: string; baseUrl: string }) {
  return betterAuth({
    secret: options.secret,
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    // In transactions: a kill in the middle of signing up leaves no person who could never sign in.
    database: { db: options.db.withSchema('identity'), type: 'postgres', casing: 'camel', transaction: true },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: {
        hash: (password) => hash(password),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: 24 * 3600 },
    advanced: {
      cookiePrefix: 'vitrine',
      useSecureCookies: options.baseUrl.startsWith('https:'),
      // Our own routes check the origin and limit the rate, for every module alike.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      // Nothing needs the address, and better-auth would take it from a header that anyone may write.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}
