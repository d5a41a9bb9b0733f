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
  /** Null where no language model is used. */
  languageModel: LanguageModelConfig | null;
  logLevel: Settings['LOG_LEVEL'];
  logFormat: Settings['LOG_FORMAT'];
}>;

export type LanguageModelConfig = Readonly<{
  mode: 'rephrase' | 'plan';
  baseUrl: string;
  model: string;
  apiKey: string;
  timeoutMs: number;
}>;

/** Settings that cannot be used; the message has one line a setting and says what it must be. */
export class SettingsError extends Error {}

/** Parses the environment once; an empty environment gives the defaults. Throws `SettingsError`. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const wrong: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const parsed = setting.schema.safeParse(environment[name] || setting.fallback);
    if (parsed.success) values[name] = parsed.data;
    else {
      const shown = 'isSecret' in setting ? name : `${name}=${environment[name]}`;
      wrong.push(`${shown}: ${parsed.error.issues.at(-1)?.message ?? 'is not valid'}`);
    }
  }
  const parsed = values as Settings;
  const lacking = (['LLM_BASE_URL', 'LLM_MODEL'] as const).filter((name) => parsed[name] === '');
  if (parsed.LLM_MODE !== undefined && parsed.LLM_MODE !== 'off' && lacking.length > 0)
    wrong.push(`LLM_MODE=${parsed.LLM_MODE}: needs ${lacking.join(' and ')} too`);
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'));
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
    languageModel: languageModelOf(parsed),
    logLevel: parsed.LOG_LEVEL,
    logFormat: parsed.LOG_FORMAT,
  });
}

function languageModelOf(parsed: Settings): LanguageModelConfig | null {
  if (parsed.LLM_MODE === 'off') return null;
  return Object.freeze({
    mode: parsed.LLM_MODE,
    baseUrl: parsed.LLM_BASE_URL.replace(/\/+$/, ''),
    model: parsed.LLM_MODEL,
    apiKey: parsed.LLM_API_KEY,
    timeoutMs: parsed.LLM_TIMEOUT_MS,
  });
}
