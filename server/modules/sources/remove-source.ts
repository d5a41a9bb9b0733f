import { requireOperator } from '#modules/identity';
import { removeDocuments } from '#modules/knowledge-base';
import type { Ctx } from '#platform/context';
import { SourceError } from './errors.ts';
import { deleteSource, lockSource } from './queries.ts';

/** Removes a source with all that was read from it; a run in the middle ends without adding anything more. */
export async function removeSource(ctx: Ctx, id: string): Promise<void> {
  requireOperator(ctx.actor);
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await lockSource(tx, id))) throw SourceError.notFound();
    await removeDocuments(tx, await deleteSource(tx, id));
  });
}
