import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLanguage } from '#engines/language';
import { loadKnowledge } from '#knowledge';
import { createTestApp, makeCloset, makeListing, type TestApp } from '#testing';
import { createSearch, type Search } from './create-search.ts';

const language = createLanguage(loadKnowledge());

describe('the start of the search', () => {
  let app: TestApp;
  let closet: string;
  let file: string;
  beforeAll(async () => {
    app = await createTestApp();
    closet = await makeCloset(app, 'start-closet');
    file = path.join(app.ctx.config.dataDir, 'search', 'index.snapshot');
    for (const id of ['first', 'second']) await makeListing(app, { id, title: 'Linen dress', closet_id: closet });
  });
  afterAll(() => app.stop());

  const started = async (edition = 'one'): Promise<Search> => {
    const search = createSearch(app.ctx, language, { neighbours: { of: () => [] }, edition, snapshotFrom: 1 });
    await search.start();
    return search;
  };
  const found = (search: Search): string[] => {
    const { hits } = search.index.search({ need: { must: [], wishes: [], terms: ['dress'] }, text: 'dress' });
    return hits.map(({ id }) => id).sort();
  };

  test('takes up the snapshot where the last run left it, with what has changed since', async () => {
    await (await started()).stop();
    const written = (await stat(file)).mtimeMs;
    await makeListing(app, { id: 'third', title: 'Silk dress', closet_id: closet });
    await makeListing(app, { id: 'second', title: 'Linen coat', category: 'coats', closet_id: closet });
    const search = await started();
    expect((await stat(file)).mtimeMs).toBe(written);
    expect(found(search)).toEqual(['first', 'third']);
    await search.stop();
    expect((await stat(file)).mtimeMs).toBeGreaterThan(written);
  });

  test('reads the listings where the snapshot is damaged or of another edition, and puts a good one in its place', async () => {
    await (await started()).stop();
    const whole = await readFile(file);
    whole[whole.length >>> 1]! ^= 1;
    await writeFile(file, whole);
    const afterDamage = await started();
    expect(found(afterDamage)).toEqual(['first', 'third']);
    await afterDamage.stop();
    const ofAnother = await started('two');
    expect(found(ofAnother)).toEqual(['first', 'third']);
    await ofAnother.stop();
    expect((await readFile(file)).equals(whole)).toBe(false);
  });
});
