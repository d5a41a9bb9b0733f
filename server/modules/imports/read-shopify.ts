import { plainTextOfHtml } from './plain-text-of-html.ts';
import { readCsv, type TableRow } from './read-csv.ts';
import { RowProblem, type SourceRow, UnreadableFile } from './row-problem.ts';

// Shopify's product CSV: a product is several lines with one handle; the first says what it is, each line may bring a
// variant, a picture or both. Columns have been renamed over the years: https://help.shopify.com/en/manual/products/import-export/using-csv
const names = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  body: ['body (html)', 'body html', 'description'],
  vendor: ['vendor'],
  category: ['product category', 'custom product type', 'standard product type', 'standardized product type'],
  type: ['type', 'custom product type'],
  published: ['published', 'published on online store'],
  status: ['status'],
  sku: ['variant sku', 'sku'],
  price: ['variant price', 'price'],
  compareAt: ['variant compare at price', 'compare-at price', 'compare at price'],
  inventory: ['variant inventory qty', 'inventory quantity'],
  policy: ['variant inventory policy', 'continue selling when out of stock'],
  image: ['image src', 'product image url'],
  variantImage: ['variant image', 'variant image url'],
  options: [1, 2, 3].map((n) => [`option${n} name`, `option${n} value`]),
} as const;

type Line = { line: number; read(column: readonly string[]): string };
const mostLines = 5000;

/** Each variant as one object, ready for `shopifyMap`: `id`, `product`, `title`, `price`, `size`, `colour`, ... */
export async function* readShopify(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRow> {
  let group: Line[] = [];
  const checkColumns = (columns: string[]) => {
    const known = new Set(columns.map((column) => column.toLowerCase()));
    for (const wanted of [names.handle, names.title, names.price])
      if (!wanted.some((name) => known.has(name)))
        throw new UnreadableFile(1, `there is no column "${wanted[0]}"; is this a Shopify product export?`);
  };
  for await (const row of readCsv(bytes, { onColumns: checkColumns })) {
    if (row.problem) {
      yield row;
      continue;
    }
    const line = lineOf(row.line, row.value as TableRow);
    const handle = line.read(names.handle);
    if (handle === '') {
      yield { line: row.line, problem: new RowProblem('id', 'has no handle') };
      continue;
    }
    if (group.length > 0 && (group[0]!.read(names.handle) !== handle || group.length === mostLines)) {
      yield* variantsOf(group);
      group = [];
    }
    group.push(line);
  }
  yield* variantsOf(group);
}

function lineOf(line: number, row: TableRow): Line {
  const byName = new Map(Object.entries(row).map(([column, value]) => [column.toLowerCase(), value.trim()]));
  return {
    line,
    read: (columns) => columns.map((column) => byName.get(column)).find((value) => value !== undefined) ?? '',
  };
}

function* variantsOf(group: Line[]): Generator<SourceRow> {
  const first = group[0];
  if (!first) return;
  const handle = first.read(names.handle);
  const pictures = [...new Set(group.map((line) => line.read(names.image)).filter(Boolean))];
  const variants = group.filter((line) => line.read(names.price) !== '');
  if (variants.length === 0) yield { line: first.line, problem: new RowProblem('price', 'is empty') };
  // The first line names the options; the others give values only.
  const optionNames = names.options.map(([name]) => first.read([name!]));
  for (const variant of variants) {
    const options = names.options
      .map(([, value], index) => ({ name: optionNames[index]!, value: variant.read([value!]) }))
      .filter(({ name, value }) => value !== '' && !(name === 'Title' && value === 'Default Title'));
    const optionNamed = (pattern: RegExp) => options.find(({ name }) => pattern.test(name))?.value;
    const own = variant.read(names.variantImage);
    const others = options.filter(({ name }) => !/^(size|colou?r)$/i.test(name));
    yield {
      line: variant.line,
      value: {
        id: [handle, ...options.map(({ value }) => value)].join('/'),
        handle,
        name: first.read(names.title),
        title: [first.read(names.title), options.map(({ value }) => value).join(', ')].filter(Boolean).join(' · '),
        description: plainTextOfHtml(first.read(names.body)),
        brand: first.read(names.vendor),
        // Paths such as "Apparel & Accessories > Clothing > Dresses": the last step says most.
        category: (first.read(names.type) || first.read(names.category)).split('>').at(-1)!.trim(),
        price: variant.read(names.price),
        compareAt: originalPrice(variant.read(names.compareAt), variant.read(names.price)),
        quantity: quantityOf(variant),
        status: statusOf(first, variant),
        size: optionNamed(/^size$/i),
        attributes: {
          colour: optionNamed(/^colou?r$/i),
          sku: variant.read(names.sku) || undefined,
          ...Object.fromEntries(others.map(({ name, value }) => [attributeKey(name), value])),
        },
        pictures: own === '' ? pictures : [own, ...pictures.filter((picture) => picture !== own)],
      },
    };
  }
}

/** "Compare at 0.00" means none. */
function originalPrice(compareAt: string, price: string): string {
  return Number(compareAt) > Number(price) ? compareAt : '';
}

function quantityOf(variant: Line): string {
  const text = variant.read(names.inventory);
  // Shopify counts oversold stock below zero; what may be sold without stock counts as one.
  if (text.startsWith('-') || text === '0') return sellsWithoutStock(variant) ? '1' : '0';
  return text || '1';
}

function sellsWithoutStock(variant: Line): boolean {
  return /^(continue|true)$/i.test(variant.read(names.policy));
}

function statusOf(first: Line, variant: Line): string {
  if (/^draft$/i.test(first.read(names.status))) return 'draft';
  if (/^archived$/i.test(first.read(names.status)) || /^false$/i.test(first.read(names.published)))
    return 'not-for-sale';
  return quantityOf(variant) === '0' ? 'not-for-sale' : 'available';
}

function attributeKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();
  const key = words.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase());
  return /^[a-z]/.test(key) ? key.slice(0, 60) : 'option';
}
