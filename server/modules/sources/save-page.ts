import { createHash } from 'node:crypto';
import type { SourceProblem } from '#contract/source';
import { removeDocuments, saveDocuments } from '#modules/knowledge-base';
import type { Ctx } from '#platform/context';
import type { Database } from '#platform/database';
import { createId } from '#platform/ids';
import { hasCopy, updatePage } from './queries.ts';
import type { PageOutcome, PageText } from './read-source-page.ts';
import { countInRun, holdRun } from './run-queries.ts';
import type { PageRow, RunCounts, RunRow, SourceRow } from './tables.ts';

/** Which categories a text speaks of, by its title and text. */
export type CategoriesIn = (title: string, markdown: string) => string[];

/**
 * Keeps what came of a page: its document, the page and the run's counts change together or not at all. False where the
 * run is no longer this worker's.
 */
export async function savePage(
  ctx: Ctx,
  given: {
    source: SourceRow;
    run: RunRow;
    worker: string;
    page: PageRow;
    outcome: PageOutcome;
    categoriesIn: CategoriesIn;
  },
): Promise<boolean> {
  const { source, run, worker, page, outcome, categoriesIn } = given;
  const checked = { checked_at: new Date(ctx.clock.now()), done_by: run.id };
  return ctx.db.transaction().execute(async (tx) => {
    if (!(await holdRun(tx, run.id, worker))) return false;
    const counts = await keep(tx);
    await countInRun(tx, run.id, { done: 1, ...counts });
    return true;
  });

  async function keep(tx: Database): Promise<Partial<RunCounts>> {
    if (outcome.kind === 'unchanged') {
      await updatePage(tx, page.id, { ...checked, problem: null });
      return { unchanged: 1 };
    }
    if (outcome.kind === 'failed') {
      await updatePage(tx, page.id, { ...checked, problem: outcome.problem });
      return { failed: 1 };
    }
    if (outcome.kind === 'not-kept') return remove(tx, outcome.problem);
    const { text } = outcome;
    const validators = validatorsOf(text);
    if (page.document_id && page.hash === text.hash) {
      await updatePage(tx, page.id, { ...checked, ...validators, problem: null });
      return { unchanged: 1 };
    }
    if (await hasCopy(tx, page, text.hash))
      return remove(tx, { code: 'copy', detail: 'has the very text of another page of this source' });
    const id = page.document_id ?? createId('doc', ctx.clock.now());
    const named = source.categories.length > 0 ? source.categories : categoriesIn(text.title, text.markdown);
    await saveDocuments(tx, [
      {
        id,
        slug: slugOf(source.id, page.url),
        title: text.title,
        language: text.language,
        kind: source.document_kind,
        categories: named,
        topics: [],
        source: source.name,
        body: text.markdown,
        updated_at: changedAt(text, checked.checked_at),
        origin_url: text.url.slice(0, 2000),
        origin_hash: text.hash,
        fetched_at: checked.checked_at,
      },
    ]);
    await updatePage(tx, page.id, { ...checked, ...validators, document_id: id, hash: text.hash, problem: null });
    return page.document_id ? { changed: 1 } : { added: 1 };
  }

  async function remove(tx: Database, problem: SourceProblem): Promise<Partial<RunCounts>> {
    const forgotten = { document_id: null, etag: null, last_modified: null, hash: null };
    await updatePage(tx, page.id, { ...checked, ...forgotten, problem });
    await removeDocuments(tx, page.document_id ? [page.document_id] : []);
    return page.document_id ? { removed: 1, failed: 1 } : { failed: 1 };
  }
}

function validatorsOf({ validators: { etag, lastModified } }: PageText) {
  return {
    etag: etag && etag.length <= 400 ? etag : null,
    last_modified: lastModified && lastModified.length <= 100 ? lastModified : null,
  };
}

function changedAt({ validators }: PageText, now: Date): Date {
  const said = new Date(validators.lastModified ?? Number.NaN);
  return said.getTime() > 0 && said < now ? said : now;
}

/**
 * The name of a page's document in our addresses: words of its own address, and enough of a hash with the source's
 * unguessable id that nobody can write a page whose document takes the place of another.
 */
function slugOf(sourceId: string, url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? hostname;
  const words = last
    .toLowerCase()
    .replace(/\.\w{1,5}$/, '')
    .replace(/%[0-9a-f]{2}/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  const hash = createHash('sha256').update(`${sourceId} ${url}`).digest('hex').slice(0, 16);
  return words === '' ? `page-${hash}` : `${words}-${hash}`;
}
