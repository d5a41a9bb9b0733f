import { requireMember } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import { CatalogError } from './errors.ts';
import { findClosetByHandle, findClosetOf } from './queries.ts';
import { saveClosets } from './save.ts';

/** Opens the member's own closet; a member has one. Returns its handle. */
export async function openCloset(
  ctx: Ctx,
  input: { handle: string; name: string; language: 'en' | 'zh' | 'fa'; location?: string; story?: string },
): Promise<string> {
  const member = requireMember(ctx.actor);
  if (await findClosetOf(ctx.db, member.userId)) throw CatalogError.closetExists();
  if (await findClosetByHandle(ctx.db, input.handle)) throw CatalogError.handleTaken();
  const now = ctx.clock.now();
  await saveClosets(ctx.db, [
    {
      id: createId('clo', now),
      handle: input.handle,
      owner_id: member.userId,
      name: input.name,
      person: member.name,
      language: input.language,
      location: input.location ?? null,
      story: input.story ?? '',
      ships_within_days: null,
      created_at: new Date(now),
    },
  ]);
  // A name may be asked for twice at the same moment, or two by one member; the database let one of them in.
  const own = await findClosetOf(ctx.db, member.userId);
  if (!own) throw CatalogError.handleTaken();
  if (own.handle !== input.handle) throw CatalogError.closetExists();
  return input.handle;
}
