import { findClosetByHandle } from '#modules/catalog';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import type { TargetCloset } from './save-batch.ts';

/** The closet with this handle, or one that the first saved batch will open, without a member who keeps it. */
export async function findOrPlanCloset(ctx: Ctx, handle: string, name: string): Promise<TargetCloset> {
  const known = await findClosetByHandle(ctx.db, handle);
  if (known) return { id: known.id, name: known.name, opens: null };
  const now = ctx.clock.now();
  const id = createId('clo', now);
  const opens = {
    id,
    handle,
    owner_id: null,
    name,
    person: null,
    language: 'en' as const,
    location: null,
    story: '',
    ships_within_days: null,
    created_at: new Date(now),
  };
  return { id, name, opens };
}

/** A name made into what an address can hold: `Spring stock.csv` is `spring-stock`. */
export function handleFrom(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return slug.length >= 3 ? slug : `import-${slug || 'file'}`;
}
