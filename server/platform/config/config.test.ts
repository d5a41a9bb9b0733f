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

  test('docs/operating.md lists every setting', () => {
    const page = readFileSync('docs/operating.md', 'utf8');
    const table = /<!-- settings:.*-->\n([\s\S]*?)\n<!-- \/settings -->/.exec(page)?.[1];
    expect(table?.trim()).toBe(renderSettingsTable());
  });
});
