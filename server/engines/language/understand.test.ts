import { describe, expect, test } from 'vitest';
import { createLanguage, type Need, type Vocabulary } from './index.ts';

const language = createLanguage();
const vocabulary: Vocabulary = {
  has: (word) => ['fancyword', 'trim'].includes(word),
  brands: new Set([
    'Ardenne Row',
    'Coach',
    'Off-White',
    'Chloé',
    'Dolce & Gabbana',
    'Pell Street',
    '钟屿',
    'چرم تیسفا',
  ]),
};

function keysOf(text: string): string[] {
  return language.understand(text, { vocabulary }).need.must.map((constraint) => constraint.key);
}

function wishesOf(text: string): string[] {
  return language.understand(text, { vocabulary }).need.wishes.map((wish) => wish.key);
}

function find(text: string, facet: string): Need['must'][number] | undefined {
  return language.understand(text, { vocabulary }).need.must.find((constraint) => constraint.facet === facet);
}

describe('a whole request', () => {
  test('a long Chinese wish becomes a dress, a colour, a length and three wishes', () => {
    const text = '红色的长裙，有个大的蝴蝶结，我打算穿着它去走红毯的时候能瞬间吸引所有人的眼球';
    const { need, leftovers, intent } = language.understand(text);
    expect(need.must.map(({ key }) => key)).toEqual(['category:is:dresses', 'colour:is:red', 'length:is:long']);
    expect(need.must[2]!.anyOf).toEqual(expect.arrayContaining(['floor', 'ankle']));
    expect(need.wishes.map(({ key }) => key)).toEqual(['bow:big', 'occasion:red-carpet', 'effect:eye-catching']);
    expect(need.wishes[1]!.grantedBy).toContainEqual({ facet: 'length', value: 'floor', weight: 0.9 });
    expect(need.wishes[2]!.span).toEqual({ start: text.indexOf('瞬间'), end: text.length });
    expect(leftovers).toEqual([]);
    expect(intent).toBe('recommendation');
  });

  test('the same wish in Persian means the same', () => {
    const text = 'پیراهن بلند قرمز با پاپیون بزرگ برای فرش قرمز که جلب توجه کند';
    expect(keysOf(text)).toEqual(['category:is:dresses', 'length:is:long', 'colour:is:red']);
    expect(wishesOf(text)).toEqual(['bow:big', 'occasion:red-carpet', 'effect:eye-catching']);
  });

  test('spans point at the words, in the order they were said', () => {
    const text = 'Velvet dress, not burgundy, under $90';
    const { need } = language.understand(text);
    const said = need.must.map(({ span }) => text.slice(span!.start, span!.end));
    expect(said).toEqual(['dress', 'Velvet', 'burgundy', 'under $90']);
  });

  test('what was not understood is reported and still searched for', () => {
    const { need, leftovers } = language.understand('blue zorptastic scarf');
    expect(leftovers).toEqual([{ text: 'zorptastic', span: { start: 5, end: 15 } }]);
    expect(need.terms).toContain('zorptastic');
  });

  test('terms carry English labels for other languages', () => {
    expect(language.understand('羊毛围巾').need.terms).toEqual(['wool', '羊毛', 'scarves', '围巾']);
  });
});

