import { removeDocuments } from '#modules/knowledge-base';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import type { CrawlLimits } from './crawl-limits.ts';
import { type Listing, listAddresses } from './list-addresses.ts';
import type { PageReader } from './page-reader.ts';
import { deleteUnlisted, findNextPage, findSource, relistKept, savePages } from './queries.ts';
import { readSourcePage } from './read-source-page.ts';
import { countInRun, holdRun, updateRun } from './run-queries.ts';
import { type CategoriesIn, savePage } from './save-page.ts';
import type { RunRow, SourceRow } from './tables.ts';
import { createVisitor } from './visitor.ts';

export type CrawlTools = { limits: CrawlLimits; reader: PageReader; categoriesIn: CategoriesIn };

/**
 * Works on a run to its end: its addresses, each of its pages, then what is gone. Every step is one transaction that only
 * the worker who holds the run can make, so a run that was cut short anywhere goes on from there with whoever takes it.
 */
export async function crawlSource(
  ctx: Ctx,
  run: RunRow,
  options: { worker: string; signal: AbortSignal } & CrawlTools,
): Promise<void> {
  const { worker, signal, limits } = options;
  const source = await findSource(ctx.db, run.source_id);
  if (!source) return;
  const visitor = createVisitor(ctx, limits, signal);

  if (run.listed_at === null) {
    const listing = await listAddresses(source, visitor, limits);
    if (!(await noteListing(ctx, { source, run, worker, listing }))) return;
  }
  for (let page = await findNextPage(ctx.db, source.id, run.id); page; ) {
    signal.throwIfAborted();
    const outcome = await readSourcePage(source, page, { visitor, reader: options.reader });
    const isOurs = await savePage(ctx, { source, run, worker, page, outcome, categoriesIn: options.categoriesIn });
    if (!isOurs) return;
    page = await findNextPage(ctx.db, source.id, run.id);
  }
  await finish(ctx, source, run, worker);
}

type Step = { source: SourceRow; run: RunRow; worker: string };

/** Notes what there is to read; a source that names nothing has failed, and keeps what it had. False: it ends here. */
async function noteListing(ctx: Ctx, { source, run, worker, listing }: Step & { listing: Listing }): Promise<boolean> {
  const now = new Date(ctx.clock.now());
  return ctx.db.transaction().execute(async (tx) => {
    if (!(await holdRun(tx, run.id, worker))) return false;
    if (listing.pages.length === 0) {
      const problem = listing.problem ?? { code: 'broken' as const, detail: 'names no pages' };
      await updateRun(tx, run.id, { problem, status: 'failed', listed_at: now, finished_at: now });
      return false;
    }
    await savePages(
      tx,
      listing.pages.map((page, place) => ({
        ...page,
        id: createId('pag', now.getTime()),
        sourceId: source.id,
        runId: run.id,
        place,
      })),
    );
    const room = source.most_pages - listing.pages.length;
    const again = source.format === 'feed' && room > 0 ? await relistKept(tx, source.id, run.id, room) : 0;
    const refused = listing.pages.filter((page) => page.problem).length;
    await countInRun(tx, run.id, { found: listing.pages.length + again, done: refused, failed: refused });
    await updateRun(tx, run.id, { listed_at: now, is_whole: listing.problem === null, problem: listing.problem });
    return true;
  });
}

/** What is no longer listed is removed, where the list was read whole. */
async function finish(ctx: Ctx, source: SourceRow, { id }: RunRow, worker: string): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const held = await holdRun(tx, id, worker);
    if (!held) return;
    const gone = held.is_whole ? await deleteUnlisted(tx, source.id, id) : [];
    await removeDocuments(tx, gone);
    await countInRun(tx, id, { removed: gone.length });
    await updateRun(tx, id, { status: 'finished', finished_at: new Date(ctx.clock.now()) });
  });
}
