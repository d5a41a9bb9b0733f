export type { ImportLanguage } from './canonical-values.ts';
export { parseMapText, readExampleMap } from './example-maps.ts';
export { type FetchLimits, fetchLimits } from './fetch-picture.ts';
export { type FileImport, importFile } from './import-file.ts';
export { type ImportMap, parseImportMap } from './import-map.ts';
export { createImportRuns, type ImportRuns } from './import-runs.ts';
export { type ImportFormat, mapFor } from './open-import.ts';
export { importRoutes } from './routes.ts';
export { findOrPlanCloset, handleFrom } from './target-closet.ts';
