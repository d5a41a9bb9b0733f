export type { AnswerTools } from './answer-context.ts';
export type {
  AnswerInput,
  CatalogueSummary,
  CategoryResearchInput,
  CourtesyInput,
  GiftInput,
  ListingComparisonInput,
  ListingEvidence,
  ListingOverviewInput,
  ListingQuestionInput,
  NotInSightInput,
  RecommendationInput,
  Split,
  TypeComparisonInput,
} from './answer-input.ts';
export type { Answer, AnswerPart, Citation, Claim, Sentence } from './answer-types.ts';
export { attributeName, attributeText } from './attribute-words.ts';
export { summariseCatalogue } from './category-research.ts';
export { DECIDING_FACETS } from './clarify.ts';
export { type ComposedAnswer, composeAnswer } from './compose-answer.ts';
export { plainText } from './plain-text.ts';
export {
  applyRewordings,
  type RefusedRewording,
  type Rewording,
  wordableSentences,
} from './rewording/apply-rewordings.ts';
export { suggestForListing, suggestQuestions } from './suggest-questions.ts';
export { type DroppedSentence, type VerifiedAnswer, verifyAnswer } from './verify-answer.ts';
