import { saveClosets } from '#modules/catalog';
import type { Ctx } from '#platform/context';
import type { Database } from '#platform/database';
import type { Draft, ListingDraft, ProductDraft, QuestionDraft, ReviewDraft } from './draft.ts';
import { RowProblem } from './row-problem.ts';
import { saveProductDrafts, saveQuestionDrafts, saveReviewDrafts } from './save-knowledge-drafts.ts';
import { saveListingDrafts } from './save-listing-drafts.ts';

/** Where rows go: the source they are known by, and the closet that listings hang in. */
export type ImportTarget = { source: string; closet: TargetCloset | null };
/** `opens`: it is opened with the first batch that is saved, so that a dry run leaves none behind. */
export type TargetCloset = { id: string; name: string; opens: ClosetInput | null };
export type ClosetInput = Parameters<typeof saveClosets>[1][number];

export type Item = { line: number; draft: Draft };
export type Refusal = { line: number; problem: RowProblem };
export type BatchResult = { added: number; updated: number; unchanged: number; refused: Refusal[] };

const mostAttempts = 4;

/**
 * Saves a batch of one kind in one transaction; a dry run does the same and takes it back. A row that the database
 * refuses after all costs only itself: the batch is then saved row by row.
 */
export async function saveBatch(ctx: Ctx, target: ImportTarget, items: Item[], dryRun: boolean): Promise<BatchResult> {
  const { kept, repeats } = withoutRepeats(items);
  try {
    const result = await saveWhole(ctx, target, kept, dryRun);
    return { ...result, unchanged: result.unchanged + repeats };
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    if (kept.length === 1) return refusalOf(kept[0]!, error, repeats);
    const total: BatchResult = { added: 0, updated: 0, unchanged: repeats, refused: [] };
    for (const item of kept) {
      const one = await saveBatch(ctx, target, [item], dryRun);
      total.added += one.added;
      total.updated += one.updated;
      total.unchanged += one.unchanged;
      total.refused.push(...one.refused);
    }
    return total;
  }
}

class TakenBack extends Error {
  readonly result: BatchResult;
  constructor(result: BatchResult) {
    super('dry run');
    this.result = result;
  }
}

async function saveWhole(ctx: Ctx, target: ImportTarget, items: Item[], dryRun: boolean): Promise<BatchResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.transaction().execute(async (tx) => {
        if (target.closet?.opens) await saveClosets(tx, [target.closet.opens]);
        const result = await saveDrafts(ctx, tx, target, items);
        if (dryRun) throw new TakenBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result;
      if (attempt === mostAttempts || !isDeadlock(error)) throw error;
    }
  }
}

function saveDrafts(ctx: Ctx, tx: Database, target: ImportTarget, items: Item[]): Promise<BatchResult> {
  switch (items[0]?.draft.kind) {
    case undefined:
      return Promise.resolve({ added: 0, updated: 0, unchanged: 0, refused: [] });
    case 'listing':
      return saveListingDrafts(ctx, tx, target, draftsOf<ListingDraft>(items));
    case 'product':
      return saveProductDrafts(ctx, tx, target, draftsOf<ProductDraft>(items));
    case 'review':
      return saveReviewDrafts(ctx, tx, target, draftsOf<ReviewDraft>(items));
    case 'question':
      return saveQuestionDrafts(ctx, tx, target, items as { line: number; draft: QuestionDraft }[]);
  }
}

function draftsOf<Kind>(items: Item[]): Kind[] {
  return items.map(({ draft }) => draft as Kind);
}

/** The last of rows with one id counts; in the order of their ids, so that imports at one time cannot wait in a ring. */
function withoutRepeats(items: Item[]): { kept: Item[]; repeats: number } {
  const byId = new Map(items.map((item) => [item.draft.id, item]));
  const kept = [...byId.values()].sort((a, b) => (a.draft.id < b.draft.id ? -1 : 1));
  return { kept, repeats: items.length - kept.length };
}

/** SQLSTATE classes 22 (data exception) and 23 (constraint violation): this data, not the database, is at fault. */
function isRefusedData(error: unknown): boolean {
  return /^2[23]/.test(sqlStateOf(error));
}

function isDeadlock(error: unknown): boolean {
  return ['40P01', '40001'].includes(sqlStateOf(error));
}

function sqlStateOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : '';
}

function refusalOf(item: Item, error: unknown, unchanged: number): BatchResult {
  const problem = new RowProblem(null, `the database refuses it: ${(error as Error).message}`);
  return { added: 0, updated: 0, unchanged, refused: [{ line: item.line, problem }] };
}
