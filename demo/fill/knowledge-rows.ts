import type { DocumentRow, QuestionInput as NewQuestion, ReviewInput, saveQuestions } from '#modules/knowledge-base';
import { demoSource } from './catalog-rows.ts';
import type { DemoTime } from './demo-time.ts';
import { createRandom, pickNumber } from './seeded-random.ts';
import type { World } from './world.ts';

type QuestionInput = Parameters<typeof saveQuestions>[1][number];

const minuteMs = 60_000;

export function reviewRows(world: World, time: DemoTime): ReviewInput[] {
  const numberOf = createCounter();
  return world.reviews.map((review) => {
    const sourceId = `${review.product}-${numberOf(review.product)}`;
    return {
      id: `rev_${sourceId}`,
      source: demoSource,
      source_id: sourceId,
      product_id: review.product,
      author: review.author,
      author_id: null,
      rating: review.rating,
      title: null,
      text: review.text,
      language: review.language,
      verified: review.verified,
      helpful: review.helpful,
      size_bought: review.sizeBought ?? null,
      height_cm: review.heightCm ?? null,
      fit: review.fit ?? null,
      written_at: time.at(review.daysAgo, sourceId),
      import_hash: null,
    };
  });
}

/** Questions with their answers; an answer never comes before its question. */
export function questionRows(world: World, time: DemoTime): QuestionInput[] {
  const numberOf = createCounter();
  return world.questions.map((asked) => {
    const about = asked.listing ?? asked.product ?? '';
    const sourceId = `${about}-${numberOf(about)}`;
    const askedAt = time.at(asked.daysAgo, sourceId);
    const question: NewQuestion = {
      id: `que_${sourceId}`,
      source: demoSource,
      source_id: sourceId,
      listing_id: asked.listing,
      product_id: asked.product,
      asker: asked.asker,
      asker_id: null,
      text: asked.text,
      language: asked.language,
      asked_at: askedAt,
      import_hash: null,
    };
    const answers = asked.answers.map((answer, index) => {
      const soonest = askedAt.getTime() + (index + 1) * 7 * minuteMs;
      const at = time.at(answer.daysAgo, `${sourceId} ${index}`).getTime();
      return {
        id: `ans_${sourceId}-${index + 1}`,
        written_by: answer.by,
        author: answer.author,
        author_id: null,
        text: answer.text,
        language: asked.language,
        answered_at: new Date(Math.max(at, soonest)),
      };
    });
    return { ...question, answers };
  });
}

export function documentRows(world: World, time: DemoTime): DocumentRow[] {
  return world.guides.map((guide) => ({
    id: `doc_${guide.slug}`,
    slug: guide.slug,
    title: guide.title,
    language: guide.language,
    kind: guide.kind,
    categories: guide.categories,
    topics: guide.topics,
    source: guide.source,
    body: guide.body,
    updated_at: time.at(pickNumber(createRandom(guide.slug), 20, 240), guide.slug),
  }));
}

function createCounter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next);
    return next;
  };
}