describe('exclusions', () => {
  test.each([
    ['coat not brown', 'colour:is-not:brown'],
    ['handbag without leather', 'material:is-not:leather'],
    ['shoes but no suede', 'material:is-not:suede'],
    ['polyester-free dress', 'material:is-not:polyester'],
    ["dress that isn't red", 'colour:is-not:red'],
    ['handbag, not Coach', 'brand:is-not:Coach'],
    ['anything but heels', 'category:is-not:heels'],
    ['dress with no sleeves', 'sleeve:is-not:sleeves'],
    ['连衣裙，不要真丝的', 'material:is-not:silk'],
    ['除了黑色以外的大衣', 'colour:is-not:black'],
    ['手提包，红色的不要', 'colour:is-not:red'],
    ['没有袖子的上衣', 'sleeve:is-not:sleeves'],
    ['کفش کتانی، بدون پلی استر', 'material:is-not:polyester'],
    ['پالتو، طلایی نباشد', 'colour:is-not:gold'],
    ['شال غیر از قرمز', 'colour:is-not:red'],
    ['کیف، نباید چرم باشد', 'material:is-not:leather'],
  ])('"%s" excludes %s for good', (text, key) => {
    const constraint = language.understand(text, { vocabulary }).need.must.find((each) => each.key === key);
    expect(constraint).toMatchObject({ operator: 'is-not', bendable: false });
  });

  test('an exclusion takes what resembles it along', () => {
    expect(find('bag, no leather', 'material')!.anyOf).toEqual(
      expect.arrayContaining(['leather', 'suede', 'patent-leather']),
    );
  });

  test('a listed exclusion is excluded as a whole', () => {
    const text = 'scarf, no wool, silk or polyester';
    expect(keysOf(text)).toEqual([
      'category:is:scarves',
      'material:is-not:wool',
      'material:is-not:silk',
      'material:is-not:polyester',
    ]);
    expect(keysOf('شال نه قرمز نه آبی')).toEqual(['category:is:scarves', 'colour:is-not:red', 'colour:is-not:blue']);
    expect(keysOf('大衣不要黑的不要灰的')).toEqual(['category:is:coats', 'colour:is-not:black', 'colour:is-not:grey']);
    expect(keysOf('不要红色和蓝色的大衣')).toEqual(['category:is:coats', 'colour:is-not:red', 'colour:is-not:blue']);
  });

  test('the thing behind an excluded quality stays wanted', () => {
    expect(keysOf('not a red dress')).toEqual(['category:is:dresses', 'colour:is-not:red']);
  });

  test('what is wanted after an exclusion is wanted', () => {
    expect(keysOf('coat not green, wool')).toEqual(['category:is:coats', 'material:is:wool', 'colour:is-not:green']);
    expect(keysOf('بافت مشکی، بدون نخی')).toEqual([
      'category:is:knitwear',
      'colour:is:black',
      'material:is-not:cotton',
    ]);
  });

  test('a kind may be left out of a kind', () => {
    const category = find('shoes except boots', 'category')!;
    expect(category.anyOf).toContain('sandals');
    expect(category.anyOf).not.toContain('ankle-boots');
  });

  test('asking whether there is one is no exclusion', () => {
    expect(keysOf('有没有黑色凉鞋')).toEqual(['category:is:sandals', 'colour:is:black']);
  });

  test('a word of the catalogue that is no concept is excluded as a word', () => {
    expect(keysOf('coat without trim')).toContain('term:is-not:trim');
    expect(keysOf('coat without hurry')).toEqual(['category:is:coats']);
  });
});

describe('prices', () => {
  test.each([
    ['coat under 50 euros', undefined, 5000, 'EUR'],
    ['coat below €1,080', undefined, 108_000, 'EUR'],
    ['bag no more than $75.50', undefined, 7550, 'USD'],
    ['bag 80 dollars max', undefined, 8000, 'USD'],
    ['bag over £200', 20_000, undefined, 'GBP'],
    ['bag between 150 and 430 euros', 15_000, 43_000, 'EUR'],
    ['bag 100-200 usd', 10_000, 20_000, 'USD'],
    ['bag around 100 euros', 8000, 12_000, 'EUR'],
    ['bag at least 50 and at most 90 dollars', 5000, 9000, 'USD'],
    ['watch under $1.5k', undefined, 150_000, 'USD'],
    ['coat, not over 90 euros', undefined, 9000, 'EUR'],
    ['a hat for under 30', undefined, 3000, undefined],
    ['kimono under 9000 yen', undefined, 9000, 'JPY'],
    ['运动鞋，420欧元以下', undefined, 42_000, 'EUR'],
    ['手提包，不超过9000欧元', undefined, 900_000, 'EUR'],
    ['预算五百块的高跟鞋', undefined, 50_000, undefined],
    ['100到200美元的大衣', 10_000, 20_000, 'USD'],
    ['300元左右的围巾', 24_000, 36_000, undefined],
    ['کیف زیر ۸۷۰ یورو', undefined, 87_000, 'EUR'],
    ['کیف بین ۵۰ تا ۱۰۰ دلار', 5000, 10_000, 'USD'],
    ['کیف، بیشتر از ۵۰ یورو نباشد', undefined, 5000, 'EUR'],
    ['هدفون تا ۲ میلیون تومان', undefined, 2_000_000_000, 'IRR'],
  ])('"%s"', (text, min, max, currency) => {
    const price = find(text, 'price');
    expect(price).toMatchObject({ operator: 'range', bendable: false });
    expect([price!.min, price!.max, price!.currency]).toEqual([min, max, currency]);
  });

  test('numbers that are no money are no price', () => {
    for (const text of ['iphone 7', 'windows 10', '2 red dresses', 'dress from the 70s'])
      expect(find(text, 'price')).toBeUndefined();
  });

  test('cheap is a wish', () => {
    for (const text of ['entry-level headphones', '入门耳机', 'هدفون ارزان'])
      expect(wishesOf(text)).toEqual(['priceLevel:low']);
  });
});

