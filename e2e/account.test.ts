import { expect, openAlive, test } from './pages.ts';
import { newEmail, password, signUp } from './people.ts';

test('a newcomer makes an account, comes back to where they were, and signs out', async ({ page }) => {
  await page.goto('/sign-up?next=%2Flikes');
  await page.getByLabel('Your name').fill('Mina');
  await page.getByLabel('E-mail').fill(newEmail());
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Make an account' }).click();
  await expect(page).toHaveURL(/\/likes$/);
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();

  await page.goto('/you');
  await expect(page.getByRole('heading', { level: 1, name: 'Mina' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/likes');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Flikes$/);
});

test('what is typed before the page has come alive stays', async ({ page }) => {
  let arrive = () => {};
  const scripts = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto('/sign-up', { waitUntil: 'commit' });
  await page.getByLabel('Your name').fill('Mina');
  await page.getByRole('searchbox').fill('red dress');
  arrive();
  await expect(page.locator('html[data-alive]')).toBeAttached();
  await expect(page.getByLabel('Your name')).toHaveValue('Mina');
  await expect(page.getByRole('searchbox')).toHaveValue('red dress');
});

test('what is wrong stands beside its field, and what was typed is kept', async ({ page }) => {
  await openAlive(page, '/sign-up');
  await page.getByLabel('Your name').fill('Mina');
  await page.getByLabel('E-mail').fill('nonsense');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Make an account' }).click();
  const email = page.getByLabel('E-mail');
  await expect(email).toHaveAccessibleDescription(/not an e-mail address/);
  await expect(email).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/10 to 200 characters/);
  await expect(page.getByLabel('Your name')).toHaveValue('Mina');
  await expect(email).toHaveValue('nonsense');
});

test('a member opens a closet of their own, and a taken address is refused beside its field', async ({ page }) => {
  await signUp(page);
  await openAlive(page, '/you');
  await page.getByLabel('Name of the closet').fill('Mina’s shelf');
  await page.getByLabel('Its address').fill('margit-and-daughter');
  await page.getByRole('button', { name: 'Open your closet' }).click();
  await expect(page.getByLabel('Its address')).toHaveAccessibleDescription(/Another closet has this address/);
  const handle = `mina-${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel('Its address').fill(handle);
  await page.getByRole('button', { name: 'Open your closet' }).click();
  await expect(page).toHaveURL(new RegExp(`/closets/${handle}$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Mina’s shelf' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your window is empty for now' })).toBeVisible();
});

test.describe('at any width', () => {
  test.skip(({ isMobile }) => isMobile, 'tried once, on the desktop');

  test('the password can be shown and hidden, and stays as typed', async ({ page }) => {
    await openAlive(page, '/sign-in');
    const field = page.locator('input[name="password"]');
    await field.fill('correct horse');
    await page.getByRole('button', { name: 'Show password' }).click();
    await expect(field).toHaveAttribute('type', 'text');
    await expect(field).toHaveValue('correct horse');
    await page.getByRole('button', { name: 'Show password' }).click();
    await expect(field).toHaveAttribute('type', 'password');
  });

  test('a wrong password is said of the whole form, in the reader’s language', async ({ page }) => {
    await openAlive(page, '/fa/sign-in');
    await page.getByLabel('ایمیل').fill(newEmail());
    await page.locator('input[name="password"]').fill('not the password');
    await page.getByRole('main').getByRole('button', { name: 'ورود' }).click();
    await expect(page.getByRole('alert')).toContainText('درست نیست');
  });

  test('signing in never leads to another site', async ({ page, baseURL }) => {
    const { email } = await signUp(page);
    await page.context().clearCookies();
    await page.goto('/sign-in?next=%2F%2Felsewhere.example');
    await page.getByLabel('E-mail').fill(email);
    await page.locator('input[name="password"]').fill(password);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(new URL('/', baseURL).href);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('one signs up, likes, follows and signs out', async ({ page }) => {
    await page.goto('/sign-up');
    await page.getByLabel('Your name').fill('Noor');
    await page.getByLabel('E-mail').fill(newEmail());
    await page.locator('input[name="password"]').fill(password);
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.goto('/closets/margit-and-daughter');
    await page.getByRole('button', { name: 'Follow Margit & daughter' }).click();
    await expect(page.getByRole('button', { name: 'Follow Margit & daughter' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.locator('[data-listing]').first().getByRole('button', { name: /^Like/ }).click();
    await page.goto('/likes');
    await expect(page.locator('[data-listing]')).toHaveCount(1);
    await page.goto('/you');
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/you');
    await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
  });
});
