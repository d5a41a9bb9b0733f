/** The language engine: tokens, languages, concepts and what a shopper's words mean. Pure; see `createLanguage`. */

export {
  asksForOwnSize,
  type OwnFact,
  REMEMBERED,
  readAboutOneself,
  withMemory,
  withoutTastes,
} from './about-oneself.ts';
export { detectLanguage } from './detect-language.ts';
export { type ConceptHit, createLanguage, type LanguageEngine } from './language.ts';
export { mergeNeeds } from './merge-needs.ts';
export type {
  Constraint,
  FacetName,
  Intent,
  Language,
  Need,
  Reference,
  SizeValue,
  Span,
  Understanding,
  Wish,
} from './need.ts';
export { type Pointing, readPointing } from './pointed-at.ts';
export { minorUnits } from './prices.ts';
export { type Comparable, refineNeed } from './refine-need.ts';
export { normaliseSize, sizesEquivalent } from './size-equivalence.ts';
export { stem } from './stem.ts';
export { type Token, tokenize } from './tokenize.ts';
export type { UnderstandOptions } from './understand.ts';
export { normaliseBrand, type Vocabulary } from './vocabulary.ts';
