import { describe, expect, test } from 'vitest';
import { createLanguage } from '#engines/language';
import { AppError } from '#platform/errors';
import { isPublicAddress } from '#platform/guarded-fetch';
import { parseMapText } from './example-maps.ts';
import { type ImportMap, parseImportMap } from './import-map.ts';
import { type ImportFormat, openImport } from './open-import.ts';
import { plainTextOfHtml } from './plain-text-of-html.ts';
import { currencyDigits, parsePrice } from './price-text.ts';
import { splitQuoted } from './read-google.ts';
import { maxRowBytes } from './read-json-lines.ts';
import { RowProblem, UnreadableFile } from './row-problem.ts';

const language = createLanguage();
const now = Date.UTC(2026, 0, 5);

async function* inChunks(content: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** Every row of a file: its draft, or the words of its problem with the line. */
async function readAll(
  format: ImportFormat,
  content: string | Uint8Array,
  map: ImportMap | null = null,
  chunk = 7,
): Promise<{ line: number; draft?: Record<string, unknown>; problem?: string }[]> {
  const { rows, toDraft } = openImport(inChunks(content, chunk), format, map, { language, now, currency: 'USD' });
  const read = [];
  for await (const row of rows) {
    try {
      if (row.problem) throw row.problem;
      read.push({ line: row.line, draft: { ...toDraft(row.value) } });
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      read.push({ line: row.line, problem: [error.field, error.message].filter(Boolean).join(': ') });
    }
  }
  return read;
}

const row = (fields: object) => JSON.stringify({ id: '1', title: 'Wool coat', price: '50.00', ...fields });

describe('prices', () => {
  test.each([
    ['1250', 'USD', 125_000],
    ['0.1', 'USD', 10],
    ['222.34', 'EUR', 22_234],
    [222.34, 'EUR', 22_234],
    ['1250', 'JPY', 1250],
    ['1250.00', 'JPY', 1250],
    ['1.234', 'KWD', 1234],
    ['0', 'USD', 0],
    ['999999999.99', 'USD', 99_999_999_999],
  ])('%s %s is exact', (amount, currency, minor) => {
    expect(parsePrice(amount, currency, 'price')).toBe(minor);
  });

  test.each([
    ['-5', 'USD', 'negative'],
    ['NaN', 'USD', 'plain amount'],
    [Number.NaN, 'USD', 'plain amount'],
    ['12,50 €', 'EUR', 'plain amount'],
    ['1,250.00', 'USD', 'plain amount'],
    ['1e99', 'USD', 'plain amount'],
    [1e99, 'USD', 'plain amount'],
    ['$5', 'USD', 'plain amount'],
    ['', 'USD', 'plain amount'],
    ['1.001', 'USD', 'more than 2 digits'],
    ['1250.50', 'JPY', 'more than 0 digits'],
    ['1000000000.01', 'USD', 'more than a listing may cost'],
    ['5', 'ABC', 'not a currency'],
    ['5', 'usd', 'not a currency'],
  ])('%s %s is refused: %s', (amount, currency, words) => {
    expect(() => parsePrice(amount, currency, 'price')).toThrow(words);
  });

  test('currencies have the digits of ISO 4217', () => {
    expect(['USD', 'JPY', 'KWD', 'XYZ'].map(currencyDigits)).toEqual([2, 0, 3, null]);
  });
});

describe('JSON Lines', () => {
  test('rows are found however the bytes are cut, with a byte order mark, empty lines and no last newline', async () => {
    const text = `\ufeff${row({ title: '大衣 ۱۲۳' })}\n\n  \r\n${row({ id: '2' })}`;
    for (const size of [1, 2, 3, 1000]) {
      const read = await readAll('jsonl', text, null, size);
      expect(read.map(({ line, draft }) => [line, draft?.id, draft?.title])).toEqual([
        [1, '1', '大衣 ۱۲۳'],
        [4, '2', 'Wool coat'],
      ]);
    }
  });

  test('broken rows cost only themselves', async () => {
    const long = `{"id":"3","title":"${'x'.repeat(maxRowBytes)}"}`;
    const lines = [row({}), '{"id":', '[1,2]', '"text"', long, row({ id: '4' })].map((line) =>
      Buffer.from(`${line}\n`),
    );
    lines.splice(1, 0, Buffer.from([0x7b, 0xff, 0x7d, 0x0a]));
    const read = await readAll('jsonl', Buffer.concat(lines), null, 64 * 1024);
    expect(read.map(({ line, problem }) => `${line} ${problem?.slice(0, 22)}`)).toEqual([
      '1 undefined',
      '2 is not UTF-8 text',
      '3 is not JSON: Unexpecte',
      '4 is not a JSON object',
      '5 is not a JSON object',
      '6 is longer than 1024 Ki',
      '7 undefined',
    ]);
  });

  test.each([
    [{ title: '' }, 'title: is empty'],
    [{ title: 'x'.repeat(301) }, 'title: has 301 characters; at most 300 are kept'],
    [{ title: { en: 'Coat' } }, 'title: "{"en":"Coat"}" is not a single value'],
    [{ title: 'a\u0000b' }, 'title: has a NUL character'],
    [{ title: '\ud800' }, 'title: has half a character (a lone surrogate)'],
    [{ id: null }, 'id: is empty'],
    [{ price: null }, 'price: is empty'],
    [{ price: '12,50 €' }, 'price: "12,50 €" is not a plain amount such as 1250.00'],
    [{ price: -1 }, 'price: "-1" is negative'],
    [{ condition: 'purple' }, 'condition: "purple" is none of new-with-tags, like-new, very-good, good, fair'],
    [{ department: 'aliens' }, 'department: "aliens" is none of women, men, children, unisex'],
    [{ size: { value: '40', system: 'XX' } }, 'size: "XX" is none of US, UK, EU, IT, FR, DE, JP, INT, WL, ONE'],
    [{ quantity: 1.5 }, 'quantity: "1.5" is not a whole number from 0 to 1000000'],
    [{ listedAt: '2031-01-01' }, 'listedAt: "2031-01-01" is in the future'],
    [{ listedAt: '2025-02-30' }, 'listedAt: "2025-02-30" is not a date (iso)'],
    [
      { originalPrice: '9', currency: 'USD', status: 'held' },
      'status: "held" is none of draft, available, sold, not-for-sale',
    ],
    [{ attributes: 'red' }, 'attributes: is not an object'],
    [{ attributes: { a: { b: 1 } } }, 'attributes.a: "{"b":1}" is not a single value'],
  ])('%j is refused by field', async (fields, problem) => {
    expect((await readAll('jsonl', row(fields)))[0]?.problem).toBe(problem);
  });

  test('names such as __proto__ and toString are ordinary text, and HTML stays the text it is', async () => {
    const text =
      '{"id":"__proto__","title":"<b>Coat</b> & more","price":5,"attributes":{"toString":"x"},"__proto__":{"brand":"A"}}';
    const [read] = await readAll('jsonl', text);
    expect(read?.draft).toMatchObject({ id: '__proto__', title: '<b>Coat</b> & more', brand: null });
    expect(Object.entries(read?.draft?.attributes as object)).toEqual([['toString', 'x']]);
  });

  test('the lexicon gives categories, departments, conditions and colours their names', async () => {
    const fields = {
      category: '连衣裙',
      department: 'ladies',
      condition: 'never worn, with tag',
      attributes: { colour: '红色' },
    };
    const [read] = await readAll('jsonl', row({ ...fields, title: '连衣裙' }));
    expect(read?.draft).toMatchObject({
      category: 'dresses',
      department: 'women',
      condition: 'new-with-tags',
      attributes: { colour: 'red' },
      language: 'zh',
    });
    const [unknown] = await readAll('jsonl', row({ category: 'flurbs', attributes: { finish: 'Odd Thing' } }));
    expect(unknown?.draft).toMatchObject({ category: 'flurbs', attributes: { finish: 'Odd Thing' } });
  });
});

describe('CSV', () => {
  const map = parseImportMap({
    kind: 'listing',
    id: 'id',
    title: 'title',
    price: { from: 'price', currency: 'EUR' },
  });

  test('quotes, line ends within them and empty lines are read, with the line a row begins on', async () => {
    const text = '\ufeffid,title,price\r\n1,"Coat, ""new""\r\nwarm",5\r\n\r\n2,Hat,6\n3,5" heel,7';
    for (const size of [1, 5, 1000]) {
      const read = await readAll('csv', text, map, size);
      expect(read.map(({ line, draft }) => [line, draft?.title])).toEqual([
        [2, 'Coat, "new"\r\nwarm'],
        [5, 'Hat'],
        [6, '5" heel'],
      ]);
    }
  });

  test('too many values, too few and bytes that are not UTF-8 cost only their row', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,title,price\n1,Coat, warm,5\n2,Hat\n3,Caf'),
      Buffer.from([0xe9]),
      Buffer.from(' set,5\n4,Scarf,6,,\n'),
    ]);
    const read = await readAll('csv', bytes, map);
    expect(read.map(({ line, problem, draft }) => [line, problem ?? draft?.title])).toEqual([
      [2, 'has 4 values where there are 3 columns; put values with commas in double quotes'],
      [3, 'has 2 values where there are 3 columns'],
      [4, 'title: is not UTF-8 text'],
      [5, 'Scarf'],
    ]);
  });

  test('a file that cannot be read on says where and why', async () => {
    await expect(readAll('csv', '', map)).rejects.toThrow('the file is empty');
    await expect(readAll('csv', 'id,title,id\n', map)).rejects.toThrow('two columns are named "id"');
    await expect(readAll('csv', 'id,name,price\n', map)).rejects.toThrow(
      'the map takes title from "title"; the columns are id, name, price',
    );
    const open = readAll('csv', 'id,title,price\n1,Hat,5\n2,"Coat,5\n3,Bag,6\n', map);
    await expect(open).rejects.toMatchObject({ line: 3, constructor: UnreadableFile });
  });

  test('a file without a line end does not fill the memory', async () => {
    async function* endless() {
      for (let i = 0; i < 64; i++) yield Buffer.alloc(1024 * 1024, 'x');
    }
    const { rows } = openImport(endless(), 'csv', map, { language, now, currency: 'USD' });
    await expect(rows[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(UnreadableFile);
  });
});

