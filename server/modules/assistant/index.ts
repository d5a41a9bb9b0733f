export { conversationRoutes } from './conversation-routes.ts';
export type { AssistantEngines } from './engines.ts';
export { feedbackRoutes } from './feedback-routes.ts';
export { type EvidenceSources, type Gathered, gather } from './gather.ts';
export { createLanguageModel } from './model/language-model.ts';
export { assistantRoutes } from './routes.ts';
