import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLanguage, type Need } from './index.ts';

const language = createLanguage();

function find(text: string, facet: string): Need['must'][number] | undefined {
  return language.understand(text).need.must.find((constraint) => constraint.facet === facet);
}

function rangeOf(text: string, facet: string): (number | undefined)[] {
  const constraint = find(text, facet);
  return [constraint?.min, constraint?.max];
}

/** The same number as people of each script type it. */
const asPersian = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
const asFullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
const HAN = '零一二三四五六七八九';

function asHan(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  return [hundreds > 0 ? `${HAN[hundreds]}百` : '', tens > 0 ? `${HAN[tens]}十` : gap, ones > 0 ? HAN[ones] : ''].join(
    '',
  );
}

const amount = fc.integer({ min: 11, max: 980 });

describe('prices in any digits', () => {
  const under: [string, (value: number) => string, string | undefined][] = [
    ['English', (value) => `a dress under $${value}`, 'USD'],
    ['English, behind', (value) => `dress, ${value} euros or less`, 'EUR'],
    ['English, turned', (value) => `dress, not over £${value}`, 'GBP'],
    ['Chinese', (value) => `连衣裙，${value}欧以内`, 'EUR'],
    ['Chinese, full-width digits', (value) => `连衣裙，${asFullWidth(value)}欧以内`, 'EUR'],
    ['Chinese, number words', (value) => `连衣裙，${asHan(value)}美元以内`, 'USD'],
    ['Chinese, slang', (value) => `连衣裙，预算${asHan(value)}刀以内`, 'USD'],
    ['Chinese, no currency', (value) => `连衣裙，${asHan(value)}块以内`, undefined],
    ['Persian', (value) => `پیراهن زیر ${asPersian(value)} یورو`, 'EUR'],
    ['Persian, Arabic order', (value) => `پیراهن، بیشتر از ${asPersian(value)} دلار نباشد`, 'USD'],
    ['Persian, Latin digits', (value) => `پیراهن حداکثر ${value} دلار`, 'USD'],
  ];
  test.each(under)('%s: an upper bound is that bound and nothing else', (_, write, currency) => {
    fc.assert(
      fc.property(amount, (value) => {
        const price = find(write(value), 'price');
        expect(price, write(value)).toMatchObject({ max: value * 100, bendable: false });
        expect(price!.min).toBeUndefined();
        expect(price!.currency).toBe(currency);
      }),
      { numRuns: 60 },
    );
  });

  const over: [string, (value: number) => string][] = [
    ['English', (value) => `a coat over $${value}`],
    ['English, at least', (value) => `coat, at least ${value} dollars`],
    ['Chinese', (value) => `大衣，${value}美元以上`],
    ['Persian', (value) => `پالتو بالای ${asPersian(value)} دلار`],
  ];
  test.each(over)('%s: a lower bound is that bound and nothing else', (_, write) => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(rangeOf(write(value), 'price'), write(value)).toEqual([value * 100, undefined]);
      }),
      { numRuns: 60 },
    );
  });

  const between: [string, (low: number, high: number) => string][] = [
    ['English', (low, high) => `boots between $${low} and $${high}`],
    ['English, dash', (low, high) => `boots $${low}-${high}`],
    ['Chinese', (low, high) => `靴子，${low}到${high}美元`],
    ['Persian', (low, high) => `بوت بین ${asPersian(low)} تا ${asPersian(high)} دلار`],
  ];
  test.each(between)('%s: a span has both ends', (_, write) => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 900 }), (low, more) => {
        expect(rangeOf(write(low, low + more), 'price'), write(low, low + more)).toEqual([
          low * 100,
          (low + more) * 100,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('sizes in any digits', () => {
  test('a size with its system is that size, in three languages, wanted or not', () => {
    const size = fc.integer({ min: 34, max: 47 });
    fc.assert(
      fc.property(size, (value) => {
        for (const text of [`EU ${value} boots`, `boots size ${value} EU`, `欧码${value}的靴子`]) {
          expect(find(text, 'size')?.sizes, text).toEqual([{ value: String(value), system: 'EU' }]);
        }
        for (const text of [`${asFullWidth(value)}码的靴子`, `بوت سایز ${asPersian(value)}`]) {
          expect(find(text, 'size')?.sizes, text).toEqual([{ value: String(value) }]);
        }
        expect(find(`boots, not size ${value}`, 'size')?.operator).toBe('is-not');
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['jeans, waist 31', 'W31'],
    ['jeans 31 waist', 'W31'],
    ['牛仔裤，腰围31', 'W31'],
    ['شلوار جین کمر ۳۱', 'W31'],
  ])('%s is a size of jeans', (text, value) => {
    expect(find(text, 'size')?.sizes).toEqual([{ value, system: 'WL' }]);
  });

  test('a waist in centimetres is a measurement', () => {
    expect(find('skirt, waist 40 cm', 'size')).toBeUndefined();
    expect(find('skirt, waist 70 cm', 'waistCm')).toBeDefined();
  });
});

describe('amounts in words', () => {
  test.each([
    ['headphones, a hundred dollars at the very most', [undefined, 10_000]],
    ['headphones, 40 dollars is my limit', [undefined, 4000]],
    ['包，五十一块以内', [undefined, 5100]],
  ])('%s', (text, range) => {
    expect(rangeOf(text, 'price')).toEqual(range);
  });

  test('letters in a text without small ones are sizes unless it is all shouted', () => {
    expect(find('羊绒衫，L或XL都行', 'size')?.sizes).toEqual([
      { value: 'L', system: 'INT' },
      { value: 'XL', system: 'INT' },
    ]);
    expect(find('RED DRESS WITH A BOW S', 'size')).toBeUndefined();
  });
});

describe('sizes in words', () => {
  test.each([
    ['rain jacket, medium, less than 100', ['INT M']],
    ['linen shirt, white, small or medium', ['INT S', 'INT M']],
    ['jumper, navy, large', ['INT L']],
  ])('clothes come in "%s"', (text, sizes) => expect(find(text, 'size')?.anyOf).toEqual(sizes));

  test.each(['tote bag, large, black', 'medium waterproof jacket', 'hoodie, large print, black'])(
    'a shape or the size of something else is none: "%s"',
    (text) => expect(find(text, 'size')).toBeUndefined(),
  );
});

describe('what a thing can do', () => {
  test.each([
    ["diver's watch tested to 200 metres", 'waterResistanceM', [200, undefined]],
    ['headphones with up to 30 hours of battery', 'batteryHours', [30, undefined]],
    ['耳机，续航三十小时以上', 'batteryHours', [30, undefined]],
    ['watch under 100 metres', 'waterResistanceM', [undefined, 100]],
    ['watch, 36 mm or smaller', 'caseMm', [undefined, 36]],
    ['watch, 40 mm or larger', 'caseMm', [40, undefined]],
    ['headlamp, 300 lumens or brighter', 'lumens', [300, undefined]],
  ])('%s', (text, facet, range) => {
    expect(rangeOf(text, facet)).toEqual(range);
  });
});

describe('ages', () => {
  test.each([
    'warm jacket for my 8 year old',
    'coat for a 10 year old girl',
    '给8岁女儿买外套',
    'کاپشن برای پسر ۸ ساله',
  ])("%s asks for children's things", (text) => {
    expect(find(text, 'department')?.anyOf).toEqual(['children']);
  });

  test.each(['a 2 year old phone', 'present for my 70 year old mother', 'کفش دو ساله'])('%s does not', (text) => {
    expect(find(text, 'department')).toBeUndefined();
  });
});
