import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLanguage } from '#engines/language';
import { createSearchIndex, type SearchIndex } from '#engines/retrieval';
import { loadKnowledge } from '#knowledge';
import { loadIndex, saveIndex } from './index-snapshot.ts';

const language = createLanguage(loadKnowledge());
const origin = { edition: 'one', cursor: '7', stamp: 'seven' };
const expected = { edition: 'one', stampAt: async (cursor: string) => (cursor === '7' ? 'seven' : null) };

describe('a snapshot of the index on disk', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-snapshot-'));
    file = path.join(folder, 'search', 'index.snapshot');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const filled = (): SearchIndex => {
    const index = createSearchIndex(language);
    for (let n = 0; n < 3000; n++) {
      index.put({
        id: `l${n}`,
        title: `Red dress number ${n}`,
        category: 'dresses',
        price: { minor: n, currency: 'EUR' },
      });
    }
    return index;
  };
  const idsIn = (index: SearchIndex): string[] => {
    const { hits } = index.search({ need: { must: [], wishes: [], terms: ['red', '17'] }, limit: 20 });
    return hits.map(({ id }) => id);
  };
  const load = () => loadIndex(file, createSearchIndex(language), expected);

  test('it is read back as it was, with the place in the outbox it belongs to', async () => {
    const index = filled();
    await saveIndex(file, index, origin);
    const copy = createSearchIndex(language);
    expect(await loadIndex(file, copy, expected)).toBe('7');
    expect(copy.size).toBe(3000);
    expect(idsIn(copy)).toEqual(idsIn(index));
    expect(await readdir(path.dirname(file))).toEqual(['index.snapshot']);
  });

  test('one that is cut short is refused, wherever it is cut', async () => {
    await saveIndex(file, filled(), origin);
    const whole = await readFile(file);
    for (const share of [0, 0.001, 0.3, 0.7, 0.999]) {
      await writeFile(file, whole.subarray(0, Math.floor(whole.length * share)));
      await expect(load()).rejects.toThrow();
    }
  });

  test('one with a single changed bit is refused, wherever it is', async () => {
    await saveIndex(file, filled(), origin);
    const whole = await readFile(file);
    for (const share of [0, 0.0005, 0.2, 0.5, 0.8, 0.9999]) {
      const changed = Buffer.from(whole);
      const at = Math.floor((whole.length - 1) * share);
      changed[at] = changed[at]! ^ 8;
      await writeFile(file, changed);
      await expect(load()).rejects.toThrow();
    }
  });

  test('one with something after its end is refused', async () => {
    await saveIndex(file, filled(), origin);
    await writeFile(file, Buffer.concat([await readFile(file), Buffer.alloc(40)]));
    await expect(load()).rejects.toThrow();
  });

  test('one of another edition or another database is refused', async () => {
    await saveIndex(file, filled(), { ...origin, edition: 'two' });
    await expect(load()).rejects.toThrow('another version');
    await saveIndex(file, filled(), { ...origin, stamp: 'something else' });
    await expect(load()).rejects.toThrow('another database');
    await saveIndex(file, filled(), { ...origin, cursor: '8' });
    await expect(load()).rejects.toThrow('another database');
  });

  test('what was there stays where writing fails', async () => {
    const index = filled();
    await saveIndex(file, index, origin);
    const failing = {
      ...index,
      *frames(): Generator<Uint8Array> {
        yield new Uint8Array(8);
        throw new Error('The disk is gone.');
      },
    };
    await expect(saveIndex(file, failing, origin)).rejects.toThrow('The disk is gone.');
    expect(await load()).toBe('7');
    expect(await readdir(path.dirname(file))).toEqual(['index.snapshot']);
  });
});