describe('maps', () => {
  const broken = (given: unknown): { pointer: string; detail: string }[] => {
    try {
      parseImportMap(given);
    } catch (error) {
      return (error as AppError).fields;
    }
    return [];
  };

  test('mistakes are named by place', () => {
    expect(broken({ kind: 'thing' })).toEqual([
      { pointer: '/kind', detail: 'Must be "listing", "product", "review" or "question".' },
    ]);
    expect(
      broken({ kind: 'listing', id: 'id', title: 5, price: { from: 'p', currency: 'euro' }, colour: 'c' }),
    ).toEqual([
      { pointer: '/title', detail: 'Must be the name of a field, {"from": ...} or {"constant": ...}.' },
      { pointer: '/price/currency', detail: 'Must be an ISO 4217 code such as "EUR", or {"from": "field"}.' },
      { pointer: '/colour', detail: 'Unknown; remove it or see docs/importing.md.' },
    ]);
    expect(broken({ kind: 'review', id: { hash: [] }, product: { id: 'p' }, text: 't' })[0]?.pointer).toBe('/id/hash');
    expect(broken({ kind: 'question', id: 'id', text: 'q' })[0]?.pointer).toBe('/product');
    expect(
      broken({ kind: 'listing', id: 'id', title: 't', price: { from: 'p' }, listedAt: { from: 'd', format: 'x' } }),
    ).toEqual([
      { pointer: '/listedAt/format', detail: 'Must be one of iso, DD/MM/YYYY, MM/DD/YYYY, YYYY/MM/DD, unix, unix-ms.' },
    ]);
    expect(() => parseMapText('{')).toThrow(AppError);
  });

  test('paths, several fields, tables of values, lists and hashes find what they say', async () => {
    const map = parseImportMap({
      kind: 'listing',
      id: { hash: ['a.b', 'names[1]'] },
      title: { from: ['a.b', 'names[1]', 'missing'], join: ' / ' },
      brand: { from: ['missing', 'seller.name'] },
      price: { from: '$.cost', currency: { from: 'cur' } },
      condition: { from: 'state', values: { 'AS NEW': 'like-new' }, otherwise: null },
      pictures: { from: 'photos', as: 'list', separator: '|' },
      attributes: {
        warm: { from: 'w', as: 'yes-no' },
        weightGrams: { from: 'g', as: 'number' },
        tags: { constant: ['a', 'b'] },
      },
    });
    const fields = { 'a.b': 'dotted', names: ['x', 'second'], seller: { name: 'Brand' }, cost: 5, cur: 'eur' };
    const line = JSON.stringify({ ...fields, state: 'as new', photos: 'one.jpg|two.jpg', w: 'Yes', g: '120.5' });
    const [first, again, other] = await readAll(
      'jsonl',
      `${line}\n${line}\n{"cost":1,"names":[0,1],"cur":"EUR","state":"worn"}`,
      map,
    );
    expect(first?.draft).toMatchObject({
      title: 'dotted / second',
      brand: 'Brand',
      price: { minor: 500, currency: 'EUR' },
      condition: 'like-new',
      pictures: ['one.jpg', 'two.jpg'],
      attributes: { warm: true, weightGrams: 120.5, tags: ['a', 'b'] },
    });
    expect(again?.draft?.id).toBe(first?.draft?.id);
    expect(other?.draft).toMatchObject({ title: '1', condition: null });
    expect(other?.draft?.id).not.toBe(first?.draft?.id);
  });
});

