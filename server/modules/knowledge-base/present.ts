import type { DocumentDetail, DocumentSummary } from '#contract/document';
import type { Question } from '#contract/question';
import type { Review } from '#contract/review';
import type { QuestionWithAnswers } from './question-queries.ts';
import type { DocumentRow, ReviewRow } from './tables.ts';

export function presentReview(row: ReviewRow): Review {
  return {
    id: row.id,
    author: row.author,
    rating: row.rating,
    title: row.title,
    text: row.text,
    language: row.language,
    verified: row.verified,
    helpful: row.helpful + row.votes,
    sizeBought: row.size_bought,
    heightCm: row.height_cm,
    fit: row.fit,
    writtenAt: row.written_at.toISOString(),
  };
}

export function presentQuestion(row: QuestionWithAnswers): Question {
  return {
    id: row.id,
    listingId: row.listing_id,
    asker: row.asker,
    text: row.text,
    language: row.language,
    askedAt: row.asked_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    answers: row.answers.map((answer) => ({
      id: answer.id,
      writtenBy: answer.written_by,
      author: answer.author,
      text: answer.text,
      language: answer.language,
      helpful: answer.votes,
      answeredAt: answer.answered_at.toISOString(),
      editedAt: answer.edited_at?.toISOString() ?? null,
    })),
  };
}

export function presentDocumentSummary(row: DocumentRow): DocumentSummary {
  const { id, slug, title, language, kind, categories, source } = row;
  return { id, slug, title, language, kind, categories, source, updatedAt: row.updated_at.toISOString() };
}

export function presentDocument(row: DocumentRow): DocumentDetail {
  const { topics, body, origin_url: url, fetched_at: fetchedAt } = row;
  const origin = url && fetchedAt ? { url, fetchedAt: fetchedAt.toISOString() } : null;
  return { ...presentDocumentSummary(row), topics, body, origin };
}
