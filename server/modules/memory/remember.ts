import { type OwnFact, readAboutOneself, type Understanding } from '#engines/language';
import { requireMember } from '#modules/identity';
import type { Actor, Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import { MemoryError } from './errors.ts';
import { countFacts, deleteFacts, type FactRow, findFact, findFacts, upsertFacts } from './queries.ts';

/** Reads a text as a request is read. */
export type Understand = (text: string) => Understanding;

const months = 12;
const monthMs = (365.25 / 12) * 24 * 3600 * 1000;
const mostFacts = 100;

/** What is remembered of who acts; nothing of visitors. */
export async function recall(ctx: Ctx): Promise<OwnFact[]> {
  return isRemembered(ctx.actor) ? findFacts(ctx.db, ctx.actor.userId, new Date(ctx.clock.now())) : [];
}

function isRemembered(actor: Actor): actor is Extract<Actor, { kind: 'member' }> {
  return actor.kind === 'member';
}

/** Keeps what a text states of its writer, for a year. Throws `memory.nothing-said` where it states nothing. */
export async function remember(
  ctx: Ctx,
  understand: Understand,
  { text, about }: { text: string; about?: 'clothing' | 'shoes' },
): Promise<FactRow[]> {
  const { userId } = requireMember(ctx.actor);
  const facts = readAboutOneself(understand(text), about === 'shoes').map((fact) =>
    fact.kind === 'size' && about ? { ...fact, about } : fact,
  );
  if (facts.length === 0) throw MemoryError.nothingSaid();
  if ((await countFacts(ctx.db, userId)) + facts.length > mostFacts) throw MemoryError.full();
  const now = ctx.clock.now();
  const rows = facts.map((fact) => rowOf(userId, fact, text, now, months));
  return upsertFacts(ctx.db, [...new Map(rows.map((row) => [row.kind + row.about + row.slot, row])).values()]);
}

/** Changes what is remembered, in words, or how long it is kept. */
export async function changeMemory(
  ctx: Ctx,
  understand: Understand,
  id: string,
  change: { text?: string; months?: number },
): Promise<FactRow> {
  const { userId } = requireMember(ctx.actor);
  const old = await findFact(ctx.db, userId, id);
  if (!old) throw MemoryError.notFound();
  const now = ctx.clock.now();
  const kept = { ...old, kind: old.kind, about: old.about };
  const fact = change.text === undefined ? kept : readChange(understand, old, change.text);
  const row = rowOf(userId, fact, change.text ?? old.said, now, change.months ?? months);
  const expires_at = change.months === undefined && change.text === undefined ? old.expires_at : row.expires_at;
  return ctx.db.transaction().execute(async (tx) => {
    await deleteFacts(tx, userId, id);
    const [changed] = await upsertFacts(tx, [{ ...row, id, expires_at, learnt_at: old.learnt_at }]);
    return changed!;
  });
}

/** The new value of the same kind of fact: a bare value ("US 10", "silk") is enough. */
function readChange(understand: Understand, { kind, about }: FactRow, text: string): OwnFact {
  const asStatement =
    { size: `my size is ${text}`, avoid: `I never wear ${text}`, like: `I love ${text}` }[
      kind as 'size' | 'avoid' | 'like'
    ] ?? `my budget is under ${text}`;
  for (const words of [text, asStatement]) {
    const fact = readAboutOneself(understand(words), about === 'shoes').find((one) => one.kind === kind);
    if (fact) return { ...fact, about };
  }
  throw MemoryError.nothingSaid();
}

export async function forget(ctx: Ctx, id?: string): Promise<void> {
  const { userId } = requireMember(ctx.actor);
  const forgotten = await deleteFacts(ctx.db, userId, id);
  if (id !== undefined && forgotten === 0) throw MemoryError.notFound();
}

function rowOf(userId: string, { kind, about, slot, meaning }: OwnFact, said: string, now: number, keptMonths: number) {
  return {
    id: createId('mem', now),
    user_id: userId,
    kind,
    about,
    slot,
    meaning: JSON.stringify(meaning),
    said,
    learnt_at: new Date(now),
    expires_at: new Date(now + keptMonths * monthMs),
  };
}
