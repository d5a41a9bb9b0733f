import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answer as answerSchema } from '#contract/assistant';
import { createTestApp, makeCloset, makeListing, type TestApp, untilSearch } from '#testing';

type Turn = { text: string; inSight?: string[] };

describe('a conversation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    const closet = await makeCloset(app, 'dresses');
    const dress = (id: string, colour: string, length: string, price: number, more: object = {}) =>
      makeListing(app, {
        id,
        closet_id: closet,
        title: `${colour} silk dress`,
        description: `A ${colour} dress of washed silk.`,
        price_minor: price,
        attributes: { colour, length, material: 'silk', sleeve: 'sleeveless', ...more },
      });
    await dress('red-knee', 'red', 'knee', 9000, { pockets: true });
    await dress('red-midi', 'red', 'midi', 7000, { pockets: false, sleeve: 'long' });
    await dress('red-floor', 'red', 'floor', 12000, { pockets: true, sleeve: 'long' });
    await dress('red-dear', 'red', 'floor', 30000, {});
    await dress('blue-midi', 'blue', 'midi', 8000, {});
    await dress('blue-floor', 'blue', 'floor', 6000, { sleeve: 'long' });
    await dress('blue-dear', 'blue', 'floor', 40000, {});
    for (let i = 0; i < 8; i++)
      await makeListing(app, {
        id: `phones-${i}`,
        closet_id: closet,
        title: `Trail headphones ${i}`,
        category: 'headphones',
        department: 'unisex',
        attributes: { headphoneType: i % 2 === 0 ? 'over-ear' : 'in-ear', noiseCancelling: 'active' },
      });
    await untilSearch(app, 'headphones', (ids) => ids.length === 8);
  });
  afterAll(() => app.stop());

  /** The answers of a whole conversation. */
  async function talk(locale: string, turns: (string | Turn)[]): Promise<Answer[]> {
    const said: Answer[] = [];
    for (const turn of turns) {
      app.clock.advance(1000);
      const response = await app.request('/api/v1/assistant/answers', {
        method: 'POST',
        json: {
          locale,
          conversationId: said[0]?.conversationId,
          ...(typeof turn === 'string' ? { text: turn } : turn),
        },
      });
      const body = await response.json();
      expect(response.status, JSON.stringify(body)).toBe(200);
      said.push(answerSchema.parse(body));
    }
    return said;
  }
  const cards = (answer: Answer | undefined): string[] =>
    answer?.parts.flatMap((part) => (part.type === 'listing-cards' ? part.listings.map((one) => one.listingId) : [])) ??
    [];
  const prices = (answer: Answer | undefined): number[] =>
    answer?.parts.flatMap((part) =>
      part.type === 'listing-cards' ? part.listings.flatMap((one) => one.listing?.price.minor ?? []) : [],
    ) ?? [];
  const words = (answer: Answer | undefined): string =>
    answer?.parts.flatMap((part) => (part.type === 'text' ? part.sentences.map((one) => one.text) : [])).join(' ') ??
    '';
  const question = (answer: Answer | undefined) => answer?.parts.find((part) => part.type === 'clarification');

  const dialogues = {
    en: {
      start: 'a red dress for a wedding under $200',
      nth: (n: number) => `does the ${['first', 'second', 'third'][n]} one have pockets?`,
      show: 'tell me about the second one',
      compare: 'compare the first two',
      longer: 'longer',
      cheaper: 'cheaper',
      blue: 'in blue instead',
      sleeves: 'no sleeves',
      thanks: 'thank you',
      ninth: 'the ninth one',
      yes: /^Yes/,
      no: /^No/,
    },
    zh: {
      start: '参加婚礼穿的红色连衣裙，200美元以内',
      nth: (n: number) => `第${'一二三'[n]}件有口袋吗`,
      show: '第二件怎么样',
      compare: '比较前两件',
      longer: '再长一点的',
      cheaper: '便宜一点',
      blue: '换成蓝色的',
      sleeves: '不要袖子',
      thanks: '谢谢',
      ninth: '第九件',
      yes: /^是|^有|^对|有口袋/,
      no: /没有|^不|无口袋/,
    },
    fa: {
      start: 'پیراهن قرمز برای عروسی زیر ۲۰۰ دلار',
      nth: (n: number) => `${['اولی', 'دومی', 'سومی'][n]} جیب داره؟`,
      show: 'دومی چطوره؟',
      compare: 'دو تای اول را مقایسه کن',
      longer: 'بلندتر',
      cheaper: 'ارزون‌تر',
      blue: 'به جاش آبی باشه',
      sleeves: 'بدون آستین',
      thanks: 'ممنون',
      ninth: 'نهمی',
      yes: /جیب دارد/,
      no: /جیب ندارد|بی‌جیب|بدون جیب/,
    },
  };

  describe.each(Object.entries(dialogues))('in %s', (locale, say) => {
    test('the second one is the second card, whatever is asked of it', async () => {
      const [start] = await talk(locale, [say.start]);
      const shown = cards(start);
      expect(new Set(shown)).toEqual(new Set(['red-knee', 'red-midi', 'red-floor']));
      for (const n of [0, 1, 2]) {
        const [, answer] = await talk(locale, [say.start, say.nth(n)]);
        expect(answer?.listingId).toBe(shown[n]);
        expect(answer?.abstained).toBe(false);
        expect(words(answer)).toMatch(shown[n] === 'red-midi' ? say.no : say.yes);
      }
      const [, overview] = await talk(locale, [say.start, say.show]);
      expect(overview?.listingId).toBe(shown[1]);
      expect(cards(overview)).toEqual([shown[1]]);
      expect(overview?.citations.length).toBeGreaterThan(0);
    });

    test('the first two are compared side by side', async () => {
      const [start, answer] = await talk(locale, [say.start, say.compare]);
      const table = answer?.parts.find((part) => part.type === 'comparison-table');
      expect(answer?.intent).toBe('listing-comparison');
      expect(table?.type === 'comparison-table' && table.columns.map((column) => column.listing?.id)).toEqual(
        cards(start).slice(0, 2),
      );
    });

    test('what is in sight on the page can be pointed at too', async () => {
      const inSight = ['blue-floor', 'red-floor', 'red-midi'];
      const [, answer] = await talk(locale, [say.start, { text: say.nth(2), inSight }]);
      expect(answer?.listingId).toBe('red-midi');
      const [, gone] = await talk(locale, [say.start, { text: say.ninth, inSight }]);
      expect(cards(gone)).toEqual([]);
      expect(words(gone)).toMatch(/3|۳/);
    });

    test('refinements change what they name and keep every hard constraint', async () => {
      const [start, longer, blue, cheaper, sleeves] = await talk(locale, [
        say.start,
        say.longer,
        say.blue,
        say.cheaper,
        say.sleeves,
      ]);
      expect(cards(longer).length).toBeGreaterThan(0);
      const steps = ['knee', 'midi', 'floor'];
      const first = cards(start)[0]!.split('-')[1]!;
      for (const id of cards(longer))
        expect(steps.indexOf(id.split('-')[1]!), id).toBeGreaterThanOrEqual(Math.min(2, steps.indexOf(first) + 1));
      expect(cards(blue).length).toBeGreaterThan(0);
      for (const id of cards(blue)) expect(id).toMatch(/^blue-/);
      for (const price of prices(cheaper)) expect(price).toBeLessThan(prices(blue)[0]!);
      for (const answer of [start, longer, blue, cheaper, sleeves])
        for (const price of prices(answer)) expect(price).toBeLessThanOrEqual(20000);
      for (const id of cards(sleeves)) expect(['red-midi', 'red-floor', 'blue-floor']).not.toContain(id);
      expect(sleeves?.need.chips.map(({ facet }) => facet)).toEqual(
        expect.arrayContaining(['price', 'colour', 'sleeve']),
      );
    });

    test('asking about one piece or saying thanks leaves what is wanted as it was', async () => {
      const said = await talk(locale, [say.start, say.nth(1), say.thanks, say.blue]);
      expect(said[2]?.intent).toBe('small-talk');
      expect(cards(said[3])).toEqual(expect.arrayContaining(['blue-midi', 'blue-floor']));
      expect(cards(said[3])).not.toContain('blue-dear');
    });
  });

  test.each([
    ['en', 'headphones for hiking', "doesn't matter"],
    ['zh', '徒步用的耳机', '都行'],
    ['fa', 'هدفون برای کوهنوردی', 'فرقی نمی‌کند'],
  ])(
    'in %s one question is asked where candidates split, with results, and its answer goes on',
    async (locale, text, either) => {
      const [start] = await talk(locale, [text]);
      expect(cards(start).length).toBeGreaterThan(0);
      const asked = question(start);
      expect(asked).toMatchObject({ facet: 'headphoneType' });
      const choice =
        asked?.type === 'clarification' ? asked.choices.find(({ value }) => value === 'in-ear') : undefined;
      const [, chosen] = await talk(locale, [text, choice!.label]);
      expect(cards(chosen).sort()).toEqual(['phones-1', 'phones-3', 'phones-5', 'phones-7']);
      expect(question(chosen)).toBeUndefined();
      const [, any] = await talk(locale, [text, either]);
      expect(cards(any).length).toBeGreaterThan(0);
      expect(question(any)).toBeUndefined();
    },
  );

  test('where few things fit or all agree nothing is asked', async () => {
    const [few] = await talk('en', ['a blue dress for a wedding under $200']);
    expect(question(few)).toBeUndefined();
    const [said] = await talk('en', ['in-ear headphones for hiking']);
    expect(question(said)).toBeUndefined();
  });

  test('more like the second one are others of its kind within what must hold', async () => {
    const [start, like] = await talk('en', ['a red dress for a wedding under $200', 'more like the second one']);
    expect(cards(like)).not.toContain(cards(start)[1]);
    expect(cards(like).length).toBeGreaterThan(0);
    for (const price of prices(like)) expect(price).toBeLessThanOrEqual(20000);
  });
});
