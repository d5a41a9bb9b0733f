import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#testing';
import { pictureUrl } from './routes.ts';
import { storePicture } from './store-picture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.stop());

const draw = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' }, limitInputPixels: false });

describe('a picture', () => {
  test('is kept upright, at most 1600 px, as WebP and without what the camera wrote', async () => {
    const bytes = await draw(2400, 1200)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Copyright: 'At home' } })
      .toBuffer();
    const row = await storePicture(app.ctx, bytes);
    expect(row).toMatchObject({ width: 800, height: 1600 });
    const kept = await readFile(path.join(app.ctx.config.dataDir, 'pictures', row.file));
    const { format, exif, orientation } = await sharp(kept).metadata();
    expect({ format, exif, orientation }).toEqual({ format: 'webp', exif: undefined, orientation: undefined });
    expect(kept.includes('At home')).toBe(false);

    const served = await app.request(pictureUrl(row.file));
    expect(served.headers.get('content-type')).toBe('image/webp');
    expect(served.headers.get('cache-control')).toContain('immutable');
  });

  test('stored many times at once is stored once', async () => {
    const bytes = await draw(60, 40).png().toBuffer();
    const rows = await Promise.all(Array.from({ length: 6 }, () => storePicture(app.ctx, bytes)));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
    const folder = path.dirname(path.join(app.ctx.config.dataDir, 'pictures', rows[0]!.file));
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('of more pixels than any camera has is refused before it is unpacked', async () => {
    const bytes = await draw(12_000, 12_000).png().toBuffer();
    expect(bytes.byteLength).toBeLessThan(2_500_000);
    const began = performance.now();
    await expect(storePicture(app.ctx, bytes)).rejects.toMatchObject({ code: 'picture.not-readable' });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('that is a drawing program is refused before it draws', async () => {
    const noise = '<feTurbulence numOctaves="10" baseFrequency="0.9"/><feGaussianBlur stdDeviation="90"/>'.repeat(4);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="7000" height="7000">
      <filter id="f" x="0" y="0" width="1" height="1">${noise}</filter>
      <rect width="7000" height="7000" filter="url(#f)"/></svg>`;
    const began = performance.now();
    await expect(storePicture(app.ctx, Buffer.from(svg))).rejects.toMatchObject({ code: 'picture.not-readable' });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('that is cut short, empty or no picture is refused', async () => {
    const whole = await draw(600, 400).jpeg().toBuffer();
    for (const bytes of [whole.subarray(0, 400), Buffer.alloc(0), Buffer.from('no picture')])
      await expect(storePicture(app.ctx, bytes)).rejects.toMatchObject({ code: 'picture.not-readable' });
  });

  test.each([
    '/media/demo/..%2f..%2fpackage.json',
    '/media/..%2f..%2fsecret',
    '/media/aa/..%2f..%2f..%2fsecret',
    '/media/demo/package.json',
    '/media/aa/none.webp',
  ])('%s is not one', async (address) => {
    const response = await app.request(address);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});
