import { createRoute } from '@hono/zod-openapi';
import { signedIn, signInRequest, signUpRequest } from '#contract/session';
import type { Database } from '#platform/database';
import { AppError } from '#platform/errors';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { type Identity, withRealCause } from './create-identity.ts';

/** By address also for members: an account more must not be ten guesses more. */
const attempts = { name: 'sign-in', perMinute: 10, burst: 10, by: 'address' } as const;

/** Signing up, in and out: our contract in front of better-auth, which keeps the passwords and sessions. */
export function identityRoutes({ auth }: Identity): ApiRouter {
  const router = createRouter();
  router.use('/sign-up', allow(attempts));
  router.use('/sign-in', allow(attempts));

  router.openapi(
    createRoute({
      method: 'post',
      path: '/sign-up',
      tags: ['Account'],
      summary: 'Make an account and sign in',
      request: { body: { required: true, content: { 'application/json': { schema: signUpRequest } } } },
      responses: answers(201, signedIn, 'The new account; the session is in the cookie'),
    }),
    async (c) => {
      const { response, headers } = await refusing(c.get('ctx').db, () =>
        auth.api.signUpEmail({ body: c.req.valid('json'), headers: c.req.raw.headers, returnHeaders: true }),
      );
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
      return c.json({ user: pickUser(response.user) }, 201);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/sign-in',
      tags: ['Account'],
      summary: 'Sign in',
      request: { body: { required: true, content: { 'application/json': { schema: signInRequest } } } },
      responses: answers(200, signedIn, 'Signed in; the session is in the cookie'),
    }),
    async (c) => {
      const { response, headers } = await refusing(c.get('ctx').db, () =>
        auth.api.signInEmail({ body: c.req.valid('json'), headers: c.req.raw.headers, returnHeaders: true }),
      );
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
      return c.json({ user: pickUser(response.user) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/sign-out',
      tags: ['Account'],
      summary: 'Sign out',
      responses: { 204: { description: 'Signed out' } },
    }),
    async (c) => {
      const { headers } = await auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true });
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
      return c.body(null, 204);
    },
  );
  return router;
}

/** better-auth's refusals, in our words and codes. */
async function refusing<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  try {
    return await withRealCause(db, work);
  } catch (error) {
    const code = (error as { body?: { code?: string } }).body?.code ?? '';
    // The second: the database let in another who signed up with the same address at the same moment.
    if (code.startsWith('USER_ALREADY_EXISTS') || code === 'FAILED_TO_CREATE_USER') {
      const detail = 'There is an account with this e-mail already; sign in instead.';
      throw new AppError('account.exists', 409, detail, { fields: [{ pointer: '/email', detail }] });
    }
    if (code === 'INVALID_EMAIL_OR_PASSWORD')
      throw new AppError('account.wrong-password', 401, 'E-mail or password is not right.');
    throw error;
  }
}

function pickUser({ id, name, email }: { id: string; name: string; email: string }) {
  return { id, name, email };
}
