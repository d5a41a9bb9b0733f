import { readdirSync } from 'node:fs';
import type { LanguageEngine } from '#engines/language';
import type { AttributeValue, ListingDocument } from '#engines/retrieval';
import { readRows } from '../eval/read-files.ts';
import { createRandom, type Random } from './random.ts';

/** Listings without end, each the same in every run: what real ones say, put together anew. */
export type ManyListings = {
  listing(index: number): ListingDocument;
  /** What somebody asks for who looks for about this listing: constraints, wishes, typing errors, three languages. */
  request(index: number): string;
};

type Kind = { words: string[]; category: string; department: string; attributes: Record<string, AttributeValue> };
type DemoListing = Kind & { title: string; description: string };

const DEMO_LISTINGS = new URL('../demo/world/listings', import.meta.url).pathname;
const BRANDS = 8_000;
const CLOSETS = 60_000;
const RARE_WORDS = 300_000;
const TEXT_WORDS = 18;
const SIZES = ['XS', 'S', 'M', 'L', 'XL', '36', '38', '40', '42', '44'];
const CONDITIONS = ['new', 'like-new', 'good', 'fair'];
const CURRENCIES = ['EUR', 'EUR', 'EUR', 'EUR', 'USD', 'USD', 'GBP', 'CNY'];
const COLOURS = [
  'black',
  'white',
  'blue',
  'red',
  'green',
  'beige',
  'grey',
  'pink',
  'brown',
  'navy',
  'purple',
  'yellow',
];
const MATERIALS = ['cotton', 'leather', 'wool', 'silk', 'linen', 'denim', 'polyester', 'cashmere', 'suede', 'velvet'];
const SYLLABLES = 'ba co du fe gi ho ja ke li mo na pu ra se ti vo wa xi yo zu lar men tor vin sel dra kos'.split(' ');
const FIRST_LISTED = Date.UTC(2024, 0, 1);
const MINUTE = 60_000;

/** @param styles rows of a fashion catalogue (`productDisplayName`, `articleType`, ...); the demo world's listings alone without. */
export function createManyListings(language: LanguageEngine, styles: readonly Style[]): ManyListings {
  const demo = readDemo();
  const kinds = [...styles.map(kindOfStyle), ...demo];
  const commonWords = [...new Set(demo.flatMap(({ description }) => description.toLowerCase().match(/\p{L}{3,}/gu)!))];
  const label = (facet: string, value: string, locale: 'zh' | 'fa'): string => {
    const [id] = language.resolve(facet, value);
    return (id && language.labelOf(`${facet}:${id}`, locale)) ?? value;
  };

  function draw(index: number) {
    const random = createRandom(index);
    // One in eight is a piece of the demo world, which speaks three languages.
    const kind = index % 8 === 0 ? demo[random.below(demo.length)]! : kinds[random.below(kinds.length)]!;
    const brand = nameOf(random.zipf(BRANDS));
    const priceMinor = Math.round(Math.exp(6.5 + 3.2 * random.next())) * 10;
    const colour = COLOURS[random.zipf(COLOURS.length)]!;
    return { random, kind, brand, priceMinor, colour, material: MATERIALS[random.zipf(MATERIALS.length)]! };
  }

  return {
    listing(index) {
      const { random, kind, brand, priceMinor, colour, material } = draw(index);
      const text: string[] = [];
      for (let word = 0; word < TEXT_WORDS; word++) {
        const isRare = random.next() < 0.1;
        text.push(isRare ? nameOf(random.zipf(RARE_WORDS)) : commonWords[random.zipf(commonWords.length)]!);
      }
      return {
        id: `listing-${index.toString(36).padStart(8, '0')}`,
        title: [brand, colour, material, ...kind.words].join(' '),
        text: text.join(' '),
        brand,
        category: kind.category,
        department: kind.department,
        attributes: { ...kind.attributes, colour, material, weightGrams: 50 + random.below(900) },
        condition: random.pick(CONDITIONS),
        size: { value: random.pick(SIZES) },
        price: { minor: priceMinor, currency: random.pick(CURRENCIES) },
        closetId: `closet-${random.zipf(CLOSETS)}`,
        listedAt: FIRST_LISTED + index * MINUTE,
      };
    },
    request(index) {
      const { random, kind, brand, priceMinor, colour, material } = draw(index);
      const most = Math.ceil(priceMinor / 5_000) * 50;
      const thing = kind.category.replaceAll('-', ' ');
      const title = kind.words.join(' ');
      const forms = [
        `${colour} ${thing} under €${most}`,
        `${brand} ${thing}`,
        `${mistype(colour, random)} ${material} ${mistype(thing, random)}`,
        `${thing} for a wedding, not ${colour}`,
        `cheap warm ${thing} in ${material}`,
        `${label('colour', colour, 'zh')}${label('category', thing, 'zh')}，${most}欧以内`,
        `${label('category', thing, 'fa')} ${label('colour', colour, 'fa')} زیر ${most} یورو`,
        title,
        mistype(title, random),
        `${colour} ${material}`,
      ];
      return forms[index % forms.length]!;
    },
  };
}

/** A row of `styles.csv`, cut at its commas; names that hold commas are left whole by nobody and do no harm. */
export type Style = { gender: string; articleType: string; season: string; usage: string; name: string };

export function parseStyles(text: string): Style[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','))
    .filter((cells) => cells.length === 10)
    .map((cells) => ({
      gender: cells[1]!,
      articleType: cells[4]!,
      season: cells[6]!,
      usage: cells[8]!,
      name: cells[9]!,
    }));
}

function kindOfStyle({ gender, articleType, season, usage, name }: Style): Kind {
  // The brand stands first and is replaced.
  const words = name.split(/\s+/).slice(1, 7);
  return { words, category: articleType, department: gender, attributes: { season, usage } };
}

function readDemo(): DemoListing[] {
  return readdirSync(DEMO_LISTINGS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readRows<DemoListing>(DEMO_LISTINGS, name, ['title', 'category', 'department']))
    .map((listing) => ({ ...listing, words: listing.title.split(/\s+/).slice(0, 8) }));
}

/** A word made of syllables, another one for each number. */
function nameOf(number: number): string {
  let word = '';
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}

/** Two neighbouring letters change places. */
function mistype(words: string, random: Random): string {
  if (words.length < 5) return words;
  const at = 1 + random.below(words.length - 3);
  return words.slice(0, at) + words[at + 1] + words[at] + words.slice(at + 2);
}
