export type { AssistantEngines } from './engines.ts';
export { assistantRoutes } from './routes.ts';
