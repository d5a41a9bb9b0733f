import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '#knowledge';
import { readWorld } from './fill/read-world.ts';

const words = (text: string) => text.split(' ');
const colours = words(
  'black white ivory cream beige sand camel tan brown chestnut grey charcoal silver navy blue light-blue teal turquoise green olive sage bottle-green yellow mustard gold orange rust coral pink blush fuchsia red burgundy purple lilac plum multicolour',
);

/** The attributes that take one of a few values; all others are numbers, yes or no, or free text. */
const vocabulary: Record<string, string[]> = {
  colour: colours,
  colour2: colours,
  pattern: words(
    'plain stripe breton pinstripe plaid gingham houndstooth herringbone polka-dot floral cable colour-block animal embroidered',
  ),
  material: words(
    'cotton linen silk satin velvet wool cashmere mohair alpaca denim leather suede faux-leather faux-fur polyester viscose nylon chiffon tulle lace corduroy tweed jersey fleece down canvas straw rubber mesh sequins stainless-steel aluminium titanium gold-plated sterling-silver brass pearl plastic glass ceramic wax paper bamboo recycled-polyester merino',
  ),
  lining: words('silk viscose polyester cotton none'),
  length: words('mini above-knee knee midi ankle floor cropped hip thigh'),
  neckline: words(
    'crew v-neck scoop square sweetheart halter off-shoulder one-shoulder boat turtleneck shirt-collar cowl strapless notch-lapel shawl hood',
  ),
  sleeve: words('sleeveless strap cap short elbow three-quarter long puff bishop'),
  silhouette: words(
    'a-line column wrap bodycon fit-and-flare slip shirt-dress empire straight wide-leg tapered bootcut skinny pleated pencil double-breasted single-breasted boxy',
  ),
  fit: words('slim regular relaxed oversized'),
  bow: words('none small big'),
  bowPosition: words('front back waist neck shoulder side'),
  details: words(
    'belt buttons zip pockets pleats ruffle slit fringe hood drawstring cable ribbed sequins embroidery quilted lace-up buckle chain logo-free pompom turn-up patch-pockets',
  ),
  closure: words('zip buttons hook drawstring slip-on laces buckle velcro magnet snap'),
  care: words('machine-wash hand-wash dry-clean spot-clean'),
  stretch: words('none some high'),
  season: words('spring summer autumn winter'),
  occasion: words(
    'everyday work wedding party red-carpet gala date travel beach hiking running commuting interview festival gift',
  ),
  waterproof: words('waterproof water-resistant none'),
  waterRating: words('IPX4 IPX5 IPX6 IPX7 IPX8 IP67 IP68'),
  warmth: words('light medium warm'),
  heelType: words('stiletto block kitten wedge flat'),
  toe: words('pointed round almond square open'),
  headphoneType: words('over-ear on-ear in-ear open-ear bone-conduction neckband'),
  noiseCancelling: words('active passive none'),
  bass: words('strong balanced light'),
  codec: words('SBC AAC aptX LDAC'),
  ruling: words('dotted lined plain grid'),
  movement: words('quartz automatic solar'),
  uvProtection: ['UV400'],
  style: words(
    'trench wool duffle cape beanie fedora bucket beret straw flap crossbody clutch top-handle pearls chain pendant hoops studs drops',
  ),
};

const world = await readWorld(import.meta.dirname);
const pieces = [...world.products, ...world.listings];
const categories = new Set(
  loadKnowledge()
    .concepts.filter(({ id }) => id.startsWith('category:'))
    .map(({ id }) => id.slice('category:'.length)),
);

function findRepeated(items: string[]): string[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size === seen.add(item).size);
}

describe('the demo world', () => {
  test('is as large as a newcomer is promised', () => {
    expect(world.closets.length).toBeGreaterThanOrEqual(40);
    expect(world.listings.length).toBeGreaterThanOrEqual(690);
    expect(new Set(world.listings.map(({ category }) => category)).size).toBeGreaterThanOrEqual(25);
    expect(world.reviews.length).toBeGreaterThanOrEqual(4000);
    expect(world.questions.length).toBeGreaterThanOrEqual(900);
    expect(world.guides.length).toBeGreaterThanOrEqual(40);
  });

  test('gives every closet, style, listing and guide a key of its own', () => {
    expect(findRepeated(world.closets.map(({ handle }) => handle))).toEqual([]);
    expect(findRepeated([...pieces.map(({ key }) => key), ...world.guides.map(({ slug }) => slug)])).toEqual([]);
  });

  test('refers only to closets, styles and listings that exist', () => {
    const closets = new Set(world.closets.map(({ handle }) => handle));
    const products = new Set(world.products.map(({ key }) => key));
    const listings = new Set(world.listings.map(({ key }) => key));
    const isMissing = (known: Set<string>, key: string | null) => key !== null && !known.has(key);

    expect(world.listings.filter(({ closet }) => isMissing(closets, closet))).toEqual([]);
    expect(world.listings.filter(({ product }) => isMissing(products, product))).toEqual([]);
    expect(world.reviews.filter(({ product }) => isMissing(products, product))).toEqual([]);
    expect(
      world.questions.filter(({ listing, product }) => isMissing(listings, listing) || isMissing(products, product)),
    ).toEqual([]);
    expect(world.questions.filter(({ listing, product }) => (listing === null) === (product === null))).toEqual([]);
  });

  test('speaks of categories and attribute values by their canonical ids', () => {
    const named = [
      ...pieces.map(({ category }) => category),
      ...world.guides.flatMap((guide) => guide.categories.filter((category) => category !== 'all')),
    ];
    expect(named.filter((category) => !categories.has(category))).toEqual([]);
    const strange = pieces.flatMap(({ key, attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) =>
        [value]
          .flat()
          .filter((one) => name in vocabulary && !vocabulary[name]!.includes(String(one)))
          .map((one) => `${key}: ${name} ${one}`),
      ),
    );
    expect(strange).toEqual([]);
  });

  test('has no two reviews with the same text', () => {
    expect(findRepeated(world.reviews.map(({ text }) => text.trim().toLowerCase()))).toEqual([]);
  });

  test('tells things in an order that can have happened', () => {
    const joined = new Map(world.closets.map((closet) => [closet.handle, closet.joinedDaysAgo]));
    const early = world.listings.filter(
      ({ closet, listedDaysAgo, priceHistory }) =>
        listedDaysAgo > joined.get(closet)! || priceHistory.some(({ daysAgo }) => daysAgo > listedDaysAgo),
    );
    expect(early.map(({ key }) => key)).toEqual([]);
    const answeredBeforeAsked = world.questions.filter(({ daysAgo, answers }) =>
      answers.some((answer) => answer.daysAgo > daysAgo),
    );
    expect(answeredBeforeAsked).toEqual([]);
  });
});
