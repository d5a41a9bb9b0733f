import { expect, test } from './pages.ts';

test('the box is the headline, and a try-chip runs its question', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('searchbox', { name: 'Search or ask' })).toBeVisible();
  await page.getByRole('link', { name: 'Headphones for hiking' }).click();
  await expect(page).toHaveURL(/\/search\?q=headphones\+for\+hiking/);
  await expect(page.getByRole('heading', { name: 'Answer' })).toBeVisible();
});

test('a category leads to its listings', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('region', { name: 'Categories' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/search\?category=/);
  await expect(page.locator('[data-listing]').first()).toBeVisible();
});

test('the feed goes on by itself, and coming back finds the place again', async ({ page }) => {
  await page.goto('/');
  const cards = page.locator('[data-listing]');
  const atFirst = await cards.count();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 4000);
      await page.evaluate(() => scrollBy(0, 4000));
      return cards.count();
    })
    .toBeGreaterThan(atFirst);
  const far = cards.nth(atFirst + 2);
  await far.scrollIntoViewIfNeeded();
  const id = await far.getAttribute('data-listing');
  await far.getByRole('heading').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/listings/${id}`));
  await page.goBack();
  await expect(page.locator(`[data-listing="${id}"]`)).toBeInViewport();
});

test('the page is in the language and light that the reader chose, also on the next visit', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'فارسی' }).click();
  await expect(page).toHaveURL(/\/fa$/);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('contentinfo').getByRole('button', { name: 'تیره' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/');
  await expect(page).toHaveURL(/\/fa$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('an address that leads nowhere says so, with the box at hand', async ({ page, allowErrors }) => {
  allowErrors(/404/);
  const response = await page.goto('/nowhere');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expect(page.getByRole('searchbox').first()).toBeVisible();
});
