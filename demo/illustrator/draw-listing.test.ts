import { describe, expect, it } from 'vitest';
import { describePicture } from './alt-text.ts';
import { composeSheet, DRAWINGS, drawView, type View, viewsOf } from './draw-listing.ts';
import { albedoSvg, identitySvg } from './drawing.ts';
import { CLOTH } from './palette.ts';
import type { DemoListing } from './traits.ts';
import { readWear } from './wear.ts';

const VOCABULARY: Record<string, readonly string[]> = {
  colour: Object.keys(CLOTH),
  pattern:
    'plain stripe breton pinstripe plaid gingham houndstooth herringbone polka-dot floral cable colour-block animal embroidered'.split(
      ' ',
    ),
  material:
    'cotton linen silk satin velvet wool cashmere mohair alpaca denim leather suede faux-leather faux-fur polyester viscose nylon chiffon tulle lace corduroy tweed jersey fleece down canvas straw rubber mesh sequins stainless-steel aluminium titanium gold-plated sterling-silver brass pearl plastic glass ceramic wax paper bamboo recycled-polyester merino'.split(
      ' ',
    ),
  length: 'mini above-knee knee midi ankle floor cropped hip thigh'.split(' '),
  neckline:
    'crew v-neck scoop square sweetheart halter off-shoulder one-shoulder boat turtleneck shirt-collar cowl strapless notch-lapel shawl hood'.split(
      ' ',
    ),
  sleeve: 'sleeveless strap cap short elbow three-quarter long puff bishop'.split(' '),
  silhouette:
    'a-line column wrap bodycon fit-and-flare slip shirt-dress empire straight wide-leg tapered bootcut skinny pleated pencil double-breasted single-breasted boxy'.split(
      ' ',
    ),
  fit: ['slim', 'regular', 'relaxed', 'oversized'],
  bow: ['none', 'small', 'big'],
  bowPosition: ['front', 'back', 'waist', 'neck', 'shoulder', 'side'],
  closure: 'zip buttons hook drawstring slip-on laces buckle velcro magnet snap'.split(' '),
  heelType: ['stiletto', 'block', 'kitten', 'wedge', 'flat'],
  toe: ['pointed', 'round', 'almond', 'square', 'open'],
  headphoneType: ['over-ear', 'on-ear', 'in-ear', 'open-ear', 'bone-conduction', 'neckband'],
  style:
    'trench wool duffle cape beanie fedora bucket beret straw flap crossbody clutch top-handle pearls chain pendant hoops studs drops'.split(
      ' ',
    ),
};
const DETAILS =
  'belt buttons zip pockets pleats ruffle slit fringe hood drawstring cable ribbed sequins embroidery quilted lace-up buckle chain logo-free pompom turn-up patch-pockets'.split(
    ' ',
  );

function makeListing(category: string, attributes: Record<string, unknown>, conditionNote: string | null = null) {
  const listing: DemoListing = {
    key: `${category}-sample`,
    title: 'A sample',
    category,
    department: 'women',
    conditionNote,
    attributes,
  };
  return listing;
}

/** The drawing as text: what librsvg gets, and the folds that only the relief sees. */
function trace(listing: DemoListing, view: View): string {
  const { drawing, camera } = composeSheet(listing, view);
  const folds = drawing.pieces.map((piece) => JSON.stringify([piece.bounds, piece.folds, piece.flow])).join('');
  return albedoSvg(drawing, 600, camera) + identitySvg(drawing, 600, camera) + folds;
}

function expectSound(text: string): void {
  expect(text).not.toMatch(/NaN|Infinity|undefined|null,null/);
  expect(text).toContain('<path');
}

describe.each(Object.keys(DRAWINGS))('the drawing of %s', (category) => {
  it('is the same every time and differs between listings', () => {
    const listing = makeListing(category, { colour: 'red' });
    expect(trace(listing, 'front')).toBe(trace(listing, 'front'));
    expect(trace({ ...listing, key: 'another' }, 'front')).not.toBe(trace(listing, 'front'));
  });

  it('accepts every word of the vocabulary', () => {
    // Each sample wears one word of every attribute; together they wear them all.
    const longest = Math.max(DETAILS.length, ...Object.values(VOCABULARY).map((words) => words.length));
    for (let i = 0; i < longest; i++) {
      const worn = Object.entries(VOCABULARY).map(([attribute, words]) => [attribute, words[i % words.length]]);
      const listing = makeListing(category, { ...Object.fromEntries(worn), details: [DETAILS[i % DETAILS.length]] });
      expectSound(trace(listing, 'front'));
    }
  });

  it('draws each of its views, with little or nothing known', () => {
    const listing = makeListing(category, {});
    for (const view of viewsOf(listing)) expectSound(trace(listing, view));
  });
});

describe('pictures', () => {
  it('a bow at the back shows in the back view', () => {
    const withBow = makeListing('dresses', { bow: 'big', bowPosition: 'back', length: 'floor', neckline: 'strapless' });
    const without = makeListing('dresses', { bow: 'none', length: 'floor', neckline: 'strapless' });
    expect(viewsOf(withBow)).toContain('back');
    const count = (listing: DemoListing): number => drawView(listing, 'back').drawing.pieces.length;
    expect(count(withBow)).toBe(count(without) + 7);
  });

  it('a flaw the seller names is drawn in the close-up only', () => {
    const flawed = makeListing('jumpers', { colour: 'grey' }, 'Slight pilling under the arms.');
    const sound = makeListing('jumpers', { colour: 'grey' });
    expect(trace(flawed, 'front')).toBe(trace(sound, 'front'));
    expect(trace(flawed, 'detail')).not.toBe(trace(sound, 'detail'));
  });

  it('a condition note is understood in English, Chinese and Persian', () => {
    expect(readWear('A pulled thread inside the hem.')).toBe('pulled-thread');
    expect(readWear('袖口轻微起球。')).toBe('pilling');
    expect(readWear('یک لک کم‌رنگ روی آستین.')).toBe('stain');
    expect(readWear('No flaws found.')).toBeNull();
  });

  it('the alternative text says in three languages what is drawn', () => {
    const listing = makeListing('dresses', {
      colour: 'red',
      material: 'velvet',
      length: 'floor',
      bow: 'big',
      bowPosition: 'back',
    });
    const alt = describePicture(listing, 'back');
    expect(alt.en).toBe('Red velvet dress, floor length, a big bow at the back; back view.');
    expect(alt.zh).toContain('红色丝绒连衣裙');
    expect(alt.fa).toContain('پیراهن زنانه');
  });
});
