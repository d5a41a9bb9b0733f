import { type Answer, composeAnswer } from '#engines/answer';
import { type Language, type OwnFact, readAboutOneself, type Understanding } from '#engines/language';
import { CatalogError, findCard, readSummaries } from '#modules/catalog';
import { applyMemory, isAboutShoes, recall } from '#modules/memory';
import type { Search } from '#modules/search';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import { createDatabaseSources } from './database-sources.ts';
import type { AssistantEngines } from './engines.ts';
import { AssistantError } from './errors.ts';
import { type FollowUp, type InSight, type LastSaid, readFollowUp, shownIn } from './follow-up.ts';
import { type Gathered, gather } from './gather.ts';
import { planWithModel } from './model/plan-with-model.ts';
import { rewordAnswer } from './model/reword-answer.ts';
import { canRead } from './policy.ts';
import { type AnswerRow, findConversation, findLastAnswer, insertAnswer, insertConversation } from './queries.ts';
import type { SourcePage, StoredAnswer } from './tables.ts';

export type AskInput = {
  text: string;
  locale?: Language;
  conversationId?: string;
  listingId?: string;
  /** Listings in the order the asker sees them; without, those of the conversation's last answer. */
  inSight?: string[];
  /** Keys of chips that do not count. */
  without?: string[];
};

export type Asked = {
  answerId: string;
  conversationId: string;
  locale: Language;
  isNewConversation: boolean;
  last?: LastSaid;
  /** Listings that can be pointed at by their place. */
  inSight: string[];
};

/** Where and as what a question is asked: the conversation it goes on with, or a new one. Throws when it is not the asker's. */
export async function openQuestion(
  ctx: Ctx,
  input: AskInput,
  detectLocale: (text: string) => Language,
): Promise<Asked> {
  if (input.listingId !== undefined && !(await findCard(ctx.db, input.listingId))) throw CatalogError.listingNotFound();
  const now = ctx.clock.now();
  const locale = input.locale ?? detectLocale(input.text);
  const answerId = createId('ans', now);
  const inSight = input.inSight ?? [];
  if (input.conversationId === undefined) {
    return { answerId, conversationId: createId('con', now), locale, isNewConversation: true, inSight };
  }
  const conversation = await findConversation(ctx.db, input.conversationId);
  if (!conversation || !canRead(ctx.actor, conversation)) throw AssistantError.conversationNotFound();
  const last = await findLastAnswer(ctx.db, conversation.id);
  return {
    answerId,
    conversationId: conversation.id,
    locale,
    isNewConversation: false,
    last: last && {
      understanding: last.answer.understanding,
      listingId: last.listing_id,
      clarified: last.answer.clarified ?? [],
      without: last.answer.without ?? [],
    },
    inSight: inSight.length > 0 || !last ? inSight : shownIn(last.answer),
  };
}

export type Planned = {
  understanding: Understanding;
  gathered: Gathered;
  about: FollowUp['about'];
  without: string[];
  offers: OwnFact[];
};

/** Understand, plan and gather. */
export async function planAnswer(
  ctx: Ctx,
  options: { search: Search; engines: AssistantEngines; input: AskInput; asked: Asked },
): Promise<Planned> {
  const { input, asked, search } = options;
  const nothing = { must: [], wishes: [], terms: [] };
  const understood = search.understand(input.text, {
    context: { listing: input.listingId !== undefined, previous: asked.last && nothing },
  });
  const sources = createDatabaseSources(ctx, search, options.engines);
  const own = await planWithModel(options.engines, search, sources, understood);
  const seen = await readInSight(ctx, [...asked.inSight, ...(input.listingId ? [input.listingId] : [])]);
  const read = readFollowUp({
    own,
    last: asked.last,
    inSight: asked.inSight.flatMap((id) => seen.get(id) ?? []),
    listing: input.listingId === undefined ? undefined : seen.get(input.listingId),
  });
  const without = [...new Set([...(asked.last?.without ?? []), ...(input.without ?? [])])];
  const facts = await recall(ctx);
  const followUp = { ...read, understanding: withAsker(search, read, facts, without) };
  const gathered = await gather(sources, {
    understanding: followUp.understanding,
    locale: asked.locale,
    listingId: input.listingId,
    followUp,
    clarified: asked.last?.clarified,
  });
  // What was gathered may show what was meant: two pieces named by their titles are compared, not their kinds.
  const understanding = { ...gathered.input.understanding, text: input.text };
  const isShoes = isAboutShoes(search.language, followUp.understanding.need);
  const isKnown = (fact: OwnFact) =>
    facts.some(({ kind, meaning }) => kind === fact.kind && meaning.key === fact.meaning.key);
  const said = ctx.actor.kind === 'member' ? readAboutOneself(own, isShoes) : [];
  return { understanding, gathered, about: followUp.about, without, offers: said.filter((fact) => !isKnown(fact)) };
}

