import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './pages.ts';
import { signUp } from './people.ts';

const pages = [
  { name: 'home', path: '/' },
  { name: 'plain results', path: '/search?q=headphones' },
  { name: 'results with an answer', path: '/search?q=headphones+for+hiking+outdoors', answers: true },
  { name: 'a listing', path: '/listings/velvet-column-dress-red-us8' },
  { name: 'a listing that is sold', path: '/listings/bow-slides-black-us6' },
  { name: 'a closet', path: '/closets/margit-and-daughter' },
  { name: 'guides', path: '/guides' },
  { name: 'a guide', path: '/guides/how-to-choose-headphones#p-3' },
  { name: 'signing up', path: '/sign-up' },
  { name: 'the account of a visitor', path: '/you' },
  { name: 'the account of a member', path: '/you', member: true },
  { name: 'likes', path: '/likes', member: true },
];

for (const { name, path, answers, member } of pages) {
  test(`${name}: nothing serious stands in anyone’s way, and nothing is wider than the window`, async ({
    page,
    isMobile,
  }) => {
    // Wide, light and left to right; narrow, dark and right to left: both of each, without all eight together.
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: isMobile ? 'dark' : 'light' });
    if (member) await signUp(page);
    await page.goto((isMobile ? '/fa' : '') + path);
    if (answers) await expect(page.locator('.answer a.mark').first()).toBeVisible({ timeout: 30_000 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
