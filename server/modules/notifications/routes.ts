import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { cursor, limit } from '#contract/common';
import { markRead, notificationPage, unreadCount } from '#contract/notification';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { countUnread } from './queries.ts';
import { markAsRead, readNotifications } from './read-notifications.ts';

const reads = { name: 'notifications', perMinute: 600, burst: 200 };

/** What the signed-in member is told of. */
export function notificationRoutes(): ApiRouter {
  const router = createRouter();
  for (const path of ['/me/notifications', '/me/notifications/*']) router.use(path, allow(reads));
  const tags = ['Notifications'];

  router.openapi(
    createRoute({
      method: 'get',
      path: '/me/notifications',
      tags,
      summary: 'What the member was told, newest first',
      request: { query: z.strictObject({ cursor: cursor.optional(), limit: limit(20, 50) }) },
      responses: answers(200, notificationPage, 'A page, with how many are unread in all'),
    }),
    async (c) => c.json(await readNotifications(c.get('ctx'), c.req.valid('query')), 200),
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/me/notifications/unread',
      tags,
      summary: 'How many the member has not read',
      responses: answers(200, unreadCount, 'Zero for visitors'),
    }),
    async (c) => {
      const { db, actor } = c.get('ctx');
      return c.json({ unread: actor.kind === 'member' ? await countUnread(db, actor.userId) : 0 }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/me/notifications/read',
      tags,
      summary: 'Mark some or all as read',
      request: { body: { required: true, content: { 'application/json': { schema: markRead } } } },
      responses: answers(200, unreadCount, 'How many are left'),
    }),
    async (c) => c.json({ unread: await markAsRead(c.get('ctx'), c.req.valid('json').ids) }, 200),
  );
  return router;
}
