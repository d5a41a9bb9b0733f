import { z } from 'zod';
import { id } from './common.ts';

/** The signed-in person; `closet` is their own. */
export const me = z.object({
  id,
  name: z.string(),
  email: z.string(),
  isOperator: z.boolean(),
  closet: z.object({ handle: z.string(), name: z.string() }).nullable(),
});
export type Me = z.infer<typeof me>;
