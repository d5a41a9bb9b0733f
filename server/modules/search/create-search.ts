import type { LanguageEngine, Understanding, UnderstandOptions } from '#engines/language';
import { createSearchIndex, type SearchIndex } from '#engines/retrieval';
import type { WordNeighbours } from '#engines/vectors';
import { findForIndex } from '#modules/catalog';
import type { Ctx } from '#platform/context';
import type { OutboxCursor, StoredEvent } from '#platform/outbox';
import { toDocument } from './to-document.ts';

export type Search = {
  index: SearchIndex;
  language: LanguageEngine;
  /** What a request means, knowing the words and brands of this catalogue. */
  understand(text: string, options?: UnderstandOptions): Understanding;
  /** Reads every available listing, then follows the outbox so that a change shows within a second. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

const batchSize = 2000;

/** The search index of this process: a replica of the catalogue that can be thrown away at any time. */
export function createSearch(ctx: Ctx, language: LanguageEngine, neighbours: WordNeighbours): Search {
  const index = createSearchIndex(language, { neighbours });
  let following: { stop(): Promise<void> } | null = null;

  async function readAll(): Promise<OutboxCursor> {
    const from = await ctx.outbox.end();
    let afterId = '';
    for (;;) {
      const rows = await findForIndex(ctx.db, { afterId, limit: batchSize });
      for (const row of rows) index.put(toDocument(row));
      if (rows.length < batchSize) return from;
      afterId = rows.at(-1)!.id;
    }
  }

  async function apply(events: StoredEvent[]): Promise<void> {
    const changed = new Set(
      events.filter((event) => event.name === 'listing.changed').map((event) => event.payload.listingId as string),
    );
    const ids = [...changed];
    for (let start = 0; start < ids.length; start += batchSize) {
      const chunk = ids.slice(start, start + batchSize);
      const rows = await findForIndex(ctx.db, { ids: chunk, limit: batchSize });
      const found = new Map(rows.map((row) => [row.id, row]));
      for (const id of chunk) {
        const row = found.get(id);
        if (row?.status === 'available') index.put(toDocument(row));
        else index.remove(id);
      }
    }
  }

  return {
    index,
    language,
    understand: (text, options) => language.understand(text, { ...options, vocabulary: index.vocabulary() }),
    async start() {
      const from = await readAll();
      following = ctx.outbox.follow({ from, onEvents: apply });
    },
    async stop() {
      await following?.stop();
    },
  };
}
