import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LanguageEngine, Understanding, UnderstandOptions } from '#engines/language';
import { createSearchIndex, type SearchIndex } from '#engines/retrieval';
import type { WordNeighbours } from '#engines/vectors';
import { findForIndex } from '#modules/catalog';
import type { Ctx } from '#platform/context';
import type { OutboxCursor, StoredEvent } from '#platform/outbox';
import { loadIndex, saveIndex } from './index-snapshot.ts';
import { toDocument } from './to-document.ts';

export type Search = {
  readonly index: SearchIndex;
  language: LanguageEngine;
  /** What a request means, knowing the words and brands of this catalogue. */
  understand(text: string, options?: UnderstandOptions): Understanding;
  /** Reads the snapshot, or every available listing, then follows the outbox so that a change shows within a second. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type SearchOptions = {
  neighbours: WordNeighbours;
  /** Names the program and the knowledge that read the listings: a snapshot of another edition is not taken. */
  edition: string;
  /** From so many listings on a snapshot is kept; fewer are read again as fast. */
  snapshotFrom?: number;
};

const batchSize = 2000;
/** How long listings are read before others have their turn. */
const turnMs = 10;

/** The search index of this process: a replica of the catalogue that can be thrown away at any time. */
export function createSearch(ctx: Ctx, language: LanguageEngine, options: SearchOptions): Search {
  const { neighbours, edition, snapshotFrom = 5000 } = options;
  const file = path.join(ctx.config.dataDir, 'search', 'index.snapshot');
  let index = createSearchIndex(language, { neighbours });
  let following: { stop(): Promise<void> } | null = null;
  /** Up to where the outbox is in the index, and in the snapshot. */
  let cursor: OutboxCursor = '0';
  let savedCursor: OutboxCursor | null = null;
  let saving: Promise<void> = Promise.resolve();

  async function takeTurns<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    let turnEnds = performance.now() + turnMs;
    for (const item of items) {
      work(item);
      if (performance.now() < turnEnds) continue;
      await nextTurn();
      turnEnds = performance.now() + turnMs;
    }
  }

  async function readSnapshot(): Promise<boolean> {
    try {
      cursor = await loadIndex(file, index, { edition, stampAt: ctx.outbox.stampAt });
      savedCursor = cursor;
      return true;
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isMissing)
        ctx.log.warn({ err: error, file }, 'the snapshot of the search index is of no use; reading the listings');
      index = createSearchIndex(language, { neighbours });
      return false;
    }
  }

  async function readAll(): Promise<void> {
    cursor = await ctx.outbox.end();
    let afterId = '';
    for (;;) {
      const rows = await findForIndex(ctx.db, { afterId, limit: batchSize });
      await takeTurns(rows, (row) => index.put(toDocument(row)));
      if (rows.length < batchSize) return;
      afterId = rows.at(-1)!.id;
    }
  }

  async function apply(events: StoredEvent[]): Promise<void> {
    await saving;
    const changed = new Set(
      events.filter((event) => event.name === 'listing.changed').map((event) => event.payload.listingId as string),
    );
    const ids = [...changed];
    for (let start = 0; start < ids.length; start += batchSize) {
      const chunk = ids.slice(start, start + batchSize);
      const rows = await findForIndex(ctx.db, { ids: chunk, limit: batchSize });
      const found = new Map(rows.map((row) => [row.id, row]));
      await takeTurns(chunk, (id) => {
        const row = found.get(id);
        if (row?.status === 'available') index.put(toDocument(row));
        else index.remove(id);
      });
    }
    cursor = events.at(-1)!.id;
  }

  /** Keeps the index as it is for the next start; changes wait meanwhile. */
  function saveSnapshot(): Promise<void> {
    saving = (async () => {
      if (index.size < snapshotFrom || cursor === savedCursor) return;
      const stamp = await ctx.outbox.stampAt(cursor);
      if (stamp === null) return;
      const upTo = cursor;
      await saveIndex(file, index, { edition, cursor: upTo, stamp });
      savedCursor = upTo;
    })().catch((error) =>
      ctx.log.warn({ err: error, file }, 'the search index could not be kept; the next start reads the listings'),
    );
    return saving;
  }

  /** Resolves once everything that is in the outbox now is in the index. */
  async function catchUp(): Promise<void> {
    const end = BigInt(await ctx.outbox.end());
    await new Promise<void>((resolve) => {
      const arrived = () => {
        if (BigInt(cursor) >= end) resolve();
      };
      following = ctx.outbox.follow({
        from: cursor,
        async onEvents(events) {
          await apply(events);
          arrived();
        },
      });
      arrived();
    });
  }

  return {
    get index() {
      return index;
    },
    language,
    understand: (text, options) => language.understand(text, { ...options, vocabulary: index.vocabulary() }),
    async start() {
      const isRead = await readSnapshot();
      if (!isRead) await readAll();
      await catchUp();
      if (!isRead) void saveSnapshot();
    },
    async stop() {
      await saving;
      await following?.stop();
      await saveSnapshot();
    },
  };
}
