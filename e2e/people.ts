import type { Page } from '@playwright/test';

export const password = 'a long password';

/** A newcomer with an account of their own, signed in through the API; the session is in the page's cookies. */
export async function signUp(page: Page, name = 'Mina'): Promise<{ name: string; email: string }> {
  const email = newEmail();
  const response = await page.request.post('/api/v1/sign-up', { data: { name, email, password } });
  if (response.status() !== 201) throw new Error(`Signing up failed: ${await response.text()}`);
  return { name, email };
}

export function newEmail(): string {
  return `${crypto.randomUUID()}@example.org`;
}
