export { createTestApp, type TestApp } from './create-test-app.ts';
export { createTestDatabase } from './create-test-database.ts';
