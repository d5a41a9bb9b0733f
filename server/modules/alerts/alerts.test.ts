import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PriceAlert, priceAlert, priceAlertState } from '#contract/price-alert';
import { createTestApp, makeCloset, makeListing, type TestApp } from '#testing';
import { watchPrices } from './watch-prices.ts';

type Person = Awaited<ReturnType<TestApp['signUp']>>;

describe('a price alert', () => {
  let app: TestApp;
  let closet: string;
  beforeAll(async () => {
    app = await createTestApp();
    closet = await makeCloset(app);
  });
  afterAll(() => app.stop());

  let serial = 0;
  const list = (price_minor = 5000) => makeListing(app, { id: `piece-${++serial}`, closet_id: closet, price_minor });
  const change = (id: string, more: object) => makeListing(app, { id, closet_id: closet, ...more });
  const send = (method: string, id: string, as?: Person, json?: unknown) =>
    app.request(`/api/v1/listings/${id}/price-alert`, { method, as, json });
  const set = async (as: Person, id: string, json: object = {}) =>
    priceAlert.parse(await (await send('PUT', id, as, json)).json());
  const read = async (as: Person, id: string) => priceAlertState.parse(await (await send('GET', id, as)).json()).alert;
  async function until(as: Person, id: string, state: PriceAlert['state']): Promise<PriceAlert> {
    const deadline = performance.now() + 5000;
    for (;;) {
      const alert = await read(as, id);
      if (alert?.state === state) return alert;
      if (performance.now() > deadline) throw new Error(`The alert is ${alert?.state}, not ${state}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  async function firings(): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select payload ->> 'alertId' as id from platform.outbox where name = 'price-alert.fired'`.execute(app.ctx.db);
    return rows.map(({ id }) => id);
  }

  test('for any drop fires at the first one and never again', async () => {
    const member = await app.signUp();
    const id = await list();
    const { id: alertId } = await set(member, id);
    await change(id, { price_minor: 5500 });
    await change(id, { price_minor: 4900 });
    const fired = await until(member, id, 'fired');
    expect(fired.fired?.price).toEqual({ minor: 4900, currency: 'USD' });
    await change(id, { price_minor: 4000 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await read(member, id))?.fired?.price.minor).toBe(4900);
    expect((await firings()).filter((one) => one === alertId)).toHaveLength(1);
  });

  test('with a target waits for it', async () => {
    const member = await app.signUp();
    const id = await list();
    await set(member, id, { targetMinor: 4000 });
    await change(id, { price_minor: 4001 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await read(member, id))?.state).toBe('waiting');
    await change(id, { price_minor: 4000 });
    expect((await until(member, id, 'fired')).fired?.price.minor).toBe(4000);
  });

  test('is fired once however many follow the outbox, and after a restart', async () => {
    const member = await app.signUp();
    const ids = await Promise.all(Array.from({ length: 10 }, () => list()));
    const alerts = await Promise.all(ids.map((id) => set(member, id)));
    const others = await Promise.all([watchPrices(app.ctx), watchPrices(app.ctx)]);
    for (const id of ids.slice(0, 5)) await change(id, { price_minor: 4500 });
    for (const id of ids.slice(0, 5)) await until(member, id, 'fired');
    await Promise.all(others.map((watch) => watch.stop()));
    for (const id of ids.slice(5)) await change(id, { price_minor: 4500 });
    const again = await watchPrices(app.ctx);
    for (const id of ids) await until(member, id, 'fired');
    await again.stop();
    const all = await firings();
    for (const { id } of alerts) expect(all.filter((one) => one === id)).toHaveLength(1);
  });

  test('that fell due while nothing ran fires at the start', async () => {
    const member = await app.signUp();
    const id = await list();
    await set(member, id);
    await sql`update catalog.listing set price_minor = 100 where id = ${id}`.execute(app.ctx.db);
    const watch = await watchPrices(app.ctx);
    await until(member, id, 'fired');
    await watch.stop();
  });

  test('ends by itself when the piece is sold', async () => {
    const member = await app.signUp();
    const id = await list();
    await set(member, id);
    await change(id, { status: 'sold', price_minor: 1000 });
    await until(member, id, 'ended');
    expect((await send('PUT', id, member, {})).status).toBe(409);
  });

  test('is one a member and listing, changed or cancelled by that member alone', async () => {
    const [owner, stranger] = [await app.signUp(), await app.signUp()];
    const id = await list();
    const first = await set(owner, id);
    expect(await set(owner, id, { targetMinor: 3000 })).toMatchObject({ id: first.id, target: { minor: 3000 } });
    expect(await read(stranger, id)).toBeNull();
    expect((await send('DELETE', id, stranger)).status).toBe(204);
    expect((await read(owner, id))?.state).toBe('waiting');
    expect((await send('DELETE', id, owner)).status).toBe(204);
    expect(await read(owner, id)).toBeNull();
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await send(method, id, undefined, method === 'PUT' ? {} : undefined)).status).toBe(401);
  });

  test('a target that is no drop, and a listing that is not there, are refused', async () => {
    const member = await app.signUp();
    const id = await list();
    const high = await send('PUT', id, member, { targetMinor: 5000 });
    expect(high.status).toBe(422);
    expect(await high.json()).toMatchObject({ errors: [{ pointer: '/targetMinor' }] });
    expect((await send('PUT', 'not-there', member, {})).status).toBe(404);
  });
});
