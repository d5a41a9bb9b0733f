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

/** Which of the things on a page the reader likes or follows; empty for visitors. */
export const marks = z.object({ liked: z.array(id), followed: z.array(z.string()) });
export type Marks = z.infer<typeof marks>;
