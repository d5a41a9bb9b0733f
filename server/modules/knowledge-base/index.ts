export { gatherGuides, gatherPassages, type ListingFacts } from './passages.ts';
export { knowledgeRoutes } from './routes.ts';
export { type SaveCounts, saveDocuments, saveQuestions, saveReviews } from './save.ts';
export type { DocumentRow, QuestionRow, ReviewRow } from './tables.ts';
