import path from 'node:path';
import { type Settings, settings } from './settings.ts';

export type Config = Readonly<{
  port: number;
  host: string;
  publicUrl: string;
  trustProxy: boolean;
  dataDir: string;
  databaseUrl: string;
  databasePool: number;
  authSecret: string;
  demo: boolean;
  operators: readonly string[];
  currency: string;
  rateLimits: boolean;
  logLevel: Settings['LOG_LEVEL'];
  logFormat: Settings['LOG_FORMAT'];
}>;

/** Settings that cannot be used; the message has one line a setting and says what it must be. */
export class SettingsError extends Error {}

/** Parses the environment once; an empty environment gives the defaults. Throws `SettingsError`. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const wrong: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, fallback }] of Object.entries(settings)) {
    const parsed = schema.safeParse(environment[name] || fallback);
    if (parsed.success) values[name] = parsed.data;
    else wrong.push(`${name}=${environment[name]}: ${parsed.error.issues.at(-1)?.message ?? 'is not valid'}`);
  }
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  const parsed = values as Settings;
  return Object.freeze({
    port: parsed.PORT,
    host: parsed.HOST,
    publicUrl: parsed.PUBLIC_URL.replace(/\/$/, ''),
    trustProxy: parsed.TRUST_PROXY,
    dataDir: path.resolve(parsed.DATA_DIR),
    databaseUrl: parsed.DATABASE_URL,
    databasePool: parsed.DATABASE_POOL,
    authSecret: parsed.AUTH_SECRET,
    demo: parsed.DEMO,
    operators: parsed.OPERATORS,
    currency: parsed.CURRENCY,
    rateLimits: parsed.RATE_LIMITS,
    logLevel: parsed.LOG_LEVEL,
    logFormat: parsed.LOG_FORMAT,
  });
}