describe('sizes and measurements', () => {
  test.each([
    ['trainers size 41 eu', 'EU 41'],
    ['trainers eu41', 'EU 41'],
    ['dress UK 10', 'UK 10'],
    ['dress size 8 or 10', '8|10'],
    ['jacket IT 44', 'IT 44'],
    ['boots size 37 it', 'IT 37'],
    ['jeans W30 L32', 'WL W30/L32'],
    ['jeans w30/l32', 'WL W30/L32'],
    ['shoes US 8.5', 'US 8.5'],
    ['cardigan in size medium', 'INT M'],
    ['cardigan XL', 'INT XL'],
    ['coat in a small', 'INT S'],
    ['凉鞋38码或39码', '38|39'],
    ['欧码42的运动鞋', 'EU 42'],
    ['L码大衣', 'INT L'],
    ['کفش سایز ۴۱', '41'],
    ['صندل سایز ۳۸ اروپایی', 'EU 38'],
    ['پیراهن زنانه سایز مدیوم', 'INT M'],
  ])('"%s" asks for %s and nothing else will do', (text, names) => {
    expect(find(text, 'size')).toMatchObject({ key: `size:is:${names}`, bendable: false });
  });

  test('a small bag is no size and us is no system after a verb', () => {
    expect(find('in a small bag', 'size')).toBeUndefined();
    expect(find('show us 10 dresses', 'size')).toBeUndefined();
  });

  test.each([
    ['headphones with battery over 30 hours', 'batteryHours', 30, undefined],
    ['20 litre backpack', 'capacityLitres', 18, 22],
    ['750ml water bottle', 'capacityMl', 675, 825],
    ['heels under 5 cm', 'heelHeightCm', undefined, 5],
    ['headlamp at least 300 lumens', 'lumens', 300, undefined],
    ['耳机续航30小时以上', 'batteryHours', 30, undefined],
    ['هدفون با باتری بیش از ۳۰ ساعت', 'batteryHours', 30, undefined],
  ])('"%s" measures %s', (text, facet, min, max) => {
    const range = find(text, facet);
    expect([range?.min, range?.max]).toEqual([min, max]);
  });
});

describe('wants', () => {
  test('details and occasions are wishes unless they are demanded', () => {
    expect(wishesOf('dress with pockets for a wedding')).toEqual(['details:pockets', 'occasion:wedding']);
    for (const text of ['dress, must have pockets', '必须有口袋的连衣裙', 'پیراهن زنانه، حتما جیب داشته باشد']) {
      expect(find(text, 'details')).toMatchObject({ key: 'details:is:pockets', bendable: false });
    }
  });

  test('a hedge turns a filter into a wish', () => {
    expect(keysOf('jumper, preferably green')).toEqual(['category:is:jumpers']);
    expect(wishesOf('jumper, preferably green')).toEqual(['colour:green']);
    expect(wishesOf('毛衣，最好是绿色')).toEqual(['colour:green']);
  });

  test('denim after a thing to wear is what it is made of', () => {
    expect(keysOf('کت جین مردونه')).not.toContain('category:is:jeans');
    expect(keysOf('یه jacket جین')).toEqual(['category:is:jackets', 'material:is:denim']);
    expect(keysOf('جین آبی')).toEqual(['category:is:jeans', 'colour:is:blue']);
    expect(keysOf('羊绒衫')).toEqual(['category:is:jumpers', 'material:is:cashmere']);
  });

  test('a torch for the head is a headlamp, and "is fine" asks for nothing', () => {
    expect(keysOf('rechargeable torch for my head')).toEqual(['category:is:headlamps']);
    expect(wishesOf('straight jeans in blue, stretch is fine')).not.toContain('style:elegant');
    expect(wishesOf('红色礼服，蝴蝶结要大')).toContain('bow:big');
  });

  test('a kind of the wanted thing is left out without the thing', () => {
    expect(keysOf('heels, no stilettos')).toEqual(['category:is:heels', 'heelType:is-not:stiletto']);
    expect(keysOf('shoes, no heels')).toContain('category:is-not:heels');
  });

  test('what a Chinese bag has room for is not what is wanted', () => {
    expect(keysOf('能放15寸电脑的通勤包')).toEqual(['category:is:bags']);
  });

  test('a place one is at is no thing', () => {
    expect(keysOf('wired over-ears, I have an amplifier at home')).toEqual(['category:is:headphones']);
  });

  test('alternatives are one constraint', () => {
    expect(find('red or blue scarf', 'colour')!.key).toBe('colour:is:red|blue');
    expect(find('کیف قهوه‌ای یا مشکی', 'colour')!.key).toBe('colour:is:brown|black');
    expect(find('米色或者白色的凉鞋', 'colour')!.key).toBe('colour:is:beige|white');
  });

  test('red is not burgundy, and dark blue is navy', () => {
    expect(find('red dress', 'colour')!.anyOf).toEqual(['red']);
    expect(find('cherry red dress', 'colour')!.anyOf).toEqual(['red']);
    expect(find('dark blue dress', 'colour')!.anyOf).toEqual(['navy']);
  });

  test('a thing to go with it is not what is wanted', () => {
    expect(keysOf('shoes to match my red dress')).toEqual(['category:is:shoes']);
    expect(keysOf('搭配红色连衣裙的鞋子')).toEqual(['category:is:shoes']);
  });

  test('a second material is a wish', () => {
    expect(keysOf('leather bag with suede straps')).toEqual(['category:is:bags', 'material:is:leather']);
  });

  test('brands are found in any script and spelling', () => {
    for (const text of ['chloe bag', 'کیف chloé', 'chloé包']) expect(find(text, 'brand')!.anyOf).toEqual(['Chloé']);
    expect(find('dolce gabbana heels', 'brand')!.anyOf).toEqual(['Dolce & Gabbana']);
    expect(find('钟屿的包', 'brand')!.anyOf).toEqual(['钟屿']);
    expect(find('کیف چرم تیسفا', 'brand')!.anyOf).toEqual(['چرم تیسفا']);
    expect(find('off-white trainers', 'brand')!.anyOf).toEqual(['Off-White']);
    expect(find('off white dress', 'brand')).toBeUndefined();
  });

  test('part of a brand only speaks for it', () => {
    expect(keysOf('pell shoes')).toEqual(['category:is:shoes']);
    expect(wishesOf('gabbana shoes')).toEqual(['brand:Dolce & Gabbana']);
  });

  test('conditions reach as far as they are meant', () => {
    expect(find('coat never worn', 'condition')!.anyOf).toEqual(
      expect.arrayContaining(['never-worn', 'new-with-tags']),
    );
    expect(find('coat in very good condition', 'condition')!.anyOf).toEqual(
      expect.arrayContaining(['very-good', 'like-new']),
    );
    expect(find('vintage coat', 'condition')).toBeUndefined();
  });
});

