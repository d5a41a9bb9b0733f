export { createTestApp, type TestApp } from './create-test-app.ts';
export { createTestDatabase } from './create-test-database.ts';
export { makeCloset, makeListing, makeProduct, untilSearch } from './factories.ts';
export { type LocalModel, type ModelTurn, startLocalModel } from './local-model.ts';
