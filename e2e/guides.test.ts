import { expect, test } from './pages.ts';

test('guides stand by kind, in the reader’s language first and the others marked', async ({ page }) => {
  await page.goto('/zh/guides');
  const headings = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(headings.first()).toHaveText('怎么挑');
  await expect(headings.last()).toHaveText('其他语言');
  const own = page.getByRole('link', { name: /怎么挑耳机/ });
  await expect(own.locator('bdi')).not.toHaveAttribute('lang');
  await expect(page.getByRole('link', { name: /How to choose headphones/ }).locator('bdi')).toHaveAttribute(
    'lang',
    'en-US',
  );
});

test('guides can be narrowed to a category', async ({ page }) => {
  await page.goto('/guides');
  await page.getByRole('navigation', { name: 'Guides about' }).getByRole('link', { name: 'Hiking boots' }).click();
  await expect(page).toHaveURL(/category=hiking-boots/);
  await expect(page.getByRole('link', { name: /Hiking boots, how they should fit/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Choosing a watch size/ })).toHaveCount(0);
});

test('a category without guides says what to do', async ({ page }) => {
  await page.goto('/guides?category=nothing-of-the-kind');
  await expect(page.getByRole('heading', { name: 'No guide about this yet' })).toBeVisible();
});

test('every passage an answer cites is found at the anchor of its citation, in each language', async ({ page }) => {
  const questions = [
    { text: 'How do I choose headphones?', locale: 'en' },
    { text: '主动降噪和被动降噪有什么区别', locale: 'zh' },
    { text: 'تفاوت حذف نویز فعال و غیرفعال چیست؟', locale: 'fa' },
  ];
  for (const data of questions) {
    const answer = await page.request.post('/api/v1/assistant/answers', { data }).then((response) => response.json());
    const cited = answer.citations.filter(({ source }: { source: string }) => source === 'guide').slice(0, 3);
    expect(cited.length, data.text).toBeGreaterThan(0);
    for (const { url, text, span } of cited) {
      await page.goto(url);
      const passage = page.locator(`[id="${url.split('#')[1]}"]`);
      const shown = (await passage.innerText()).replace(/\s+/g, ' ');
      expect(shown).toContain(text.slice(span.start, span.end).trim());
    }
  }
});

test('a cited passage is marked when it is opened', async ({ page }) => {
  await page.goto('/guides/how-to-choose-headphones#p-3');
  await expect(page.locator('#p-3')).toHaveAttribute('data-cited', '');
  await expect(page.locator('#p-3')).toBeInViewport();
  await expect(page.locator('[data-cited]')).toHaveCount(1);
});

test('a guide leads to what is for sale in its categories', async ({ page }) => {
  await page.goto('/guides/how-to-choose-headphones');
  await expect(page.getByRole('heading', { name: 'For sale now' })).toBeVisible();
  await expect(page.locator('[data-listing]').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'See all' })).toHaveAttribute('href', /\/search\?category=headphones/);
});

test('a guide in another language is set in its own direction', async ({ page }) => {
  await page.goto('/fa/guides/how-to-choose-headphones');
  const article = page.getByRole('article').first();
  await expect(article).toHaveAttribute('dir', 'ltr');
  await expect(article).toHaveAttribute('lang', 'en-US');
  await expect(article).toContainText('به زبان انگلیسی');
});
