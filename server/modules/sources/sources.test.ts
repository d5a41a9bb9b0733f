import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answer as answerSchema } from '#contract/assistant';
import type { DocumentDetail } from '#contract/document';
import type { NewSource, Source, SourcePage, SourceRun } from '#contract/source';
import { createTestApp, type Person, type PlayedSite, playSite, type TestApp } from '#testing';

const hourMs = 3_600_000;

/** An article long enough to be found readable. */
const article = (title: string, ...paragraphs: string[]) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav>
  <main><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main><footer>About us</footer></body></html>`;
const filler =
  'Take a moment to look at the piece by daylight before you decide, and ask the seller for one more picture of the seams.';

const sitemap = (...addresses: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses
    .map((address) => `<url><loc>${address}</loc></url>`)
    .join('')}</urlset>`;

describe('sources', () => {
  let app: TestApp;
  let operator: Person;
  let member: Person;
  let site: PlayedSite;
  const sites: PlayedSite[] = [];

  beforeAll(async () => {
    app = await createTestApp(
      { OPERATORS: 'olive@example.org' },
      {
        crawlLimits: {
          page: { maxBytes: 200_000, timeoutMs: 1500, mayReach: (address) => address === '127.0.0.1' },
          listBytes: 200_000,
          unpackedListBytes: 1_000_000,
          gapMs: 0,
          pollMs: 50,
        },
      },
    );
    operator = await app.signUp('Olive');
    member = await app.signUp('Mira');
  });
  afterAll(() => app.stop());
  afterEach(async () => {
    const { sources } = await list();
    for (const { id } of sources) await call('DELETE', `/${id}`);
    await Promise.all(sites.splice(0).map((played) => played.stop()));
  });

  const play = async (pages: Parameters<typeof playSite>[0] = {}) => {
    site = await playSite(pages);
    sites.push(site);
    return site;
  };
  const call = (method: string, path: string, json?: unknown, as: Person | undefined = operator) =>
    app.request(`/api/v1/operator/sources${path}`, { method, json, as });
  const read = async <Body>(path: string) => (await (await call('GET', path)).json()) as Body;
  const list = () => read<{ sources: Source[] }>('');
  const get = (id: string) => read<Source & { runs: SourceRun[] }>(`/${id}`);
  const pagesOf = async (id: string, state = '') =>
    (await read<{ pages: SourcePage[] }>(`/${id}/pages?limit=200${state && `&state=${state}`}`)).pages;
  const document = async (slug: string) =>
    (await (await app.request(`/api/v1/documents/${slug}`)).json()) as DocumentDetail;

  async function add(given: Partial<NewSource> & Pick<NewSource, 'format' | 'addresses'>): Promise<Source> {
    const response = await call('POST', '', { name: 'Wool notes', categories: ['jumpers'], ...given });
    const body = await response.json();
    expect(response.status, JSON.stringify(body)).toBe(201);
    return body as Source;
  }
  /** Waits until the source has had so many runs and none is running. */
  async function settled(id: string, runs = 1) {
    const deadline = performance.now() + 15_000;
    for (;;) {
      const found = await get(id);
      if (found.runs.length >= runs && found.lastRun && found.lastRun.status !== 'running') return found;
      if (performance.now() > deadline) throw new Error(`Still running: ${JSON.stringify(found)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  async function crawl(id: string) {
    const { runs } = await get(id);
    app.clock.advance(1000);
    expect((await call('POST', `/${id}/crawl`)).status).toBe(202);
    return settled(id, runs.length + 1);
  }
  const problems = async (id: string) =>
    Object.fromEntries(
      (await pagesOf(id, 'failed')).map((page) => [page.url.slice(site.base.length), page.problem?.code]),
    );
  const keptTitles = async (id: string) =>
    (await pagesOf(id, 'kept')).flatMap((page) => page.document?.title ?? []).sort();
  const countDocuments = async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from knowledge_base.document`.execute(
      app.ctx.db,
    );
    return rows[0]!.n;
  };

  test('a sitemap becomes documents with their origin, and the assistant answers from them with a citation that resolves', async () => {
    await play();
    site.pages.set('/sitemap.xml', sitemap(`${site.base}/wool`, `${site.base}/linen`));
    site.pages.set(
      '/wool',
      article(
        'How to wash a wool sweater',
        'Wash a wool sweater by hand in cool water with a little wool soap, and press the water out in a towel.',
        filler,
      ),
    );
    site.pages.set(
      '/linen',
      article('Linen in summer', 'Linen dries fast and creases by nature; that is its charm.', filler),
    );
    const { id } = await add({ format: 'sitemap', addresses: [`${site.base}/sitemap.xml`] });
    const done = await settled(id);
    expect(done.lastRun).toMatchObject({ status: 'finished', found: 2, done: 2, added: 2, failed: 0 });
    expect(done).toMatchObject({ pagesKept: 2, pagesFailed: 0 });

    const wool = (await pagesOf(id)).find((page) => page.url.endsWith('/wool'))!;
    const { origin, source, title, body } = await document(wool.document!.slug);
    expect({ origin, source, title }).toEqual({
      origin: { url: `${site.base}/wool`, fetchedAt: new Date(app.clock.now()).toISOString() },
      source: 'Wool notes',
      title: 'How to wash a wool sweater',
    });
    expect(body).not.toContain('Home');

    const asked = await app.request('/api/v1/assistant/answers', {
      method: 'POST',
      json: { text: 'how should I wash a wool sweater?' },
    });
    const answer: Answer = answerSchema.parse(await asked.json());
    const cited = answer.citations.find((citation) => citation.originalUrl === `${site.base}/wool`)!;
    expect(cited.author).toBe('Wool notes');
    expect(cited.title).toBe('How to wash a wool sweater');
    expect(cited.text.slice(cited.span.start, cited.span.end)).toContain('by hand in cool water');
    const [, slug, passage] = /^\/guides\/([^#]+)#p-(\d+)$/.exec(cited.url!)!;
    const passages = (await document(slug!)).body.split(/\n\s*\n/).filter((part) => !part.startsWith('#'));
    expect(passages[Number(passage) - 1]).toContain(cited.text.slice(cited.span.start, cited.span.end));
  });

  test('a sitemap index, a gzipped sitemap and a sitemap as plain lines are read; other sites’ addresses are not', async () => {
    await play();
    const index = `<?xml version="1.0"?><sitemapindex><sitemap><loc>${site.base}/a.xml.gz</loc></sitemap><sitemap><loc>/b.txt</loc></sitemap><sitemap><loc>http://elsewhere.example/c.xml</loc></sitemap><sitemap><loc>${site.base}/index.xml</loc></sitemap></sitemapindex>`;
    site.pages.set('/index.xml', index);
    site.pages.set('/a.xml.gz', (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/gzip' })
        .end(gzipSync(sitemap(`${site.base}/one`, 'http://elsewhere.example/two'))),
    );
    site.pages.set('/b.txt', `${site.base}/three\n${site.base}/one\n`);
    site.pages.set('/one', article('One', 'The first page is about sweaters and how they are knitted.', filler));
    site.pages.set('/three', article('Three', 'The third page is about sweaters and how they are mended.', filler));
    const { id } = await add({ format: 'sitemap', addresses: [`${site.base}/index.xml`] });
    const done = await settled(id);
    expect(done.lastRun).toMatchObject({ status: 'finished', found: 3, done: 3, added: 2, failed: 1 });
    expect(await keptTitles(id)).toEqual(['One', 'Three']);
    const [foreign] = await pagesOf(id, 'failed');
    expect(foreign).toMatchObject({ url: 'http://elsewhere.example/two', problem: { code: 'other-site' } });
  });

  test('RSS and Atom feeds are read, and what falls off a feed stays until it is gone', async () => {
    await play();
    const rss = (...paths: string[]) =>
      `<?xml version="1.0"?><rss version="2.0"><channel><link>${site.base}/</link>${paths
        .map((path) => `<item><title>A&nbsp;b</title><link>${site.base}${path}</link></item>`)
        .join('')}</channel></rss>`;
    site.pages.set('/feed.xml', rss('/first'));
    site.pages.set(
      '/atom.xml',
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><link href="${site.base}/"/><entry><link rel="edit" href="/no"/><link href="/second"/></entry></feed>`,
    );
    for (const name of ['first', 'second', 'third'])
      site.pages.set(
        `/${name}`,
        article(`Post ${name}`, `The ${name} post is about mending sweaters at home.`, filler),
      );
    const { id } = await add({ format: 'feed', addresses: [`${site.base}/feed.xml`, `${site.base}/atom.xml`] });
    await settled(id);
    expect(await keptTitles(id)).toEqual(['Post first', 'Post second']);
    site.pages.set('/feed.xml', rss('/third'));
    expect((await crawl(id)).lastRun).toMatchObject({ found: 3, added: 1, unchanged: 2, removed: 0 });
    site.pages.delete('/first');
    expect((await crawl(id)).lastRun).toMatchObject({ removed: 1, failed: 1 });
    expect(await keptTitles(id)).toEqual(['Post second', 'Post third']);
  });

  test('pages that did not change are asked for conditionally and cost nothing; those that did are replaced', async () => {
    await play();
    let text = 'The old words about sweaters stand here for now.';
    let edition = '"1"';
    site.pages.set('/page', (request, response) => {
      if (request.headers['if-none-match'] === edition) return response.writeHead(304).end();
      return response
        .writeHead(200, {
          'content-type': 'text/html',
          etag: edition,
          'last-modified': 'Mon, 01 Dec 2025 10:00:00 GMT',
        })
        .end(article('Editions', text, filler));
    });
    const { id } = await add({ format: 'list', addresses: [`${site.base}/page`] });
    await settled(id);
    const slug = (await pagesOf(id))[0]!.document!.slug;
    expect((await document(slug)).updatedAt).toBe('2025-12-01T10:00:00.000Z');
    app.clock.advance(1000);
    const before = await document(slug);
    expect((await crawl(id)).lastRun).toMatchObject({ unchanged: 1, changed: 0 });
    expect(site.requests.at(-1)!.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Mon, 01 Dec 2025 10:00:00 GMT',
    });
    expect(await document(slug)).toEqual(before);
    text = 'The new words about sweaters have come in their place.';
    edition = '"2"';
    expect((await crawl(id)).lastRun).toMatchObject({ unchanged: 0, changed: 1 });
    const after = await document(slug);
    expect(after.body).toContain('new words');
    expect(after.body).not.toContain('old words');
    expect(after.id).toBe(before.id);
  });

  test('what leaves the sitemap is removed, and with the source everything', async () => {
    await play();
    const before = await countDocuments();
    for (const name of ['a', 'b'])
      site.pages.set(`/${name}`, article(`Page ${name}`, `Page ${name} is about sweaters.`, filler));
    site.pages.set('/sitemap.xml', sitemap(`${site.base}/a`, `${site.base}/b`));
    const { id } = await add({ format: 'sitemap', addresses: [`${site.base}/sitemap.xml`] });
    await settled(id);
    const [gone] = (await pagesOf(id)).filter((page) => page.url.endsWith('/a'));
    site.pages.set('/sitemap.xml', sitemap(`${site.base}/b`));
    expect((await crawl(id)).lastRun).toMatchObject({ found: 1, unchanged: 1, removed: 1 });
    expect((await app.request(`/api/v1/documents/${gone!.document!.slug}`)).status).toBe(404);
    expect(await countDocuments()).toBe(before + 1);
    expect((await call('DELETE', `/${id}`)).status).toBe(204);
    expect(await countDocuments()).toBe(before);
    expect((await call('GET', `/${id}`)).status).toBe(404);
    expect((await call('DELETE', `/${id}`)).status).toBe(404);
  });

  test('a sitemap that cannot be read, or not to its end, or names nothing, removes nothing', async () => {
    await play();
    for (const name of ['a', 'b'])
      site.pages.set(`/${name}`, article(`Page ${name}`, `Page ${name} is about sweaters.`, filler));
    const whole = sitemap(`${site.base}/a`, `${site.base}/b`);
    site.pages.set('/sitemap.xml', whole);
    const { id } = await add({ format: 'sitemap', addresses: [`${site.base}/sitemap.xml`] });
    await settled(id);
    const broken: [string, string][] = [
      [whole.slice(0, whole.indexOf(`${site.base}/b`)), 'finished'],
      ['<html><body>We are moving house</body></html>', 'failed'],
      ['', 'failed'],
    ];
    for (const [body, status] of broken) {
      site.pages.set('/sitemap.xml', body);
      const { lastRun, pagesKept } = await crawl(id);
      expect(lastRun).toMatchObject({ status, removed: 0, problem: { code: 'broken' } });
      expect(pagesKept).toBe(2);
    }
    site.pages.set('/sitemap.xml', (_request, response) => response.writeHead(503).end());
    expect((await crawl(id)).lastRun).toMatchObject({ status: 'failed', problem: { code: 'status' } });
    site.pages.delete('/sitemap.xml');
    const { lastRun, pagesKept } = await crawl(id);
    expect(lastRun).toMatchObject({ status: 'failed', problem: { code: 'gone' } });
    expect(pagesKept).toBe(2);
  });

  test('each page that fails is listed with its reason, and none stops the run', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    await play({
      '/empty': '<html><body></body></html>',
      '/png': (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
      '/error': (_request, response) => response.writeHead(500).end(),
      '/huge': (_request, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(20_000_000)),
      '/bomb': (_request, response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
      '/slow': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('<p>one');
      },
      '/silent': () => {},
      '/cut': (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('<p>one');
        setTimeout(() => response.destroy(), 20);
      },
      '/loop': (_request, response) => response.writeHead(302, { location: '/loop' }).end(),
      '/private': (_request, response) => response.writeHead(302, { location: 'http://127.0.0.2/' }).end(),
      '/metadata': (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      '/file': (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      '/german': article('Wolle', 'Wolle wird von Hand in kaltem Wasser gewaschen.', filler).replace(
        'lang="en"',
        'lang="de"',
      ),
      '/noindex': article('Drafts', 'Not to be kept.', filler).replace(
        '<title>',
        '<meta name="robots" content="noindex"><title>',
      ),
      '/tagged': (_request, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html', 'x-robots-tag': 'noindex, nofollow' })
          .end(article('Drafts', 'Not to be kept.', filler)),
      '/good': article('Good', 'This one page is whole and about sweaters.', filler),
      '/same': article('Good', 'This one page is whole and about sweaters.', filler),
    });
    const expected = {
      '/empty': 'no-text',
      '/png': 'not-html',
      '/error': 'status',
      '/huge': 'too-large',
      '/bomb': 'too-large',
      '/slow': 'too-slow',
      '/silent': 'too-slow',
      '/cut': 'unreachable',
      '/loop': 'redirects',
      '/private': 'not-public',
      '/metadata': 'not-public',
      '/file': 'address',
      '/german': 'language',
      '/noindex': 'no-index',
      '/tagged': 'no-index',
      '/missing': 'gone',
      '/same': 'copy',
    };
    const paths = [...Object.keys(expected).filter((path) => path !== '/same'), '/good', '/same'];
    const { id } = await add({ format: 'list', addresses: paths.map((path) => site.base + path) });
    const done = await settled(id);
    expect(await problems(id)).toEqual(expected);
    expect(done.lastRun).toMatchObject({ status: 'finished', done: paths.length, added: 1, failed: paths.length - 1 });
    expect(done).toMatchObject({ pagesKept: 1, pagesFailed: paths.length - 1 });
  });

  test('a page in trouble keeps what was read of it; one that is gone or closed to us does not', async () => {
    await play();
    for (const name of ['down', 'gone', 'closed'])
      site.pages.set(`/${name}`, article(`Page ${name}`, `Page ${name} is about sweaters.`, filler));
    const { id } = await add({
      format: 'list',
      addresses: ['/down', '/gone', '/closed'].map((path) => site.base + path),
    });
    await settled(id);
    expect(await keptTitles(id)).toEqual(['Page closed', 'Page down', 'Page gone']);
    site.pages.set('/down', (_request, response) => response.writeHead(503).end());
    site.pages.set('/gone', (_request, response) => response.writeHead(410).end());
    site.pages.set('/robots.txt', 'User-agent: *\nDisallow: /closed\n');
    expect((await crawl(id)).lastRun).toMatchObject({ failed: 3, removed: 2 });
    expect(await keptTitles(id)).toEqual(['Page down']);
  });

  test('robots.txt is obeyed by our own name before the rules for all, and without an answer nothing is fetched', async () => {
    await play();
    site.pages.set(
      '/robots.txt',
      'User-agent: *\nDisallow: /\n\nUser-agent: VitrineBot\nDisallow: /shop/\nAllow: /shop/open$\n',
    );
    for (const path of ['/shop/closed', '/shop/open', '/other'])
      site.pages.set(path, article(`At ${path}`, `What stands at ${path} is about sweaters.`, filler));
    const { id } = await add({
      format: 'list',
      addresses: ['/shop/closed', '/shop/open', '/other'].map((path) => site.base + path),
    });
    await settled(id);
    expect(await problems(id)).toEqual({ '/shop/closed': 'robots' });
    expect(site.hits('/shop/closed')).toBe(0);
    expect(site.hits('/robots.txt')).toBe(1);
    expect(site.requests[0]!.headers['user-agent']).toMatch(/^VitrineBot\/\d/);

    site.pages.set('/robots.txt', (_request, response) => response.writeHead(500).end());
    const asked = site.requests.length;
    await crawl(id);
    expect(new Set(Object.values(await problems(id)))).toEqual(new Set(['robots-unreachable']));
    expect(site.requests.slice(asked).map(({ path }) => path)).toEqual(['/robots.txt']);
    expect(await keptTitles(id)).toEqual(['At /other', 'At /shop/open']);
  });

  test('Crawl-delay keeps its distance between two requests, and one that is too long is a no', async () => {
    await play({ '/robots.txt': 'User-agent: *\nCrawl-delay: 0.3\n' });
    const paths = ['/a', '/b', '/c'];
    for (const path of paths) site.pages.set(path, article(`At ${path}`, `At ${path} it is about sweaters.`, filler));
    const { id } = await add({ format: 'list', addresses: paths.map((path) => site.base + path) });
    await settled(id);
    const times = site.requests.filter(({ path }) => path !== '/robots.txt').map(({ at }) => at);
    for (let n = 1; n < times.length; n++) expect(times[n]! - times[n - 1]!).toBeGreaterThan(270);
    site.pages.set('/robots.txt', 'User-agent: *\nCrawl-delay: 3600\n');
    await crawl(id);
    expect(new Set(Object.values(await problems(id)))).toEqual(new Set(['crawl-delay']));
  });

  test('no more pages are taken than the cap, however long the sitemap', async () => {
    await play();
    const addresses = Array.from({ length: 2000 }, (_, at) => `${site.base}/p/${at}`);
    site.pages.set('/sitemap.xml', sitemap(...addresses));
    for (let at = 0; at < 5; at++)
      site.pages.set(`/p/${at}`, article(`Page ${at}`, `Page ${at} is about sweaters.`, filler));
    const { id } = await add({ format: 'sitemap', addresses: [`${site.base}/sitemap.xml`], mostPages: 3 });
    expect((await settled(id)).lastRun).toMatchObject({ found: 3, done: 3, added: 3 });
    expect(site.hits('/p/3')).toBe(0);
  });

  test('an XML bomb is not expanded', async () => {
    await play();
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
    site.pages.set(
      '/sitemap.xml',
      `<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY e0 "${site.base}/x">${entities}]><urlset><url><loc>&e9;</loc></url><url><loc>${site.base}/good</loc></url></urlset>`,
    );
    site.pages.set('/good', article('Good', 'This one page is whole and about sweaters.', filler));
    const { id } = await add({ format: 'sitemap', addresses: [`${site.base}/sitemap.xml`] });
    await settled(id);
    expect(await keptTitles(id)).toEqual(['Good']);
  });

  test('a schedule fires when it is due, once, and not while a run is going on', async () => {
    await play();
    let release: () => void = () => {};
    let isHeld = false;
    site.pages.set('/page', (_request, response) => {
      const answer = () =>
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(article('Held', 'About sweaters, held back.', filler));
      if (!isHeld) return answer();
      release = answer;
    });
    const { id } = await add({ format: 'list', addresses: [`${site.base}/page`], everyHours: 6 });
    const first = await settled(id);
    expect(first.runs).toMatchObject([{ startedBy: 'schedule', status: 'finished' }]);
    expect(first.nextRunAt).toBe(new Date(app.clock.now() + 6 * hourMs).toISOString());
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await get(id)).runs.length).toBe(1);

    isHeld = true;
    app.clock.advance(6 * hourMs);
    const deadline = performance.now() + 5000;
    while (site.hits('/page') < 2 && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await call('POST', `/${id}/crawl`)).status).toBe(409);
    await sql`update sources.source set next_run_at = ${new Date(app.clock.now())} where id = ${id}`.execute(
      app.ctx.db,
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    release();
    const second = await settled(id, 2);
    expect(second.runs.length).toBe(2);
    expect(site.hits('/page')).toBe(2);
  });

  test('a source without a schedule is read once, and then when an operator says so', async () => {
    await play({ '/page': article('Once', 'About sweaters, only once.', filler) });
    const { id } = await add({ format: 'list', addresses: [`${site.base}/page`], everyHours: null });
    expect((await settled(id)).nextRunAt).toBeNull();
    app.clock.advance(1000 * hourMs);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await get(id)).runs.length).toBe(1);
    expect((await crawl(id)).runs.map((run) => run.startedBy)).toEqual(['operator', 'schedule']);
  });

  test('categories are told from each page where none are given', async () => {
    await play({ '/a': article('How to choose a winter coat', 'A coat should be warm.', filler) });
    const { id } = await add({ format: 'list', addresses: [`${site.base}/a`], categories: [] });
    await settled(id);
    const slug = (await pagesOf(id))[0]!.document!.slug;
    expect((await document(slug)).categories).toContain('coats');
  });

  test('only operators: visitors are asked to sign in, members are refused, whatever the id', async () => {
    await play({ '/page': article('Kept', 'About sweaters and little else.', filler) });
    const { id } = await add({ format: 'list', addresses: [`${site.base}/page`] });
    await settled(id);
    const body = { name: 'Mine', format: 'list', addresses: [`${site.base}/page`] };
    const calls = [
      ['GET', ''],
      ['POST', '', body],
      ['GET', `/${id}`],
      ['GET', `/${id}/pages`],
      ['POST', `/${id}/crawl`],
      ['DELETE', `/${id}`],
      ['DELETE', '/src_absent'],
    ] as const;
    for (const [method, path, json] of calls) {
      const asVisitor = await app.request(`/api/v1/operator/sources${path}`, { method, json });
      expect([method, path, asVisitor.status]).toEqual([method, path, 401]);
      const asMember = await call(method, path, json, member);
      expect([method, path, asMember.status]).toEqual([method, path, 403]);
      expect(await asMember.json()).toMatchObject({ code: 'operator.required' });
    }
    expect(await keptTitles(id)).toEqual(['Kept']);
  });

  test('what cannot be a source is refused with a pointer to the field', async () => {
    const good = { name: 'Notes', format: 'sitemap', addresses: ['https://shop.example/sitemap.xml'] };
    const wrong: [object, string][] = [
      [{ name: ' ' }, '/name'],
      [{ format: 'gopher' }, '/format'],
      [{ addresses: [] }, '/addresses'],
      [{ addresses: ['ftp://shop.example/'] }, '/addresses/0'],
      [{ addresses: Array.from({ length: 11 }, (_, n) => `https://shop.example/${n}.xml`) }, '/addresses'],
      [{ language: 'de' }, '/language'],
      [{ kind: 'rumour' }, '/kind'],
      [{ categories: ['jumpers', 'spaceships'] }, '/categories/1'],
      [{ everyHours: 0 }, '/everyHours'],
      [{ mostPages: 100_000 }, '/mostPages'],
    ];
    for (const [change, pointer] of wrong) {
      const refused = await call('POST', '', { ...good, ...change });
      expect([refused.status, pointer]).toEqual([422, pointer]);
      expect(((await refused.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
    }
    expect((await list()).sources).toEqual([]);
  });
});
