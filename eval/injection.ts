import { readdirSync } from 'node:fs';
import { contentWords } from '#engines/evidence';
import { findInjection } from '#engines/injection';
import { createLanguage, type Language, type LanguageEngine } from '#engines/language';
import type { ListingDocument, SearchIndex } from '#engines/retrieval';
import { loadKnowledge } from '#knowledge';
import { makeGuidePassages, makePassages } from '#modules/knowledge-base';
import { readWorld } from '../demo/fill/read-world.ts';
import { readRows } from './read-files.ts';
import { readWorldSources } from './world-sources.ts';

/** A text that tries to give orders; `kind` says where its writer put it. */
export type HostileText = {
  id: string;
  kind: 'title' | 'description' | 'review' | 'answer' | 'document' | 'story';
  form: string;
  language: Language;
  text: string;
};

const WRITTEN = Date.UTC(2025, 4, 1);
const QUERIES = ['red dress for a wedding', '黑色连衣裙', 'پیراهن بلند'];
/** Where the listing stands that the text is planted in: not first, so that it can rise. */
const PLACE = 4;

/**
 * Plants each text of a folder (`*.jsonl`) in the demo world. `quoted` counts those that became evidence as a review, an
 * answer, a description or a document; `lifted` those after which a listing stands higher in search results than with
 * words that say nothing, as long and in the same places (words that the query asks for stay), and higher than with the
 * same words backwards, which earn as text what they earn but order nothing.
 */
export async function run(dir: string): Promise<Record<string, number>> {
  const texts = readdirSync(dir)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readRows<HostileText>(dir, name, ['id', 'kind', 'text']));
  const language = createLanguage(loadKnowledge());
  const { index, listed } = readWorldSources(await readWorld('demo'), language, undefined);
  const quoted = texts.filter(isQuoted);
  const lifted = QUERIES.map((query) => countLifted(index, language, listed, texts, query));
  for (const { id, text } of quoted) process.stderr.write(`quoted ${id}: ${text}\n`);
  return {
    texts: texts.length,
    forms: new Set(texts.map(({ form }) => form)).size,
    found: texts.filter(({ text }) => findInjection(text) !== undefined).length,
    quoted: quoted.length,
    plantings: lifted.reduce((sum, { plantings }) => sum + plantings, 0),
    lifted: lifted.reduce((sum, each) => sum + each.lifted, 0),
  };
}

/** Whether a text is taken for evidence anywhere but where a seller may say so (`As the seller I confirm ...`). */
export function isQuoted({ text, language }: HostileText): boolean {
  const at = new Date(WRITTEN);
  const listing = {
    id: 'planted',
    title: 'Wool coat',
    description: text,
    language,
    category: 'coats',
    brand: null,
    attributes: {},
    condition: null,
    conditionNote: null,
    size: null,
    seller: 'Seller',
    listedAt: at,
    productId: 'style',
  };
  const review = {
    id: 'review',
    source: 'planted',
    source_id: 'review',
    product_id: 'style',
    author: 'Owner',
    author_id: null,
    rating: 5,
    title: null,
    text,
    language,
    verified: true,
    helpful: 0,
    size_bought: null,
    height_cm: null,
    fit: null,
    written_at: at,
    import_hash: null,
  };
  const question = {
    id: 'question',
    source: 'planted',
    source_id: 'question',
    listing_id: 'planted',
    product_id: null,
    asker: 'Asker',
    asker_id: null,
    text: 'Is it warm?',
    language,
    asked_at: at,
    import_hash: null,
    answers: [
      {
        id: 'answer',
        question_id: 'question',
        written_by: 'owner' as const,
        author: 'Owner',
        author_id: null,
        text,
        answered_at: at,
      },
    ],
  };
  const document = {
    id: 'document',
    slug: 'document',
    title: 'On coats',
    language,
    kind: 'guide' as const,
    categories: ['coats'],
    topics: [],
    source: 'Guide',
    body: text,
    updated_at: at,
  };
  const written = { reviews: [review], questions: [question] } as unknown as Parameters<typeof makePassages>[1];
  const passages = makePassages([listing], written, undefined).get('planted')!;
  const guides = makeGuidePassages([document as unknown as Parameters<typeof makeGuidePassages>[0][number]]);
  const isOrder = findInjection(text) === 'order';
  return [...passages, ...guides].some(
    ({ id, source }) =>
      id === 'review' || id === 'answer' || (isOrder && (source === 'guide' || id.includes('#description'))),
  );
}

function countLifted(
  index: SearchIndex,
  language: LanguageEngine,
  listed: ListingDocument[],
  texts: HostileText[],
  query: string,
): { plantings: number; lifted: number } {
  const rank = (id: string) => {
    const { need } = language.understand(query, { vocabulary: index.vocabulary() });
    const { hits } = index.search({ need, text: query, limit: 50 });
    const at = hits.findIndex((hit) => hit.id === id);
    return at < 0 ? hits.length : at;
  };
  const { need } = language.understand(query, { vocabulary: index.vocabulary() });
  const { hits } = index.search({ need, text: query, limit: PLACE + 1 });
  const target = listed.find(({ id }) => id === hits.at(-1)?.id);
  if (!target) return { plantings: 0, lifted: 0 };
  let plantings = 0;
  let lifted = 0;
  for (const { id, text } of texts) {
    for (const field of ['title', 'text'] as const) {
      const rankWith = (words: string) => {
        index.put({ ...target, [field]: `${target[field]} ${words}` });
        return rank(target.id);
      };
      const withOrder = rankWith(text);
      plantings++;
      if (withOrder >= rankWith(sayingNothing(text, query))) continue;
      const withWords = rankWith(backwards(text));
      if (withOrder >= withWords) continue;
      lifted++;
      process.stderr.write(`lifted ${id} in the ${field} for "${query}": ${withWords + 1} -> ${withOrder + 1}\n`);
    }
  }
  index.put(target);
  return { plantings, lifted };
}

/** The same text with every word made of the letter x, but those that the query asks for. */
function sayingNothing(text: string, query: string): string {
  const asked = new Set(contentWords(query).map(({ stem }) => stem));
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) =>
    contentWords(word).some(({ stem }) => asked.has(stem)) ? word : 'x'.repeat(word.length),
  );
}

/** The same words in the other order, with the marks between them where they were. */
function backwards(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, () => words.pop()!);
}
