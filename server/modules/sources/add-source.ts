import type { z } from 'zod';
import type { newSource } from '#contract/source';
import { requireOperator } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import { SourceError } from './errors.ts';
import { countSources, insertSource } from './queries.ts';

const mostSources = 100;

/** Adds a source, due at once; returns its id. `isCategory` knows the categories of this shop. */
export async function addSource(
  ctx: Ctx,
  input: z.output<typeof newSource>,
  isCategory: (id: string) => boolean,
): Promise<string> {
  const operator = requireOperator(ctx.actor);
  input.categories.forEach((category, index) => {
    if (category !== 'all' && !isCategory(category)) throw SourceError.unknownCategory(category, index);
  });
  if ((await countSources(ctx.db)) >= mostSources) throw SourceError.tooMany(mostSources);
  const now = ctx.clock.now();
  const id = createId('src', now);
  await insertSource(ctx.db, {
    id,
    name: input.name,
    format: input.format,
    addresses: [...new Set(input.addresses)],
    language: input.language,
    document_kind: input.kind,
    categories: [...new Set(input.categories)],
    every_hours: input.everyHours,
    most_pages: input.mostPages,
    next_run_at: new Date(now),
    created_by: operator.userId,
    created_at: new Date(now),
  });
  return id;
}
