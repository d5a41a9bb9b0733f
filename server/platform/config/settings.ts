import { z } from 'zod';

const flag = z.enum(['on', 'off'], { error: 'must be on or off' }).transform((value) => value === 'on');

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`);

/** Every setting: its schema, its default as text, and what it does. The table in docs/operating.md is made from this. */
export const settings = {
  PORT: { schema: wholeNumber(0, 65535), fallback: '3000', help: 'Port of the web server; 0 picks a free one.' },
  HOST: {
    schema: z.string().min(1),
    fallback: '127.0.0.1',
    help: 'Address to listen on; 0.0.0.0 for every interface.',
  },
  PUBLIC_URL: {
    schema: z.union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'must be a http(s) address such as https://shop.example' }),
    ]),
    fallback: '',
    help: 'The address people use, where it differs from http://HOST:PORT (behind a proxy); cookies and links use it.',
  },
  TRUST_PROXY: {
    schema: flag,
    fallback: 'off',
    help: 'on: believe X-Forwarded-For and X-Forwarded-Proto of the proxy in front.',
  },
  DATA_DIR: {
    schema: z.string().min(1),
    fallback: './data',
    help: 'Folder of the embedded database, pictures and the secret.',
  },
  DATABASE_URL: {
    schema: z.union([z.literal(''), z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://')]),
    fallback: '',
    help: 'Use this PostgreSQL (15 or newer) instead of the embedded one.',
  },
  DATABASE_POOL: { schema: wholeNumber(2, 200), fallback: '10', help: 'Most database connections of this process.' },
  AUTH_SECRET: {
    schema: z.union([z.literal(''), z.string().min(32, 'must have at least 32 characters')]),
    fallback: '',
    isSecret: true,
    help: 'Signs sessions. Empty: made once and kept in DATA_DIR/secret. Set the same value on every process of a cluster.',
  },
  DEMO: { schema: flag, fallback: 'on', help: 'on: fill an empty instance with the demo world at the first start.' },
  OPERATORS: {
    schema: z.string().transform((text) =>
      text
        .split(',')
        .map((part) => part.trim().toLowerCase())
        .filter(Boolean),
    ),
    fallback: '',
    help: 'E-mail addresses of the operators, separated by commas.',
  },
  CURRENCY: {
    schema: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD'),
    fallback: 'USD',
    help: 'Currency of new listings, and of prices asked for without one.',
  },
  RATE_LIMITS: { schema: flag, fallback: 'on', help: 'off: no rate limits (load tests on this machine).' },
  LLM_MODE: {
    schema: z.enum(['off', 'rephrase', 'plan'], { error: 'must be off, rephrase or plan' }),
    fallback: 'off',
    help: 'rephrase: a language model may word answers anew; plan: it may also help to understand a request. What it says is checked, else ours stands.',
  },
  LLM_BASE_URL: {
    schema: z.union([
      z.literal(''),
      z
        .url({ protocol: /^https?$/, error: 'must be a http(s) address such as http://127.0.0.1:11434/v1' })
        .refine((url) => new URL(url).username === '' && new URL(url).password === '', {
          error: 'must hold no user or password; a key goes into LLM_API_KEY',
        }),
    ]),
    fallback: '',
    help: 'Address of an OpenAI-compatible API, up to and with `/v1`.',
    isSecret: true,
  },
  LLM_MODEL: { schema: z.string().max(200), fallback: '', help: 'Name of the model there.' },
  LLM_API_KEY: {
    schema: z.union([z.literal(''), z.string().regex(/^[\x21-\x7e]+$/, 'must be plain characters without spaces')]),
    fallback: '',
    help: 'Its key, where it wants one. Never shown, never logged.',
    isSecret: true,
  },
  LLM_TIMEOUT_MS: {
    schema: wholeNumber(100, 60_000),
    fallback: '4000',
    help: 'How long an answer waits for the language model, in milliseconds, before our own words are sent.',
  },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    fallback: 'info',
    help: 'Least level that is logged.',
  },
  LOG_FORMAT: {
    schema: z.enum(['auto', 'json', 'pretty']),
    fallback: 'auto',
    help: 'auto: readable on a terminal, JSON lines elsewhere.',
  },
} as const;

export type Settings = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]['schema']> };
