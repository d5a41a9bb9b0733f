export { applyMemory, isAboutShoes } from './apply-memory.ts';
export { recall } from './remember.ts';
export { memoryRoutes } from './routes.ts';
