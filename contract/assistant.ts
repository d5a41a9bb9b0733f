import { z } from 'zod';
import { id, instant, locale, span } from './common.ts';
import { listingCard } from './listing.ts';
import { intent, need } from './need.ts';

export const askRequest = z.strictObject({
  text: z.string().trim().min(1, 'Ask something.').max(2000, 'Ask in at most 2,000 characters.'),
  locale: locale.optional(),
  /** Goes on with an earlier conversation. */
  conversationId: id.optional(),
  /** Asks about this listing. */
  listingId: id.optional(),
  /**
   * Listings in the order the asker sees them, so that "the second one" means one of them. Without it, those of the
   * conversation's last answer are meant.
   */
  inSight: z.array(id).max(24, 'At most 24 listings can be pointed at.').optional(),
  /** Keys of chips that do not count from here on, such as what is remembered of the asker. */
  without: z.array(z.string().min(1).max(200)).max(50).optional(),
});
export type AskRequest = z.input<typeof askRequest>;

export const evidenceSources = ['attribute', 'description', 'review', 'answer', 'guide', 'document'] as const;

/** The exact span (UTF-16 offsets into `text`) that a sentence rests on, and where to read it. */
export const citation = z.object({
  number: z.int().min(1),
  passageId: z.string(),
  source: z.enum(evidenceSources),
  text: z.string(),
  span,
  language: locale.nullable(),
  author: z.string().nullable(),
  at: instant.nullable(),
  /** The page that shows the source, with an anchor to it. */
  url: z.string().nullable(),
  title: z.string().nullable(),
  /** For a document read from elsewhere, the page it is the text of. */
  originalUrl: z.string().nullable(),
});
export type Citation = z.infer<typeof citation>;

export const sentence = z.object({ text: z.string(), citations: z.array(z.int()), factual: z.boolean() });
export type Sentence = z.infer<typeof sentence>;

export const answerPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), sentences: z.array(sentence) }),
  z.object({ type: z.literal('points'), title: z.string().optional(), points: z.array(sentence) }),
  z.object({
    type: z.literal('listing-cards'),
    /** `listing` is live; null once it is gone. */
    listings: z.array(z.object({ listingId: id, listing: listingCard.nullable(), proofs: z.array(sentence) })),
  }),
  z.object({
    type: z.literal('comparison-table'),
    columns: z.array(z.object({ id: z.string(), label: z.string(), listing: listingCard.nullable() })),
    rows: z.array(
      z.object({
        aspect: z.string(),
        label: z.string(),
        cells: z.array(
          z.object({ text: z.string().nullable(), citations: z.array(z.int()), best: z.boolean().optional() }),
        ),
      }),
    ),
  }),
  z.object({ type: z.literal('abstained'), text: z.string(), nearest: z.array(sentence), canAskSeller: z.boolean() }),
  z.object({
    type: z.literal('clarification'),
    question: z.string(),
    facet: z.string(),
    choices: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  z.object({ type: z.literal('chips'), questions: z.array(z.string()) }),
  /** What the asker said of themselves and may have remembered: send `text` and `about` to /me/memory. */
  z.object({
    type: z.literal('remember'),
    text: z.string(),
    about: z.enum(['clothing', 'shoes']).nullable(),
    labels: z.array(z.string()),
  }),
]);
export type AnswerPart = z.infer<typeof answerPart>;

export const answer = z.object({
  id,
  conversationId: id,
  text: z.string(),
  locale,
  intent,
  need,
  listingId: id.nullable(),
  /** Whether the evidence did not answer. */
  abstained: z.boolean(),
  parts: z.array(answerPart),
  citations: z.array(citation),
  /** How many passages were read to answer. */
  sourcesRead: z.int(),
  askedAt: instant,
});
export type Answer = z.infer<typeof answer>;

/**
 * What streams over SSE, in order; `event:` is the type, `data:` the JSON, `id:` counts from 1. A text part arrives as
 * `text-delta`s (sentence by sentence); every other part whole.
 */
export const answerEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer-started'), answerId: id, conversationId: id, locale }),
  z.object({ type: z.literal('plan'), intent, need, sourcesRead: z.int() }),
  z.object({ type: z.literal('citation'), citation }),
  z.object({ type: z.literal('text-delta'), part: z.int(), sentence }),
  z.object({ type: z.literal('part'), part: z.int(), content: answerPart }),
  z.object({ type: z.literal('answer-finished'), answerId: id, abstained: z.boolean() }),
  z.object({ type: z.literal('answer-failed'), code: z.string(), detail: z.string() }),
]);
export type AnswerEvent = z.infer<typeof answerEvent>;

/** Questions that the evidence of a listing or a result set can answer. */
export const questionChips = z.object({ questions: z.array(z.string()) });
