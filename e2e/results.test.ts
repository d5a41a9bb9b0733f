import { expect, openAlive, test } from './pages.ts';

const dress = '/search?q=red+long+dress+with+a+big+bow+under+%24120';

test('what was understood stands as chips, and a chip can be taken off and put back', async ({ page }) => {
  await page.goto(dress);
  const needs = page.getByRole('region', { name: 'What was understood' });
  await expect(needs.getByRole('link', { name: 'Take off: Red' })).toBeVisible();
  await expect(needs.getByRole('link', { name: 'Take off the wish: Big bow' })).toBeAttached();
  await needs.getByRole('link', { name: 'Take off: Red' }).click();
  await expect(needs.getByRole('link', { name: 'Take off: Red' })).toHaveCount(0);
  await needs.getByRole('link', { name: 'Put back what was taken off' }).click();
  await expect(needs.getByRole('link', { name: 'Take off: Red' })).toBeVisible();
});

test('near misses stand apart, each saying what bends', async ({ page }) => {
  await page.goto(dress);
  const near = page.getByRole('region', { name: 'If you can bend one thing' });
  await expect(near).toContainText('Price and size never bend.');
  const cards = near.locator('[data-listing]:visible');
  for (let at = 0; at < (await cards.count()); at++) await expect(cards.nth(at)).toContainText(/, not |: not stated/);
});

test('filters narrow the results, show as chosen and can be cleared', async ({ page }) => {
  await page.goto('/search?q=headphones');
  await page.getByRole('link', { name: /^Filters/ }).click();
  const panel = page.getByRole('dialog', { name: 'Filters' });
  await panel.getByLabel('Up to').fill('40');
  await panel.getByRole('button', { name: 'Show results' }).click();
  await expect(page).toHaveURL(/to=40/);
  await expect(panel).toBeHidden();
  await expect(page.getByRole('link', { name: 'Take off: Up to $40' })).toBeVisible();
  const prices = await page.locator('[data-listing] .price > span').allInnerTexts();
  expect(prices.length).toBeGreaterThan(0);
  for (const price of prices) expect(Number(price.replace(/[^\d.]/g, ''))).toBeLessThanOrEqual(40);
  await page.getByRole('link', { name: 'Take off: Up to $40' }).click();
  await expect(page).not.toHaveURL(/to=40/);
});

test('the filters close by key, and the keyboard is back where it was', async ({ page }) => {
  await openAlive(page, '/search?q=headphones');
  const opener = page.getByRole('link', { name: /^Filters/ });
  await opener.focus();
  await opener.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Filters' });
  await expect(panel).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page).toHaveURL(/q=headphones$/);
  await expect(opener).toBeFocused();
});

test('plain words give results, and the answer on request', async ({ page }) => {
  await page.goto('/search?q=headphones');
  await expect(page.getByRole('heading', { name: 'Answer' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Answer and results' }).click();
  await expect(page.getByRole('heading', { name: 'Answer' })).toBeVisible();
});

test('a question streams an answer whose citations open the span they rest on', async ({ page }) => {
  await page.goto('/search?q=entry-level+headphones+with+strong+bass');
  const answer = page.getByRole('region', { name: 'Answer' });
  const mark = answer.getByRole('link', { name: /^Source 1:/ }).first();
  await expect(mark).toBeVisible({ timeout: 30_000 });
  await mark.click();
  const source = page.locator('[popover]:popover-open');
  await expect(source.locator('mark')).not.toBeEmpty();
  await expect(source.getByRole('link', { name: 'Read it there' })).toHaveAttribute('href', /^\/(listings|guides)\//);
  await page.keyboard.press('Escape');
  await expect(source).toHaveCount(0);
  await expect(answer.getByRole('textbox', { name: 'Ask more, or change something' })).toBeVisible();
});

test('an answer that does not arrive says so and can be asked again', async ({ page, allowErrors }) => {
  allowErrors(/Failed to load resource/);
  await page.route('**/api/v1/assistant/answers', (route) => route.abort());
  await page.goto('/search?q=headphones+for+hiking+outdoors');
  await expect(page.getByRole('alert')).toContainText('The answer did not arrive');
  await page.unroute('**/api/v1/assistant/answers');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByRole('link', { name: /^Source 1:/ }).first()).toBeVisible({ timeout: 30_000 });
});

test('what nobody sells shows the empty window and a way on', async ({ page }) => {
  await page.goto('/search?q=&to=1');
  await expect(page.getByRole('heading', { name: 'Nothing here fits all of it' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('search, order, filters, pages and the answer all work', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox').first().fill('headphones for hiking outdoors');
    await page.getByRole('searchbox').first().press('Enter');
    await expect(page.locator('[data-listing]').first()).toBeVisible();
    await page.getByRole('link', { name: 'Get an answer' }).click();
    await expect(
      page
        .getByRole('region', { name: 'Answer' })
        .getByRole('link', { name: /^Source 1:/ })
        .first(),
    ).toBeVisible();
    await page.goto('/search?q=headphones');
    await page.getByRole('link', { name: /^Filters/ }).click();
    const panel = page.getByRole('dialog', { name: 'Filters' });
    await panel.getByLabel('Up to').fill('40');
    await panel.getByRole('button', { name: 'Show results' }).click();
    await expect(page.getByRole('link', { name: 'Take off: Up to $40' })).toBeVisible();
    await expect(panel).toHaveCount(0);
    await page.goto('/search?q=headphones&sort=price-ascending');
    const first = await page.locator('[data-listing]').first().getAttribute('data-listing');
    await page.getByRole('link', { name: 'Show more' }).click();
    await expect(page.locator('[data-listing]').first()).not.toHaveAttribute('data-listing', first ?? '');
  });
});
