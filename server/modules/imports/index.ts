export { parseMapText, readExampleMap } from './example-maps.ts';
export { fetchLimits } from './fetch-picture.ts';
export { importFile } from './import-file.ts';
export type { ImportMap } from './import-map.ts';
export { createImportRuns } from './import-runs.ts';
export { mapFor } from './open-import.ts';
export { importRoutes } from './routes.ts';
export { findOrPlanCloset, handleFrom } from './target-closet.ts';