describe('Shopify exports', () => {
  const head =
    'Handle,Title,Body (HTML),Vendor,Product Category,Type,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Status\n';

  test('each variant is a listing of one style, with every picture of it', async () => {
    const text = `${head}linen-shirt,Linen shirt,"<p>Cool &amp; dry.</p><ul><li>Two pockets</li></ul>",Ardenne,Apparel > Shirts,,TRUE,Size,S,Color,Sand,LS-S,3,deny,48.00,60.00,https://shop.example/1.jpg,active
linen-shirt,,,,,,,,M,,Sand,LS-M,0,deny,48.00,0.00,https://shop.example/2.jpg,
linen-shirt,,,,,,,,,,,,,,,,https://shop.example/3.jpg,
mug,Mug,Plain,Kiln,,Mugs,FALSE,Title,Default Title,,,,,deny,12.00,,,active
`;
    const read = await readAll('shopify', text);
    expect(read.map(({ line }) => line)).toEqual([2, 3, 5]);
    expect(read[0]?.draft).toMatchObject({
      id: 'linen-shirt/S/Sand',
      title: 'Linen shirt · S, Sand',
      description: 'Cool & dry.\n\n• Two pockets',
      brand: 'Ardenne',
      category: 'shirts',
      price: { minor: 4800, currency: 'USD' },
      originalPriceMinor: 6000,
      quantity: 3,
      status: 'available',
      size: { value: 'S' },
      attributes: { sku: 'LS-S' },
      product: { id: 'linen-shirt', name: 'Linen shirt' },
      pictures: ['https://shop.example/1.jpg', 'https://shop.example/2.jpg', 'https://shop.example/3.jpg'],
    });
    expect(read[1]?.draft).toMatchObject({
      id: 'linen-shirt/M/Sand',
      quantity: 0,
      status: 'not-for-sale',
      originalPriceMinor: null,
    });
    expect(read[2]?.draft).toMatchObject({
      id: 'mug',
      title: 'Mug',
      status: 'not-for-sale',
      category: 'mugs',
      size: null,
    });
  });

  test('another CSV is refused with what is missing', async () => {
    await expect(readAll('shopify', 'sku,name\n1,Hat\n')).rejects.toThrow('there is no column "handle"');
  });
});

