export type { AssistantEngines } from './engines.ts';
export { type EvidenceSources, type Gathered, gather } from './gather.ts';
export { assistantRoutes } from './routes.ts';
