import type { z } from '@hono/zod-openapi';
import { problem } from '#contract/problem';

/** The OpenAPI responses of a route: one success and the problem that everything else becomes. */
export function answers<Status extends 200 | 201 | 202, Schema extends z.ZodType>(
  status: Status,
  schema: Schema,
  description: string,
) {
  return {
    [status]: { description, content: { 'application/json': { schema } } },
    default: { description: 'A problem (RFC 9457)', content: { 'application/problem+json': { schema: problem } } },
  } as { [Key in Status]: { description: string; content: { 'application/json': { schema: Schema } } } };
}
