import type { ToolSet } from 'ai';
import { z } from 'zod';
import { plainText } from '#engines/answer';
import type { EvidenceSources } from '../gather.ts';
import { fenceData } from './fence-data.ts';

const MOST_CALLS = 6;
const MOST_RESULTS = 8;
const MOST_PASSAGES = 12;
const MOST_LETTERS = 300;

/**
 * What a model may look up while it plans: search, the evidence of a listing that is on sale, guides. They read what any
 * visitor may read, through the same sources as our own answers, at most six times a question, and change nothing.
 */
export function readOnlyTools(sources: EvidenceSources, isOnSale: (listingId: string) => boolean): ToolSet {
  let calls = 0;
  const answering = async (read: () => Promise<unknown>): Promise<string> => {
    if (++calls > MOST_CALLS) return 'No more look-ups for this question.';
    return fenceData('found', await read().catch(() => []));
  };
  const short = (text: string) => plainText(text).slice(0, MOST_LETTERS);
  return {
    search: {
      description: 'Finds listings on sale for a request in plain words.',
      inputSchema: z.object({ text: z.string().min(1).max(200) }),
      execute: ({ text }: { text: string }) =>
        answering(async () => {
          const { need } = sources.understand(text);
          const { hits } = sources.findListings({ need, text, limit: MOST_RESULTS });
          const listings = await sources.readListings(hits.map(({ id }) => id));
          return listings.map(({ listingId, title, category }) => ({ listingId, title: short(title), category }));
        }),
    },
    readEvidence: {
      description: 'What is written about one listing on sale.',
      inputSchema: z.object({ listingId: z.string().min(1).max(100) }),
      execute: ({ listingId }: { listingId: string }) =>
        answering(async () => {
          const [listing] = isOnSale(listingId) ? await sources.readListings([listingId]) : [];
          return (listing?.passages ?? []).slice(0, MOST_PASSAGES).map(({ text }) => short(text));
        }),
    },
    readGuides: {
      description: 'What guides say about a category.',
      inputSchema: z.object({ category: z.string().min(1).max(60) }),
      execute: ({ category }: { category: string }) =>
        answering(async () => {
          const guides = await sources.findGuides({ categories: [category] });
          return guides.slice(0, MOST_PASSAGES).map(({ text }) => short(text));
        }),
    },
  };
}
