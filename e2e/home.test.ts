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

test('an address that leads nowhere says so, with the box at hand', async ({ page, allowErrors }) => {
  allowErrors(/404/);
  const response = await page.goto('/nowhere');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expect(page.getByRole('searchbox').first()).toBeVisible();
});
