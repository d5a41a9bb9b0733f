import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdLock } from './folder-lock.ts';

describe('a lock on a folder', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-lock-'));
    file = path.join(folder, 'made', 'postgres.lock');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is held by one at a time, and leaves no file behind', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      const release = await holdLock(file, 10_000);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 10));
      inside--;
      await release();
    };
    await Promise.all(Array.from({ length: 5 }, work));
    expect(most).toBe(1);
    expect(await readdir(path.dirname(file))).toEqual([]);
  });

  test('that a killed process left behind is taken over, also one with our number', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const left of [`${pid} 1700000000000\n`, `${process.pid} 1700000000000\n`]) {
      await writeFile(file, left);
      const release = await holdLock(file, 1000);
      await release();
    }
  });

  test('that is not released in time is told with its file', async () => {
    const release = await holdLock(file, 1000);
    await expect(holdLock(file, 200)).rejects.toThrow(`remove ${file}`);
    await release();
  });
});
