import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, openAlive, test } from './pages.ts';
import { signUp } from './people.ts';

type Hostile = { id: string; form: string; text: string };

/** Mark-up, hidden text and characters that act, in three languages. */
const hostile = ['en', 'zh', 'fa']
  .flatMap((language) => readFileSync(`eval/injection/${language}.jsonl`, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Hostile)
  .filter(({ form }) => ['markup', 'hidden-text', 'bidi', 'role-marker'].includes(form));

/** Fails where anything of a text runs, opens or becomes an element of its own. */
async function expectOnlyText(page: Page, within = 'main'): Promise<void> {
  const found = await page.locator(within).evaluate((main) => ({
    scripts: [...main.querySelectorAll('script')].filter((script) =>
      /^\s*(?:alert|document\.title)/.test(script.textContent ?? ''),
    ).length,
    handlers: main.querySelectorAll('[onerror], [onload], iframe, a[href^="javascript:"]').length,
    strangers: [...main.querySelectorAll('a, img')].filter((element) =>
      /(?:evil|track)\.example$/.test(
        new URL((element as HTMLAnchorElement).href || (element as HTMLImageElement).src || '/', document.baseURI)
          .hostname,
      ),
    ).length,
  }));
  expect(found).toEqual({ scripts: 0, handlers: 0, strangers: 0 });
  expect(await page.title()).not.toBe('owned');
}

test('hostile words in a closet are only words', async ({ page }) => {
  page.on('dialog', () => expect('a dialog opened').toBe('nothing'));
  const name = hostile.find(({ form }) => form === 'markup')!.text.slice(0, 60);
  await signUp(page, '<img src=x onerror=alert(1)>');
  const handle = `closet-${crypto.randomUUID().slice(0, 8)}`;
  const story = hostile
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 1900);
  const response = await page.request.post('/api/v1/closets', { data: { handle, name, story } });
  expect(response.status(), await response.text()).toBe(201);
  await openAlive(page, `/closets/${handle}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<script>');
  await expectOnlyText(page);
  await openAlive(page, '/you');
  await expectOnlyText(page);
});

test('hostile words as a question are asked as words, and change nothing', async ({ page }) => {
  page.on('dialog', () => expect('a dialog opened').toBe('nothing'));
  for (const { text } of hostile.filter(({ form }) => form === 'markup').slice(0, 4)) {
    await openAlive(page, `/search?q=${encodeURIComponent(`${text} is it good?`)}`);
    await expectOnlyText(page, 'body');
  }
  await openAlive(page, '/listings/lowfield-thud-black');
  await signUp(page);
  for (const { text } of hostile.slice(0, 5)) {
    const asked = await page.request.post('/api/v1/listings/lowfield-thud-black/questions', { data: { text } });
    expect([201, 422]).toContain(asked.status());
  }
  await openAlive(page, '/listings/lowfield-thud-black');
  await expectOnlyText(page);
});
