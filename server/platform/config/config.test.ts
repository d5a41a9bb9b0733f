import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig, SettingsError } from './read-config.ts';
import { renderSettingsTable } from './settings-table.ts';

describe('settings', () => {
  test('an empty environment boots', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, databaseUrl: '' });
  });

  test('a wrong setting is named with what it must be, all of them at once', () => {
    expect(() => readConfig({ PORT: 'abc', DEMO: 'maybe', DATABASE_URL: 'mysql://x' })).toThrow(SettingsError);
    expect(() => readConfig({ PORT: '70000' })).toThrow('PORT=70000: must be a whole number from 0 to 65535');
    expect(() => readConfig({ DEMO: 'maybe' })).toThrow('DEMO=maybe: must be on or off');
    expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow('must start with postgres://');
    expect(() => readConfig({ AUTH_SECRET: 'short' })).toThrow('at least 32 characters');
    expect(() => readConfig({ PORT: 'x', HOST: '', CURRENCY: 'usd' })).toThrow(/PORT=x.*\nCURRENCY=usd/);
  });

  test('a language model is off until it is asked for, and then needs an address and a name', () => {
    expect(readConfig({}).languageModel).toBeNull();
    expect(() => readConfig({ LLM_MODE: 'rephrase' })).toThrow(
      /^LLM_MODE=rephrase: needs LLM_BASE_URL and LLM_MODEL too$/,
    );
    expect(() => readConfig({ LLM_MODE: 'plan', LLM_BASE_URL: 'http://127.0.0.1:1/v1' })).toThrow(
      'needs LLM_MODEL too',
    );
    expect(() => readConfig({ LLM_MODE: 'chat' })).toThrow('LLM_MODE=chat: must be off, rephrase or plan');
    const environment = { LLM_MODE: 'plan', LLM_BASE_URL: 'http://127.0.0.1:1/v1/', LLM_MODEL: 'small' };
    expect(readConfig(environment).languageModel).toEqual({
      mode: 'plan',
      baseUrl: 'http://127.0.0.1:1/v1',
      model: 'small',
      apiKey: '',
      timeoutMs: 4000,
    });
  });

  test('a refusal never repeats a secret', () => {
    const refused = (environment: Record<string, string>) => {
      try {
        readConfig(environment);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(refused({ LLM_API_KEY: 'two words' })).toBe('LLM_API_KEY: must be plain characters without spaces');
    expect(refused({ AUTH_SECRET: 'short' })).toBe('AUTH_SECRET: must have at least 32 characters');
    expect(refused({ LLM_BASE_URL: 'http://me:hidden@127.0.0.1/v1' })).toBe(
      'LLM_BASE_URL: must hold no user or password; a key goes into LLM_API_KEY',
    );
  });

  test('docs/operating.md lists every setting', () => {
    const page = readFileSync('docs/operating.md', 'utf8');
    const table = /<!-- settings:.*-->\n([\s\S]*?)\n<!-- \/settings -->/.exec(page)?.[1];
    expect(table?.trim()).toBe(renderSettingsTable());
  });
});
