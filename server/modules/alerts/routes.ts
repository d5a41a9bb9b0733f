import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { id } from '#contract/common';
import { type PriceAlert, priceAlert, priceAlertRequest, priceAlertState } from '#contract/price-alert';
import { CatalogError, findCard } from '#modules/catalog';
import { requireMember } from '#modules/identity';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { cancelPriceAlert, setPriceAlert } from './price-alert.ts';
import { type AlertRow, findAlert, findAlertsOf } from './queries.ts';

const limits = { name: 'price-alerts', perMinute: 120, burst: 60 };
const tags = ['Listings'];
const listing = { params: z.object({ id }) };
const mostListed = 100;

/** Alerts on falling prices: to set, see and cancel. */
export function alertRoutes(): ApiRouter {
  const router = createRouter();

  router.openapi(
    createRoute({
      method: 'get',
      path: '/listings/{id}/price-alert',
      tags,
      summary: "The signed-in member's alert on a listing's price",
      middleware: [allow(limits)] as const,
      request: listing,
      responses: answers(200, priceAlertState, 'The last one set, or null'),
    }),
    async (c) => {
      const { db, actor } = c.get('ctx');
      const { userId } = requireMember(actor);
      const listingId = c.req.valid('param').id;
      if (!(await findCard(db, listingId))) throw CatalogError.listingNotFound();
      const row = await findAlert(db, userId, listingId);
      return c.json({ alert: row ? present(row) : null }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'put',
      path: '/listings/{id}/price-alert',
      tags,
      summary: 'Be told once when the price falls',
      middleware: [allow(limits)] as const,
      request: { ...listing, body: { required: true, content: { 'application/json': { schema: priceAlertRequest } } } },
      responses: answers(200, priceAlert, 'Set; one that waits already is changed'),
    }),
    async (c) => {
      const row = await setPriceAlert(c.get('ctx'), c.req.valid('param').id, c.req.valid('json').targetMinor);
      return c.json(present(row), 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'delete',
      path: '/listings/{id}/price-alert',
      tags,
      summary: 'Cancel the alert',
      middleware: [allow(limits)] as const,
      request: listing,
      responses: { 204: { description: 'Nothing waits any more' } },
    }),
    async (c) => {
      await cancelPriceAlert(c.get('ctx'), c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/me/price-alerts',
      tags,
      summary: "The signed-in member's price alerts",
      middleware: [allow(limits)] as const,
      responses: answers(200, z.object({ alerts: z.array(priceAlert) }), 'The latest hundred'),
    }),
    async (c) => {
      const { db, actor } = c.get('ctx');
      const rows = await findAlertsOf(db, requireMember(actor).userId, mostListed);
      return c.json({ alerts: rows.map(present) }, 200);
    },
  );
  return router;
}

function present(row: AlertRow): PriceAlert {
  const money = (minor: number) => ({ minor, currency: row.currency });
  const isFired = row.fired_at !== null && row.fired_minor !== null;
  return {
    id: row.id,
    listingId: row.listing_id,
    from: money(row.from_minor),
    target: row.target_minor === null ? null : money(row.target_minor),
    state: row.state,
    setAt: row.set_at.toISOString(),
    fired: isFired ? { price: money(row.fired_minor!), at: row.fired_at!.toISOString() } : null,
  };
}
