import { expect, openAlive, test } from './pages.ts';
import { signUp } from './people.ts';

test('a closet tells who keeps it and what they have', async ({ page }) => {
  await page.goto('/closets/margit-and-daughter');
  await expect(page.getByRole('heading', { level: 1, name: 'Margit & daughter' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Harrow Bay');
  await expect(page.getByRole('main')).toContainText(/\d+ things for sale/);
  const cards = page.locator('[data-listing]');
  const first = await cards.count();
  expect(first).toBeGreaterThan(3);
});

test('a long closet goes on, also by its plain link', async ({ page }) => {
  const closet = await page.request.get('/api/v1/closets/margit-and-daughter').then((response) => response.json());
  await openAlive(page, '/closets/margit-and-daughter');
  await expect
    .poll(async () => {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      return page.locator('[data-listing]').count();
    })
    .toBe(closet.listings);
});

test('following is at once, stays, and can be taken back', async ({ page }) => {
  await signUp(page);
  await openAlive(page, '/closets/margit-and-daughter');
  const button = page.getByRole('button', { name: 'Follow Margit & daughter' });
  const done = page.waitForResponse((response) => response.url().endsWith('/follow'));
  await button.click();
  await expect(button).toHaveText('Following');
  await done;
  await openAlive(page, '/closets/margit-and-daughter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(button).toHaveText('Follow');
});

test('a visitor who would follow signs in first and comes back', async ({ page }) => {
  await page.goto('/closets/margit-and-daughter');
  await page.getByRole('link', { name: 'Follow Margit & daughter' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fclosets%2Fmargit-and-daughter$/);
});

test('a closet that is not there says so', async ({ page, allowErrors }) => {
  allowErrors(/404/);
  const response = await page.goto('/closets/nobody-here');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('what one likes is kept in one place', async ({ page }) => {
  await signUp(page);
  await openAlive(page, '/listings/velvet-column-dress-red-us8');
  const done = page.waitForResponse((response) => response.url().endsWith('/like'));
  await page.getByRole('button', { name: 'Like Velvet column dress, floor-length' }).first().click();
  await done;
  await page.goto('/likes');
  await expect(page.getByRole('link', { name: 'Velvet column dress, floor-length' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1 thing');
});