/** What is looked for, with what is remembered of the asker and without what they took off. */
function withAsker(search: Search, read: FollowUp, facts: OwnFact[], without: string[]): Understanding {
  const { about, understanding } = read;
  if (about.kind !== 'anything' && about.kind !== 'like') return understanding;
  const remembered = applyMemory(search.language, understanding, facts);
  const isKept = ({ key }: { key: string }) => !without.includes(key);
  const { need } = remembered;
  return { ...remembered, need: { ...need, must: need.must.filter(isKept), wishes: need.wishes.filter(isKept) } };
}

async function readInSight(ctx: Ctx, ids: string[]): Promise<Map<string, InSight>> {
  if (ids.length === 0) return new Map();
  const summaries = await readSummaries(ctx, ids);
  return new Map(summaries.map((summary) => [summary.id, summary]));
}

/** Facets that were asked about in this conversation, with what this answer asks. */
function clarifiedBy(answer: Answer, last: LastSaid | undefined): string[] {
  const asks = answer.parts.flatMap((part) => (part.type === 'clarification' ? [part.facet] : []));
  return [...new Set([...(last?.clarified ?? []), ...asks])];
}

/** Compose, verify and store; the answer can be read again at /assistant/answers/{id}. */
export async function finishAnswer(
  ctx: Ctx,
  options: {
    engines: AssistantEngines;
    input: AskInput;
    asked: Asked;
    planned: Planned;
    startedAt: number;
  },
): Promise<AnswerRow> {
  const { asked, input, planned } = options;
  const { understanding, gathered } = planned;
  const { answer: composed, dropped } = composeAnswer(options.engines, gathered.input, asked.locale);
  if (dropped.length > 0)
    ctx.log.warn({ answerId: asked.answerId, dropped: dropped.length }, 'sentences did not hold and were left out');

  const { answer, refused } = await rewordAnswer(ctx, options.engines, composed);
  const stored: StoredAnswer = {
    understanding,
    answer,
    sources: sourcesOf(answer, gathered.pages),
    sourcesRead: gathered.sourcesRead,
    clarified: clarifiedBy(answer, asked.last),
    without: planned.without,
    offers: planned.offers,
  };
  const now = ctx.clock.now();
  const row: AnswerRow = {
    id: asked.answerId,
    conversation_id: asked.conversationId,
    listing_id: planned.about.kind === 'listing' ? planned.about.listingId : (input.listingId ?? null),
    text: input.text,
    intent: understanding.intent,
    need: understanding.need,
    answer: stored,
    dropped: [...dropped, ...refused],
    asked_at: new Date(now),
    took_ms: performance.now() - options.startedAt,
  };
  await ctx.db.transaction().execute(async (tx) => {
    if (asked.isNewConversation) {
      const userId = ctx.actor.kind === 'member' ? ctx.actor.userId : null;
      await insertConversation(tx, {
        id: asked.conversationId,
        user_id: userId,
        locale: asked.locale,
        started_at: row.asked_at,
      });
    }
    await insertAnswer(tx, row);
  });
  return row;
}

function sourcesOf(answer: Answer, pages: Gathered['pages']): Record<string, SourcePage> {
  const entries = answer.citations.flatMap(({ passageId }) => {
    const page = pages(passageId);
    return page ? [[passageId, page] as const] : [];
  });
  return Object.fromEntries(entries);
}
