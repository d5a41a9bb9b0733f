import { expect, openAlive, test } from './pages.ts';
import { signUp } from './people.ts';

const dress = '/listings/velvet-column-dress-red-us8';

test('a question is asked, answered by another, marked as helpful, told of and taken back', async ({
  page,
  browser,
}) => {
  await signUp(page);
  await openAlive(page, dress);
  const asked = `Does the hem unpick easily, number ${Date.now()}?`;
  await page.getByRole('textbox', { name: 'Your question' }).fill(asked);
  await page.getByRole('button', { name: 'Send the question' }).click();
  await expect(page.getByText('Sent. It waits for an answer below.')).toBeVisible();

  const context = await browser.newContext();
  const other = await context.newPage();
  await signUp(other);
  await other.goto(dress);
  // What waits for an answer stands after what has one.
  await other
    .getByRole('region', { name: 'Questions' })
    .getByText(/^Show all/)
    .click();
  await other.locator('li', { hasText: asked }).getByRole('link', { name: 'Answer' }).click();
  await other.getByRole('textbox', { name: 'Answer' }).fill('In ten minutes, with small scissors.');
  await other.getByRole('button', { name: 'Send the answer' }).click();
  await expect(other.getByText('Your answer stands below the question.')).toBeVisible();
  await expect(other.getByText('In ten minutes, with small scissors.')).toBeVisible();

  await page.goto('/notifications');
  await expect(page.getByRole('heading', { name: /answered you about Velvet column dress/ })).toBeVisible();
  await page.getByRole('link', { name: /answered you about/ }).click();
  const answer = page.getByRole('listitem').filter({ hasText: 'small scissors' });
  await answer.getByRole('button', { name: /^Helpful/ }).click();
  await expect(answer.getByRole('button', { name: /^Helpful/ })).toHaveAttribute('aria-pressed', 'true');
  await page.goto('/notifications');
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('All read')).toBeVisible();

  await other.reload();
  await other.getByText('Take back', { exact: true }).click();
  await other.getByRole('button', { name: 'Yes, take it back' }).click();
  await expect(other.getByText('No answer yet')).toBeVisible();
  await context.close();
});
