import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,contract,knowledge,demo,eval,bench,testing,bin}/**/*.test.ts', 'web/src/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
