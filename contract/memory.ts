import { z } from 'zod';
import { id, instant, locale } from './common.ts';

export const memoryKinds = ['size', 'avoid', 'like', 'budget'] as const;

/** Something remembered of the signed-in member, because they wanted it to be. */
export const memoryFact = z.object({
  id,
  kind: z.enum(memoryKinds),
  /** Sizes are of shoes or of what else is worn. */
  about: z.enum(['clothing', 'shoes']).nullable(),
  /** In the reader's words: `US 8`, `Not wool`, `Up to $100`. */
  label: z.string(),
  /** The words it was learnt from. */
  said: z.string(),
  learntAt: instant,
  expiresAt: instant,
});
export type MemoryFact = z.infer<typeof memoryFact>;

export const memoryPage = z.object({ facts: z.array(memoryFact) });

const said = z.string().trim().min(1, 'Say something about yourself.').max(300, 'Say it in at most 300 characters.');

/** A statement about oneself ("I'm a US 8"); `about` where the words do not say what kind of size it is. */
export const rememberRequest = z.strictObject({
  text: said,
  about: z.enum(['clothing', 'shoes']).optional(),
  locale: locale.default('en'),
});

/** Another value, in words ("US 10", "not silk"), or for how many months from now it is kept. */
export const changeMemoryRequest = z
  .strictObject({ text: said.optional(), months: z.int().min(1).max(60).optional(), locale: locale.default('en') })
  .refine(({ text, months }) => text !== undefined || months !== undefined, {
    message: 'Give text, months or both.',
    path: ['text'],
  });
