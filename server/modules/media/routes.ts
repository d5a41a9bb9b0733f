import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findProjectRoot } from '#platform/config';
import { type ApiRouter, createRouter } from '#platform/http';
import { MediaError } from './errors.ts';

/** Where a stored picture is served; the name is made from its content, so it may be cached for ever. */
export function pictureUrl(file: string): string {
  return `/media/${file}`;
}

/** Serves pictures, and nothing else, from the storage folder and from the demo's. */
export function mediaRoutes(): ApiRouter {
  const router = createRouter();
  const demoFolder = path.join(findProjectRoot(), 'demo', 'pictures');

  router.get('/media/:folder{demo|[0-9a-f]{2}}/:name{[\\w-]+\\.webp}', async (c) => {
    const { folder, name } = c.req.param();
    const file =
      folder === 'demo'
        ? path.join(demoFolder, name)
        : path.join(c.get('ctx').config.dataDir, 'pictures', folder, name);
    const bytes = await readFile(file).catch(() => {
      throw MediaError.notFound();
    });
    const caching = folder === 'demo' ? 'public, max-age=86400' : 'public, max-age=31536000, immutable';
    return c.body(bytes, 200, { 'content-type': 'image/webp', 'cache-control': caching });
  });
  return router;
}