describe('Google Merchant feeds', () => {
  const xml = `<?xml version="1.0"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>
<item>
  <g:id>B-1</g:id><title>Rain jacket</title><description><![CDATA[Keeps <b>dry</b>.]]></description>
  <g:price>120.00 USD</g:price><g:sale_price>89.50 USD</g:sale_price><g:availability>in stock</g:availability>
  <g:condition>used</g:condition><g:gender>female</g:gender><g:age_group>adult</g:age_group>
  <g:color>Blue/Grey</g:color><g:size>M</g:size><g:size_system>EU</g:size_system><g:item_group_id>jacket</g:item_group_id>
  <g:product_type>Clothes &gt; Outerwear &gt; Rain jackets</g:product_type>
  <g:image_link>https://shop.example/a.jpg</g:image_link>
  <g:additional_image_link>https://shop.example/b.jpg</g:additional_image_link>
  <g:product_highlight>Taped seams</g:product_highlight><g:product_highlight>Two-way zip</g:product_highlight>
  <g:product_detail><g:section_name>Fabric</g:section_name><g:attribute_name>Membrane</g:attribute_name><g:attribute_value>PU</g:attribute_value></g:product_detail>
  <g:question_and_answer><g:question>Is it lined?</g:question><g:answer>With mesh.</g:answer></g:question_and_answer>
  <g:question_and_answer><g:question>Does it pack small?</g:question><g:answer>Into its own pocket.</g:answer></g:question_and_answer>
</item>
<item><g:id>B-2</g:id><title>Hat</title><g:price>12,00 EUR</g:price></item>
</channel></rss>`;

  test('XML items become listings with their highlights, details, questions and answers', async () => {
    for (const size of [1, 64, 100_000]) {
      const [jacket, hat] = await readAll('google', xml, null, size);
      expect(jacket?.draft).toMatchObject({
        id: 'B-1',
        title: 'Rain jacket',
        description: 'Keeps <b>dry</b>.\n\n• Taped seams\n• Two-way zip',
        price: { minor: 8950, currency: 'USD' },
        originalPriceMinor: 12_000,
        condition: 'good',
        department: 'women',
        category: 'rain-jackets',
        size: { value: 'M', system: 'EU' },
        attributes: { colour: 'blue', Membrane: 'PU' },
        product: { id: 'jacket' },
        pictures: ['https://shop.example/a.jpg', 'https://shop.example/b.jpg'],
        questions: [
          { text: 'Is it lined?', answer: 'With mesh.' },
          { text: 'Does it pack small?', answer: 'Into its own pocket.' },
        ],
      });
      expect(jacket?.line).toBe(3);
      expect(hat).toEqual({ line: 16, problem: 'price: "12,00" is not a plain amount such as 1250.00' });
    }
  });

  test('what is not XML, or XML made to hurt, breaks off with the line', async () => {
    await expect(readAll('google', `${xml.slice(0, 900)}<oops`)).rejects.toBeInstanceOf(UnreadableFile);
    await expect(readAll('google', '<rss><item><g:id>&bomb;</g:id></item></rss>')).rejects.toThrow('is not XML');
    await expect(readAll('google', `<rss>${'<a>'.repeat(5000)}`)).rejects.toThrow('nested');
    await expect(readAll('google', Buffer.from([...Buffer.from('<rss><item>'), 0xff, 0xfe]))).rejects.toThrow(
      'not UTF-8',
    );
  });

  test('text with tabs is read too', async () => {
    const text =
      'id\ttitle\tprice\timage link\tquestion_and_answer\nC-1\tMug, blue\t8.00 EUR\thttps://shop.example/m.jpg\t"Oven":"No","Dish washer: safe?":"Yes"\n';
    const [mug] = await readAll('google', text);
    expect(mug?.draft).toMatchObject({
      id: 'C-1',
      title: 'Mug, blue',
      price: { minor: 800, currency: 'EUR' },
      pictures: ['https://shop.example/m.jpg'],
    });
    await expect(readAll('google', 'sku\tname\n1\t2\n')).rejects.toThrow('there is no column "id"');
  });

  test('quoted parts keep their separators', () => {
    expect(splitQuoted('"a, b",c , "d"', ',')).toEqual(['a, b', 'c', 'd']);
  });
});

test('HTML that is declared as such becomes lines of text', () => {
  const html =
    '<script>alert(1)</script><p>Soft&nbsp;wool &#x2014; 5 &lt; 6</p><p>One<br>two</p><!-- x --><img src=x onerror=1>';
  expect(plainTextOfHtml(html)).toBe('Soft wool — 5 < 6\n\nOne\ntwo');
});

test('only addresses of the public internet are public', () => {
  const private_ =
    '127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 :: fe80::1 fc00::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1';
  expect(private_.split(' ').filter(isPublicAddress)).toEqual([]);
  expect(['1.1.1.1', '93.184.216.34', '2606:4700::1111'].every(isPublicAddress)).toBe(true);
});
