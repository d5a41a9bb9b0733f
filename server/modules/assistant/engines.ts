import type { AnswerTools } from '#engines/answer';
import type { WordVectors } from '#engines/vectors';
import type { LanguageModel } from './model/language-model.ts';

/** What an answer is made with, made once at start: the pure engines and, where one is configured, a language model. */
export type AssistantEngines = AnswerTools & {
  vectors: WordVectors | undefined;
  languageModel?: LanguageModel;
};
