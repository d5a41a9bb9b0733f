import { expect, openAlive, test } from './pages.ts';
import { signUp } from './people.ts';

const dress = '/listings/velvet-column-dress-red-us8';

test('says what it is, what it costs and how it is', async ({ page, isMobile }) => {
  await page.goto(dress);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1, name: 'Velvet column dress, floor-length' })).toBeVisible();
  await expect(main.locator('.summary')).toContainText('$84');
  await expect(main.locator('.summary s')).toContainText('$110');
  await expect(main.locator('#attribute-size')).toContainText('US 8');
  await expect(main.locator('#attribute-condition')).toContainText('Very good');
  await expect(main.locator('#attribute-condition')).toContainText('pulled thread');
  await expect(main.locator('#description')).toContainText('film premiere');
  // A phone leaves the way here to the back arrow.
  await expect(page.getByRole('navigation', { name: 'You are here' })).toHaveCount(isMobile ? 0 : 1);
});

test('how it fits is three counts that add up', async ({ page }) => {
  await page.goto(dress);
  const fit = page.getByRole('region', { name: /for most|disagree/ });
  const total = Number((await fit.getByText(/\d+ owners/).innerText()).match(/\d+/)![0]);
  const counts = await fit.getByRole('listitem').locator('b').allInnerTexts();
  expect(counts).toHaveLength(3);
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(total);
});

test('a theme leads to the review it quotes, which is marked', async ({ page }) => {
  await openAlive(page, dress);
  const quotes = page.locator('#reviews .quote a');
  const links = await quotes.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  expect(links.length).toBeGreaterThan(2);
  for (const [index, href] of links.entries()) {
    await quotes.nth(index).click();
    const review = page.locator(`[id="${href.split('#')[1]}"]`);
    await expect(review).toBeVisible();
    await expect(review).toHaveAttribute('data-cited', '');
    await expect(review).toBeInViewport();
  }
});

test('a theme shows the reviews that speak of it, and all of them again', async ({ page }) => {
  await openAlive(page, dress);
  const theme = page.getByRole('link', { name: 'the colour: show the reviews that speak of it' });
  const total = Number((await page.locator('#reviews li', { has: theme }).innerText()).match(/of (\d+)/)![1]);
  await theme.click();
  await expect(page).toHaveURL(/theme=colour#all-reviews$/);
  await expect(page.getByRole('heading', { name: /^Reviews that speak of the colour/ })).toBeInViewport();
  await page.getByText(`Show all ${total}`).click();
  await expect(page.locator('#reviews article')).toHaveCount(total);
  await page.getByRole('link', { name: 'All reviews' }).click();
  await expect(page).not.toHaveURL(/theme=/);
  // A quote leads to its review also from among the reviews of another theme.
  await theme.click();
  await page.locator('#reviews .quote a').first().click();
  await expect(page.locator('#reviews article[data-cited]')).toBeInViewport();
});

test('how it fits is told for the reader’s own height, without scripts too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(dress);
  const fit = page.getByRole('region', { name: 'How it fits' });
  await fit.getByRole('spinbutton', { name: 'Your height in cm' }).fill('168');
  await fit.getByRole('button', { name: 'Look' }).click();
  await expect(fit.getByRole('status')).toContainText('Owners of 163–173 cm');
  await expect(fit.getByRole('rowheader', { name: 'US 8', exact: true })).toBeVisible();
  await context.close();
});

