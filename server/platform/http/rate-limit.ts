import type { MiddlewareHandler } from 'hono';
import { AppError } from '#platform/errors';
import { networkOf } from './client-address.ts';
import type { ApiEnvironment } from './create-api.ts';

/** `burst` requests at once, refilled at `perMinute`; `by: 'address'` does not count members apart. */
export type RateLimit = { name: string; perMinute: number; burst: number; by?: 'address' };

type Bucket = { tokens: number; at: number };

const maxBuckets = 50_000;

/** Token buckets by key, in the memory of this process; the least recently made are forgotten beyond a bound. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes a token; returns the seconds to wait when there is none. */
  take(limit: RateLimit, key: string, now: number): { allowed: true } | { allowed: false; retryAfterSeconds: number } {
    const id = `${limit.name}|${key}`;
    const bucket = this.#buckets.get(id) ?? { tokens: limit.burst, at: now };
    // A clock that is set back takes no tokens away.
    const elapsedMs = Math.max(0, now - bucket.at);
    const refilled = Math.min(limit.burst, bucket.tokens + (elapsedMs / 60_000) * limit.perMinute);
    this.#buckets.set(id, { tokens: Math.max(0, refilled - 1), at: now });
    if (this.#buckets.size > maxBuckets) this.#buckets.delete(this.#buckets.keys().next().value!);
    if (refilled >= 1) return { allowed: true };
    return { allowed: false, retryAfterSeconds: Math.ceil(((1 - refilled) / limit.perMinute) * 60) };
  }
}

const limiter = new WeakMap<object, RateLimiter>();

/** Middleware: each person (or, signed out, each address) may call the routes below it this often. */
export function allow(limit: RateLimit): MiddlewareHandler<ApiEnvironment> {
  return async (c, next) => {
    const ctx = c.get('ctx');
    if (!ctx.config.rateLimits) return next();
    const { actor } = ctx;
    const isCounted = actor.kind === 'member' && limit.by !== 'address';
    const caller = isCounted ? actor.userId : networkOf(c.get('clientAddress'));
    const buckets = limiter.get(ctx.config) ?? new RateLimiter();
    limiter.set(ctx.config, buckets);
    const taken = buckets.take(limit, caller, ctx.clock.now());
    if (!taken.allowed) {
      const wait = taken.retryAfterSeconds;
      throw new AppError('request.too-many', 429, `Too many requests; try again in ${wait} s.`, {
        headers: { 'retry-after': String(wait) },
      });
    }
    return next();
  };
}
