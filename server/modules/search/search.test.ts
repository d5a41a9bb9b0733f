import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchResponse } from '#contract/search';
import { createTestApp, makeCloset, makeListing, type TestApp, untilSearch } from '#testing';

describe('search', () => {
  let app: TestApp;
  let closet: string;
  beforeAll(async () => {
    app = await createTestApp();
    closet = await makeCloset(app, 'search-closet');
    const make = (id: string, title: string, priceMinor: number, attributes: Record<string, string>, size = '8') =>
      makeListing(app, {
        id,
        title,
        closet_id: closet,
        price_minor: priceMinor,
        attributes,
        size_value: size,
        size_system: 'US',
      });
    await make('red-long', 'Red satin dress', 8400, { colour: 'red', length: 'floor', material: 'satin', bow: 'big' });
    await make('red-short', 'Red cotton dress', 4000, { colour: 'red', length: 'mini', material: 'cotton' });
    await make('black-long', 'Black satin dress', 7000, {
      colour: 'black',
      length: 'floor',
      material: 'satin',
      bow: 'big',
    });
    await make('red-dear', 'Red silk dress', 40000, { colour: 'red', length: 'floor', material: 'silk' });
    await untilSearch(app, 'dress', (ids) => ids.length === 4);
  });
  afterAll(() => app.stop());

  const search = async (query: string): Promise<SearchResponse> => {
    const response = await app.request(`/api/v1/search?${query}`);
    expect(response.status).toBe(200);
    return (await response.json()) as SearchResponse;
  };
  const q = (text: string, rest = '') => search(`q=${encodeURIComponent(text)}${rest}`);

  test('what must hold is enforced, and a near miss never stands among the results', async () => {
    const found = await q('red long dress under $120');
    expect(found.results.map((result) => result.id)).toEqual(['red-long']);
    expect(found.total).toBe(1);
    const near = found.nearMisses.map((miss) => miss.listing.id);
    expect(near).toContain('black-long');
    expect(near).not.toContain('red-long');
  });

  test('the price never bends: what is over the limit is not even a near miss', async () => {
    const found = await q('red long dress under $120');
    expect(found.nearMisses.map((miss) => miss.listing.id)).not.toContain('red-dear');
  });

  test('a near miss says what it bends and what it has instead', async () => {
    const found = await q('red long dress under $120');
    const black = found.nearMisses.find((miss) => miss.listing.id === 'black-long');
    expect(black?.bends).toMatchObject([{ facet: 'colour', wanted: 'Red', has: 'black' }]);
  });

  test('an exclusion holds in three languages', async () => {
    for (const text of ['red dress, not satin', '红色连衣裙，不要缎面', 'پیراهن قرمز، بدون ساتن']) {
      const found = await q(text);
      const shown = [...found.results.map((result) => result.id), ...found.nearMisses.map((miss) => miss.listing.id)];
      expect(shown, text).not.toContain('red-long');
      expect(shown, text).not.toContain('black-long');
      expect(shown, text).toContain('red-short');
    }
  });

  test('a chip that is taken off no longer holds', async () => {
    const all = await q('red long dress');
    const colour = all.need.chips.find((chip) => chip.facet === 'colour');
    const without = await q('red long dress', `&without=${encodeURIComponent(colour!.key)}`);
    expect(without.need.chips.map((chip) => chip.key)).not.toContain(colour!.key);
    expect(without.results.map((result) => result.id)).toContain('black-long');
  });

  test('the words of a chip that is taken off no longer move the order', async () => {
    const satin = (await q('red satin dress')).need.chips.find((chip) => chip.facet === 'material');
    const without = await q('red satin dress', `&without=${encodeURIComponent(satin!.key)}`);
    const plain = await q('red dress');
    expect(without.results.map((result) => result.id)).toEqual(plain.results.map((result) => result.id));
  });

  test('filters narrow, facets count and mark what is chosen', async () => {
    const found = await q('dress', '&colour=red&priceMax=10000');
    expect(found.results.map((result) => result.id).sort()).toEqual(['red-long', 'red-short']);
    const colours = found.facets.find((facet) => facet.name === 'colour');
    expect(colours?.values.find((value) => value.value === 'red')?.selected).toBe(true);
    expect(colours?.values.find((value) => value.value === 'black')?.count).toBe(1);
  });

  test('pages go on where the last one ended, and a cursor of another search is refused', async () => {
    const first = await q('dress', '&limit=3');
    expect(first.results).toHaveLength(3);
    const second = await q('dress', `&limit=3&cursor=${first.nextCursor}`);
    const ids = [...first.results, ...second.results].map((result) => result.id);
    expect(new Set(ids).size).toBe(4);
    expect(second.nextCursor).toBeNull();
    const stray = await app.request(`/api/v1/search?q=other&cursor=${first.nextCursor}`);
    expect(stray.status).toBe(422);
    expect(await stray.json()).toMatchObject({ code: 'request.bad-cursor', errors: [{ pointer: '?cursor' }] });
  });

  test('a listing that is sold is gone within a second', async () => {
    const id = await makeListing(app, { title: 'Quetzal jacket', closet_id: closet, category: 'blazers' });
    await untilSearch(app, 'quetzal', (ids) => ids.includes(id));
    const sold = performance.now();
    await makeListing(app, { id, title: 'Quetzal jacket', closet_id: closet, category: 'blazers', status: 'sold' });
    await untilSearch(app, 'quetzal', (ids) => !ids.includes(id));
    expect(performance.now() - sold).toBeLessThan(1000);
  });

  test('broken input is a problem that points to the field, never a failure', async () => {
    const refused = async (query: string, pointer: string) => {
      const response = await app.request(`/api/v1/search?${query}`);
      expect(response.status, query).toBeGreaterThanOrEqual(400);
      expect(response.status, query).toBeLessThan(500);
      const body = (await response.json()) as { errors: { pointer: string }[] };
      expect(
        body.errors.map((error) => error.pointer),
        query,
      ).toContain(pointer);
    };
    await refused(`q=${'x'.repeat(10_000)}`, '?q');
    await refused('q=dress&unknown=1', '?unknown');
    await refused('q=dress&limit=many', '?limit');
    await refused('q=dress&limit=1000', '?limit');
    await refused('q=dress&cursor=%2e%2e', '?cursor');
    await refused('q=%ff%fe', '?q');
    await refused('q=a%00b', '?q');
    await refused('q=dress&priceMax=-5', '?priceMax');
    await refused('q=dress&currency=dollars', '?currency');
  });

  test('SQL, HTML and odd characters in the words are only words', async () => {
    for (const text of [
      "'; drop table catalog.listing; --",
      '<script>alert(1)</script>',
      '\u202eesrever',
      '😀'.repeat(50),
      '%',
      '_',
      '\\',
    ]) {
      const found = await q(text);
      expect(found.need.text).toBe(text);
    }
    expect((await q('dress')).total).toBe(4);
  });
});
