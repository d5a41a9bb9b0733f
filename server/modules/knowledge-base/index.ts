export { type ListingFacts, makeGuidePassages, makePassages } from './make-passages.ts';
export { gatherGuides, gatherPassages } from './passages.ts';
export { type DocumentName, findDocumentNames } from './queries.ts';
export { findQuestion, type QuestionWithAnswers } from './question-queries.ts';
export { knowledgeRoutes } from './routes.ts';
export { removeDocuments, type SaveCounts, saveDocuments, saveQuestions, saveReviews } from './save.ts';
export type { DocumentRow, QuestionInput, ReviewInput } from './tables.ts';
