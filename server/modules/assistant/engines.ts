import type { AnswerTools } from '#engines/answer';
import type { WordVectors } from '#engines/vectors';

/** The pure engines an answer is made with, made once at start. */
export type AssistantEngines = AnswerTools & { vectors: WordVectors | undefined };