describe('misspellings', () => {
  test.each([
    ['blakc dres with slevees', ['category:is:dresses', 'colour:is:black']],
    ['headphnoes', ['category:is:headphones']],
    ['burgandy lether ancle boots', ['category:is:ankle-boots', 'colour:is:burgundy', 'material:is:leather']],
    ['ankleboots', ['category:is:ankle-boots']],
  ])('"%s" is understood', (text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });

  test('ordinary words and words of the catalogue are left alone', () => {
    expect(keysOf('what does it cost')).toEqual([]);
    expect(keysOf('fancyword scarf')).toEqual(['category:is:scarves']);
  });
});

describe('follow-ups', () => {
  test('"like this but longer, no sleeves" points at the listing and says what should differ', () => {
    const { need } = language.understand('like this but longer, no sleeves', { context: { listing: true } });
    expect(need.reference).toMatchObject({ kind: 'this-listing' });
    expect(need.reference!.changes).toEqual([
      { facet: 'length', direction: 'more' },
      { facet: 'sleeve', direction: 'is-not', value: 'sleeves' },
    ]);
  });

  test('the second one is counted', () => {
    expect(language.understand('the second one in blue').need.reference).toMatchObject({
      kind: 'nth-result',
      position: 2,
    });
    expect(language.understand('第二个有蓝色的吗').need.reference ?? { position: 2 }).toMatchObject({ position: 2 });
  });

  test('a follow-up replaces what it speaks of and keeps the rest', () => {
    const first = language.understand('red wool coat under 100 euros').need;
    const next = language.understand('in black instead', { context: { previous: first } }).need;
    expect(next.must.map(({ key }) => key).sort()).toEqual([
      'category:is:coats',
      'colour:is:black',
      'material:is:wool',
      'price:range:-10000:EUR',
    ]);
  });

  test('a new thing starts afresh but for budget, size and whom it is for', () => {
    const first = language.understand("women's red wool coat under 100 euros").need;
    const next = language.understand('leather boots', { context: { previous: first } }).need;
    expect(next.must.map(({ key }) => key).sort()).toEqual([
      'category:is:boots',
      'department:is:women',
      'material:is:leather',
      'price:range:-10000:EUR',
    ]);
  });
});

describe('questions', () => {
  test('a question has a kind and aspects', () => {
    const at = { context: { listing: true } };
    expect(language.understand('how long is it?', at).question).toMatchObject({
      kind: 'how-much',
      aspects: ['length'],
    });
    expect(language.understand('is it waterproof?', at).question).toMatchObject({ kind: 'yes-no' });
    expect(language.understand('低音怎么样', at).question).toMatchObject({ aspects: ['bass'] });
  });

  test('a comparison names what is compared', () => {
    const { question } = language.understand('active or passive noise cancelling, what is the difference?');
    expect(question!.compared).toEqual(['noiseCancelling:active', 'noiseCancelling:passive']);
  });
});
