export { createTestApp, type Person, type TestApp } from './create-test-app.ts';
export { createTestDatabase } from './create-test-database.ts';
export { makeCloset, makeListing, makeProduct, untilSearch } from './factories.ts';
export { type LocalModel, type ModelTurn, startLocalModel } from './local-model.ts';
export { type PlayedPage, type PlayedSite, playSite } from './play-site.ts';
