import { test as base, expect, type Page } from '@playwright/test';

/** Every test fails on a console error or an uncaught exception, unless it says which it expects. */
export const test = base.extend<{ allowErrors: (pattern: RegExp) => void }>({
  allowErrors: [
    async ({ page }, use) => {
      const problems: string[] = [];
      const allowed: RegExp[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await use((pattern) => allowed.push(pattern));
      expect(problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a page and waits until its scripts have taken over; without them its links and forms work, its keys do not. */
export async function openAlive(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  await page.locator('html[data-alive]').waitFor();
}

export { expect };
