import { defineConfig } from 'vitest/config';

const unit = ['{server/engines,knowledge,demo,contract,eval}/**/*.test.ts', 'web/src/**/*.test.ts'];
const integration = ['{server/platform,server/modules,bench,testing,bin}/**/*.test.ts', 'server/*.test.ts'];
const shared = { environment: 'node' as const, testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'unit', include: unit } },
      { test: { ...shared, name: 'integration', include: integration, globalSetup: 'testing/global-setup.ts' } },
    ],
  },
});