test('pictures are chosen by thumbnails and keys, and looked at closely', async ({ page, isMobile }) => {
  await openAlive(page, dress);
  const strip = page.getByRole('group', { name: 'Pictures of Velvet column dress, floor-length' });
  if (!isMobile) {
    await page.getByRole('link', { name: 'Picture 2 of 3' }).click();
    await expect(page.locator('#picture-2')).toBeInViewport({ ratio: 0.5 });
  }
  await strip.focus();
  await page.keyboard.press('End');
  await expect.poll(() => strip.evaluate((element) => Math.round(element.scrollLeft / element.clientWidth))).toBe(2);

  await page.getByRole('button', { name: 'Look closer' }).click();
  const dialog = page.getByRole('dialog', { name: /^Pictures of/ });
  await expect(dialog).toContainText('Picture 3 of 3');
  const width = () => dialog.locator('img').evaluate((image) => image.getBoundingClientRect().width);
  const whole = await width();
  await dialog.getByRole('button', { name: 'Larger' }).click();
  await expect.poll(width).toBeGreaterThan(whole * 1.5);
  await dialog.getByRole('button', { name: 'Whole picture' }).click();
  await page.keyboard.press('ArrowLeft');
  await expect(dialog).toContainText('Picture 2 of 3');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a question is answered from the evidence, and each citation leads to its place on the page', async ({ page }) => {
  await openAlive(page, dress);
  const ask = page.getByRole('region', { name: 'Ask about this piece' });
  await ask.getByRole('textbox', { name: 'Ask about this piece' }).fill('Is the bow easy to take off?');
  await page.keyboard.press('Enter');
  const marks = ask.locator('a.mark');
  await expect(marks.first()).toBeVisible({ timeout: 30_000 });
  await expect(ask).toContainText('Is the bow easy to take off?');
  await expect(ask.getByRole('textbox', { name: 'Ask more, or change something' })).toBeVisible();
  const hrefs = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('href')!));
  expect(hrefs.length).toBeGreaterThan(0);
  for (const [index, href] of hrefs.slice(0, 3).entries()) {
    expect(href).toMatch(new RegExp(`^${dress}#`));
    await marks.nth(index).click();
    await page.locator('[popover]:popover-open').getByRole('link', { name: 'Read it there' }).click();
    await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
    const place = page.locator(`[id="${href.split('#')[1]}"]`);
    await expect(place).toHaveAttribute('data-cited', '');
    await expect(place).toBeInViewport();
  }
});

test('of many sources the first few stand for all, and the rest open as a list, by keys too', async ({ page }) => {
  await openAlive(page, dress);
  const ask = page.getByRole('region', { name: 'Ask about this piece' });
  await ask.getByRole('textbox').fill('Does it run small?');
  await page.keyboard.press('Enter');
  const more = ask.getByRole('button', { name: /^\d+ more sources$/ }).first();
  await more.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: /^\d+ sources$/ });
  const count = Number((await list.getAttribute('aria-label'))!.match(/\d+/)![0]);
  await expect(list.getByRole('listitem')).toHaveCount(count);
  await page.keyboard.press('Tab');
  await expect(list.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(more).toBeFocused();
});

test('a chip asks its question', async ({ page }) => {
  await openAlive(page, dress);
  const ask = page.getByRole('region', { name: 'Ask about this piece' });
  const chip = ask.getByRole('listitem').getByRole('link').first();
  const question = await chip.innerText();
  await chip.click();
  await expect(ask.getByText(question, { exact: true }).first()).toBeVisible();
  await expect(ask.locator('a.mark').first()).toBeVisible({ timeout: 30_000 });
});

test('on a phone the actions stand at the thumb, above the bottom bar', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the dock is for phones');
  await page.goto(dress);
  const dock = (await page.locator('.dock').boundingBox())!;
  const bar = (await page.locator('nav.bar').boundingBox())!;
  expect(dock.y + dock.height).toBeLessThanOrEqual(bar.y + 1);
  await expect(page.locator('.dock').getByRole('link', { name: 'Ask about this' })).toBeInViewport();
});

test('nothing moves while the page comes in', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await openAlive(page, dress);
  await page.waitForLoadState('load');
  const total = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0),
  );
  expect(total).toBeLessThan(0.05);
});

