import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, makeCloset, makeListing, type TestApp } from '#testing';

type Schema = { type?: string; properties?: Record<string, Schema>; enum?: unknown[] };
type Operation = {
  parameters?: { name: string; in: 'path' | 'query' | 'header'; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
};
type Call = { method: string; path: string; operation: Operation };

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table catalog.listing; --",
  '" or 1=1 --',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '%',
  '-1',
  '1e309',
  'NaN',
  'null',
  '٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩',
  'x'.repeat(10_000),
  '🎀'.repeat(3_000),
];
const hostileValues = [null, true, -1, 1.5, Number.MAX_VALUE, [], [null], {}, { $gt: '' }, ...hostileTexts];

/** Every route is tried with every hostile value, by a visitor and by a member. */
const timeoutMs = 180_000;

describe('bad input', () => {
  let app: TestApp;
  let member: Awaited<ReturnType<TestApp['signUp']>>;
  let calls: Call[];

  beforeAll(async () => {
    app = await createTestApp();
    member = await app.signUp('Member');
    await makeListing(app, { id: 'one', closet_id: await makeCloset(app, 'shop') });
    const document = (await (await app.request('/api/v1/openapi.json')).json()) as {
      paths: Record<string, Record<string, Operation>>;
    };
    calls = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
  });
  afterAll(() => app.stop());

  const params = ({ operation }: Call, where: 'path' | 'query') =>
    (operation.parameters ?? []).filter((parameter) => parameter.in === where);
  /** An address with something that exists in every place of its path. */
  const address = ({ path }: Call) => path.replace('{id}', 'one').replace('{handle}', 'shop').replace('{slug}', 'none');

  async function send(call: Call, path: string, init: { body?: BodyInit; type?: string } = {}): Promise<void> {
    for (const as of [undefined, member]) {
      const headers = init.type ? { 'content-type': init.type } : undefined;
      const response = await app.request(path, { method: call.method, as, body: init.body, headers });
      const told = `${call.method} ${path.slice(0, 200)} ${String(init.body).slice(0, 200)}`;
      expect(response.status, told).toBeLessThan(500);
      if (response.status < 400) {
        await response.body?.cancel();
        continue;
      }
      expect(response.headers.get('content-type'), told).toContain('application/problem+json');
      const problem = (await response.json()) as { code: string; detail: string; errors?: { pointer: string }[] };
      expect(problem.code, told).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
      expect(problem.detail, told).not.toBe('');
      if (response.status === 422) expect(problem.errors?.[0]?.pointer, told).toMatch(/^[/?]|^param:|^$/);
    }
  }

  test(
    'in any place of any address is refused or means nothing, and never breaks the server',
    async () => {
      for (const call of calls) {
        for (const { name } of params(call, 'path')) {
          for (const text of [...hostileTexts, 'absent']) {
            if (text === '' || text === '\ud800' || text.length > 8_000) continue;
            await send(call, call.path.replace(`{${name}}`, encodeURIComponent(text)));
          }
          await send(call, call.path.replace(`{${name}}`, '%ff%fe'));
          await send(call, call.path.replace(`{${name}}`, '%'));
        }
      }
    },
    timeoutMs,
  );

  test(
    'in any query parameter is refused with a pointer to it, or taken as plain words',
    async () => {
      for (const call of calls) {
        for (const { name } of params(call, 'query')) {
          for (const text of hostileTexts) {
            if (text !== '\ud800') await send(call, `${address(call)}?${name}=${encodeURIComponent(text)}`);
          }
          await send(call, `${address(call)}?${name}=%ff%fe`);
          await send(call, `${address(call)}?${name}=1&${name}=2`);
        }
        await send(call, `${address(call)}?${encodeURIComponent("x'); --")}=1`);
        await send(call, `${address(call)}?__proto__=1&constructor=2`);
      }
    },
    timeoutMs,
  );

  test(
    'in any field of any body is refused with a pointer to it',
    async () => {
      const writing = calls.filter(({ operation }) => operation.requestBody?.content['application/json']);
      expect(writing.length).toBeGreaterThan(3);
      for (const call of writing) {
        const fields = Object.keys(call.operation.requestBody!.content['application/json']!.schema?.properties ?? {});
        const type = 'application/json';
        for (const field of [...fields, 'unknown', '__proto__']) {
          for (const value of hostileValues)
            await send(call, address(call), { type, body: `{${JSON.stringify(field)}:${JSON.stringify(value)}}` });
        }
        for (const body of ['', '{', '[]', 'null', '"text"', '{"a":1}'.repeat(2), `${'['.repeat(20_000)}`, '\ufeff{}'])
          await send(call, address(call), { type, body });
        await send(call, address(call), { type, body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) });
        await send(call, address(call), { type, body: `"${'x'.repeat(3_000_000)}"` });
        await send(call, address(call), { type: 'text/plain', body: 'hello' });
      }
    },
    timeoutMs,
  );

  test('runs nothing and loses nothing', async () => {
    const { rows } = await sql<{ listings: number; people: number }>`
      select (select count(*)::int from catalog.listing) as listings,
             (select count(*)::int from identity."user") as people`.execute(app.ctx.db);
    expect(rows[0]?.listings).toBe(1);
    expect(rows[0]?.people).toBe(1);
    expect((await app.request('/api/v1/listings/one')).status).toBe(200);
  });
});
