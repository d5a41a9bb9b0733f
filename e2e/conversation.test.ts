import { expect, openAlive, test } from './pages.ts';
import { signUp } from './people.ts';

const line = 'Ask more, or change something';

test('a conversation goes on: the second one, then shorter, with its own address', async ({ page }) => {
  await openAlive(page, '/ask');
  await page.getByRole('textbox', { name: 'What are you looking for?' }).fill('red dress with a big bow');
  await page.keyboard.press('Enter');
  const first = page.getByRole('article', { name: 'red dress with a big bow' });
  await expect(first.getByRole('button', { name: 'This helped' })).toBeVisible();
  const second = await first.locator('a.title').nth(1).innerText();
  await expect(page).toHaveURL(/\/conversations\/con_/);

  await page.getByRole('textbox', { name: line }).fill('tell me about the second one');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'tell me about the second one' }).locator('a.title')).toHaveText(
    second,
  );

  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('a screen reader hears each whole sentence once, then that the answer is ready', async ({ page }) => {
  await openAlive(page, '/ask');
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('[data-spoken]')!;
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node instanceof HTMLElement) said.push(node.innerText);
    }).observe(region, { childList: true });
  });
  await page.getByRole('textbox', { name: 'What are you looking for?' }).fill('red dress with a big bow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'This helped' })).toBeVisible();
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.length).toBeGreaterThan(2);
  expect(new Set(said).size).toBe(said.length);
  for (const sentence of said) expect(sentence).toMatch(/[.?!”…:]$/u);
  expect(said.at(-1)).toBe('The answer is ready.');
  await expect(page.locator('[data-spoken]')).toHaveAttribute('aria-live', 'polite');
});

test('a stream that is cut off goes on where it broke', async ({ page }) => {
  await openAlive(page, '/ask');
  let cut = 0;
  await page.route('**/api/v1/assistant/answers', async (route) => {
    const response = await route.fetch();
    const whole = await response.text();
    cut = whole.split('\n\n').slice(0, 6).length;
    await route.fulfill({ response, body: `${whole.split('\n\n').slice(0, 6).join('\n\n')}\n\n` });
  });
  const resumed = page.waitForRequest(/\/assistant\/answers\/ans_\w+\/events$/);
  await page.getByRole('textbox', { name: 'What are you looking for?' }).fill('red dress with a big bow');
  await page.keyboard.press('Enter');
  expect(Number((await resumed).headers()['last-event-id'])).toBe(cut);
  await expect(page.getByRole('button', { name: 'This helped' })).toBeVisible();
  const sentences = await page.locator('.sentence').allInnerTexts();
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('stopping keeps what was there', async ({ page }) => {
  await openAlive(page, '/ask');
  await page.route('**/api/v1/assistant/answers', () => new Promise(() => {}));
  await page.getByRole('textbox', { name: 'What are you looking for?' }).fill('red dress');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped here.')).toBeVisible();
  await expect(page.getByRole('article', { name: 'red dress' })).toBeVisible();
});

test('a wrong sentence is sent and can be taken back; a conversation is deleted after a second look', async ({
  page,
}) => {
  await signUp(page);
  await openAlive(page, '/ask');
  await page.getByRole('textbox', { name: 'What are you looking for?' }).fill('wool coat for winter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Something is wrong' }).click();
  await page.getByRole('radio', { name: 'No longer true' }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Sent · No longer true')).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Sent · No longer true')).toHaveCount(0);

  await openAlive(page, '/ask');
  await page.getByRole('link', { name: 'Delete: wool coat for winter' }).click();
  await page.getByRole('link', { name: 'Keep it' }).click();
  await page.getByRole('link', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No conversations yet')).toBeVisible();
});

test('what is spoken is written into the line, only after the microphone was pressed', async ({ page }) => {
  await page.addInitScript(() => {
    class Recogniser {
      static started = 0;
      lang = '';
      onresult?: (event: unknown) => void;
      onend?: () => void;
      start() {
        Recogniser.started++;
        setTimeout(() => {
          this.onresult?.({ results: [[{ transcript: `red coat ${this.lang}` }]] });
          this.onend?.();
        }, 300);
      }
      abort() {}
    }
    Object.assign(window, { SpeechRecognition: Recogniser, webkitSpeechRecognition: Recogniser });
  });
  await openAlive(page, '/ask');
  const speak = page.getByRole('button', { name: 'Speak' });
  await expect(speak).toBeVisible();
  expect(
    await page.evaluate(
      () => (window as unknown as { SpeechRecognition: { started: number } }).SpeechRecognition.started,
    ),
  ).toBe(0);
  await speak.click();
  await expect(page.getByRole('button', { name: 'Stop listening' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'What are you looking for?' })).toHaveValue('red coat en-US');
  await expect(speak).toBeVisible();
});