test.describe('at any width', () => {
  test.skip(({ isMobile }) => isMobile, 'tried once, on the desktop');

  test('the prices so far are a table for those who cannot see the chart', async ({ page }) => {
    await page.goto(dress);
    const rows = page.getByRole('table', { name: 'Price so far' }).getByRole('row');
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(1)).toContainText('$110');
    await expect(rows.last()).toContainText('$84');
  });

  test('a review that is not on the first page is fetched when it is cited', async ({ page }) => {
    const reviews: { id: string }[] = [];
    let cursor = '';
    do {
      const next = await page.request.get(`/api/v1${dress}/reviews?limit=20${cursor && `&cursor=${cursor}`}`);
      const body = await next.json();
      reviews.push(...body.reviews);
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(reviews.length).toBeGreaterThan(20);
    const last = reviews.at(-1)!.id;
    await page.goto(`${dress}#review-${last}`, { waitUntil: 'domcontentloaded' });
    await expect(page.locator(`[id="review-${last}"]`)).toBeInViewport();
  });

  test('what the sources do not say is asked of the seller, after signing in, without typing it again', async ({
    page,
  }) => {
    const unknown = 'Does it have a hidden camera?';
    await openAlive(page, dress);
    const ask = page.getByRole('region', { name: 'Ask about this piece' });
    await ask.getByRole('textbox').fill(unknown);
    await page.keyboard.press('Enter');
    const toSeller = ask.getByRole('link', { name: 'Ask the seller' });
    await expect(toSeller).toBeVisible({ timeout: 30_000 });
    await toSeller.click();
    const section = page.getByRole('region', { name: 'Ask Margit' });
    await expect(section).toContainText(unknown);
    const signIn = section.getByRole('link', { name: 'Sign in to ask' });
    const next = new URL((await signIn.getAttribute('href'))!, 'http://x').searchParams.get('next')!;

    await signUp(page);
    await openAlive(page, next);
    await expect(section.getByLabel('Your question')).toHaveValue(unknown);
    await section.getByRole('button', { name: 'Send the question' }).click();
    await expect(section).toContainText('Sent.');
    await expect(page.getByRole('heading', { name: unknown })).toBeVisible();
  });

  test('a question that is too short is refused beside its field', async ({ page }) => {
    await signUp(page);
    await openAlive(page, dress);
    const section = page.getByRole('region', { name: 'Ask Margit' });
    await section.getByLabel('Your question').fill('a');
    await section.getByRole('button', { name: 'Send the question' }).click();
    await expect(section.getByLabel('Your question')).toHaveAccessibleDescription(/3 to 1,000 characters/);
  });

  test('what is sold says so, offers similar pieces, and is sold out for machines too', async ({ page }) => {
    await page.goto('/listings/bow-slides-black-us6');
    await expect(page.getByRole('main').locator('.gone[role="status"]')).toContainText('Sold.');
    const offer = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(offer!).offers.availability).toBe('https://schema.org/SoldOut');
  });

  test('what is not for sale has no price', async ({ page }) => {
    await page.goto('/listings/doctors-bag-brown');
    const summary = page.locator('.summary');
    await expect(summary).toContainText('Not for sale.');
    await expect(summary.locator('.price .large')).toHaveCount(0);
  });

  test('machines read the same price and picture as people', async ({ page }) => {
    await page.goto(dress);
    const product = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
    expect(product).toMatchObject({
      '@type': 'Product',
      brand: { name: 'Ardenne Row' },
      offers: { price: '84.00', priceCurrency: 'USD', availability: 'https://schema.org/InStock' },
    });
  });

  test('in Persian, numbers and dates are Persian and what is English stays left to right', async ({ page }) => {
    await page.goto(`/fa${dress}`);
    await expect(page.locator('.summary')).toContainText('۸۴');
    await expect(page.locator('.summary h1')).toHaveAttribute('dir', 'ltr');
    await expect(page.locator('#description .description')).toHaveAttribute('lang', 'en-US');
    await expect(page.getByRole('table', { name: 'قیمت تا امروز' })).toContainText(/[۰-۹]{4}/);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a question is answered with the page', async ({ page }) => {
    await page.goto(dress);
    const ask = page.getByRole('region', { name: 'Ask about this piece' });
    await ask.getByRole('textbox').fill('Is the bow easy to take off?');
    await ask.getByRole('textbox').press('Enter');
    await expect(page).toHaveURL(/\?ask=Is\+the\+bow/);
    await expect(ask.locator('a.mark').first()).toBeVisible();
  });
});
