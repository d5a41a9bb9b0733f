/** Reads the demo world's loose attributes into what the drawings need. */

import { type MaterialName, resolveMaterial } from './materials.ts';
import { CLOTH, clothColour, darker, lighter, luminance, mix } from './palette.ts';
import { type PatternName, type PatternTile, patternTile } from './patterns.ts';
import type { Random } from './random.ts';
import type { TextureName } from './textures.ts';

export interface DemoListing {
  key: string;
  title: string;
  category: string;
  department?: string;
  brand?: string | null;
  condition?: string;
  conditionNote?: string | null;
  attributes: Record<string, unknown>;
}

export interface Traits {
  category: string;
  department: string;
  title: string;
  colourName: string;
  colour: string;
  colour2: string;
  hasSecond: boolean;
  patternName: string;
  pattern: PatternTile | null;
  materialWord: string;
  material: MaterialName;
  texture: TextureName | null;
  neckline: string;
  sleeve: string;
  length: string;
  silhouette: string;
  fit: string;
  bow: 'none' | 'small' | 'big';
  bowPosition: string;
  details: ReadonlySet<string>;
  closure: string;
  style: string;
  headphoneType: string;
  heelType: string;
  toe: string;
  heelHeight: number;
  shaftHeight: number;
  conditionNote: string;
  lining: string;
  attributes: Record<string, unknown>;
}

const FALLBACK_MATERIAL: Record<string, MaterialName> = {
  dresses: 'cotton',
  't-shirts': 'cotton',
  blouses: 'silk',
  shirts: 'cotton',
  jumpers: 'wool',
  cardigans: 'wool',
  blazers: 'wool',
  coats: 'wool',
  'puffer-jackets': 'nylon',
  'rain-jackets': 'nylon',
  'denim-jackets': 'denim',
  jeans: 'denim',
  trousers: 'wool',
  skirts: 'cotton',
  trainers: 'leather',
  heels: 'leather',
  'ankle-boots': 'leather',
  'hiking-boots': 'suede',
  loafers: 'leather',
  sandals: 'leather',
  handbags: 'leather',
  'tote-bags': 'canvas',
  backpacks: 'canvas',
  scarves: 'wool',
  hats: 'wool',
  necklaces: 'gold',
  earrings: 'gold',
  watches: 'leather',
  sunglasses: 'plastic',
  headphones: 'plastic',
  earbuds: 'plastic',
  'water-bottles': 'metal',
  headlamps: 'plastic',
  candles: 'wax',
  mugs: 'ceramic',
  notebooks: 'paper',
};
const KNITTED = new Set(['jumpers', 'cardigans', 'scarves', 'hats']);
const KNIT_FIBRES = new Set([
  'wool',
  'cashmere',
  'mohair',
  'alpaca',
  'merino',
  'cotton',
  'viscose',
  'polyester',
  'recycled-polyester',
  '',
]);
const PATTERNS = new Set([
  'stripe',
  'breton',
  'pinstripe',
  'plaid',
  'gingham',
  'houndstooth',
  'herringbone',
  'polka-dot',
  'floral',
  'animal',
  'embroidered',
]);

function word(attributes: Record<string, unknown>, key: string): string {
  const value = attributes[key];
  return typeof value === 'string' ? value : Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '';
}

export function numberOf(attributes: Record<string, unknown>, key: string): number {
  const value = attributes[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** The colour a pattern brings when the listing names none. */
function secondColour(base: string, pattern: string, random: Random): string {
  if (pattern === 'herringbone' || pattern === 'houndstooth')
    return luminance(base) > 0.45 ? mix(base, '#3a2c22', 0.62) : mix(base, '#efe2cc', 0.5);
  if (pattern === 'animal') return '#2f211a';
  if (pattern === 'floral' || pattern === 'embroidered')
    return luminance(base) > 0.55
      ? random.pick(['#b2453f', '#3f5f8f', '#8a4a7a', '#c46a4a'])
      : random.pick(['#efd9c6', '#e8a79a', '#f0c9a0']);
  if (luminance(base) > 0.6) return random.pick([CLOTH.navy!, '#5e7fa6', '#8c3b36', '#3f6a57']);
  return lighter(base, 0.8);
}

function scaleOf(pattern: PatternName, category: string): number {
  const small = category === 'scarves' || category === 'skirts' || category === 'dresses' ? 0.85 : 1;
  if (pattern === 'plaid') return category === 'scarves' ? 0.8 : 0.72;
  if (pattern === 'floral') return 0.74 * small;
  if (pattern === 'herringbone') return 0.66;
  if (pattern === 'houndstooth') return 0.95;
  return 0.9 * small;
}

function textureFor(category: string, material: string, details: Set<string>, pattern: string): TextureName | null {
  if (material === 'sequins' || details.has('sequins')) return 'sequins';
  if (details.has('quilted') && category !== 'puffer-jackets') return 'quilt';
  if (material === 'corduroy') return 'corduroy';
  if (material === 'straw') return 'straw';
  if (material === 'mesh') return 'mesh';
  if (material === 'denim') return 'twill';
  if (details.has('ribbed'))
    return category === 't-shirts' || category === 'dresses' || category === 'skirts' ? 'fine-rib' : 'rib';
  if (KNITTED.has(category) && KNIT_FIBRES.has(material))
    return details.has('cable') || pattern === 'cable' || material === 'mohair' || material === 'alpaca'
      ? 'chunky-knit'
      : 'knit';
  return null;
}

export function readTraits(listing: DemoListing, random: Random): Traits {
  const { attributes, category } = listing;
  const details = new Set(
    Array.isArray(attributes.details) ? attributes.details.filter((d): d is string => typeof d === 'string') : [],
  );
  const materialWord = word(attributes, 'material');
  const patternName = word(attributes, 'pattern') || 'plain';
  const named = word(attributes, 'colour');
  const fallbackColour =
    materialWord === 'denim' || category === 'jeans' || category === 'denim-jackets' ? '#48698f' : '#c9b596';
  let colour = clothColour(named || undefined, random, fallbackColour);
  if ((materialWord === 'denim' || category === 'jeans' || category === 'denim-jackets') && named === 'blue')
    colour = clothColour(undefined, random, '#41618d');
  const hasSecond = word(attributes, 'colour2') !== '';
  const second = hasSecond ? clothColour(word(attributes, 'colour2'), random) : '';
  const across = ['t-shirts', 'jumpers', 'cardigans', 'scarves', 'mugs', 'notebooks', 'hats'].includes(category);
  const asked = patternName === 'stripe' && across ? 'breton' : patternName;
  const effective =
    named === 'multicolour' && patternName === 'plain' && ['dresses', 'blouses', 'scarves', 'skirts'].includes(category)
      ? 'floral'
      : asked;
  let pattern: PatternTile | null = null;
  const colour2 = second || secondColour(colour, effective, random);
  const accents =
    effective === 'plaid'
      ? [random.pick(['#f2e4c8', '#d9a441', '#c9d3d3'])]
      : [
          random.pick(['#f0c24b', '#e8b25a']),
          random.pick(['#5f7a55', '#6f8460', '#41614f']),
          named === 'multicolour' ? '#4f7fa3' : lighter(colour2, 0.35),
        ];
  if (PATTERNS.has(effective)) {
    const name = effective as PatternName; // PATTERNS lists only pattern names
    pattern = patternTile(name, { base: colour, second: colour2, accents }, scaleOf(name, category));
  } else if (materialWord === 'lace')
    pattern = patternTile('lace', { base: colour, second: lighter(colour, 0.5), accents }, 0.8);
  else if (materialWord === 'tweed')
    pattern = patternTile(
      'herringbone',
      { base: colour, second: luminance(colour) > 0.4 ? darker(colour, 0.5) : lighter(colour, 0.4), accents },
      0.5,
    );
  const bow = word(attributes, 'bow');
  return {
    category,
    department: listing.department ?? 'women',
    title: listing.title.toLowerCase(),
    colourName: named,
    colour,
    colour2,
    hasSecond,
    patternName: effective,
    pattern,
    materialWord,
    material: resolveMaterial(
      details.has('sequins') ? 'sequins' : materialWord,
      FALLBACK_MATERIAL[category] ?? 'cotton',
    ),
    texture: textureFor(
      category,
      materialWord || (category === 'jeans' || category === 'denim-jackets' ? 'denim' : ''),
      details,
      patternName,
    ),
    neckline: word(attributes, 'neckline'),
    sleeve: word(attributes, 'sleeve'),
    length: word(attributes, 'length'),
    silhouette: word(attributes, 'silhouette'),
    fit: word(attributes, 'fit'),
    bow: bow === 'big' || bow === 'small' ? bow : 'none',
    bowPosition: word(attributes, 'bowPosition'),
    details,
    closure: word(attributes, 'closure'),
    style: word(attributes, 'style'),
    headphoneType: word(attributes, 'headphoneType'),
    heelType: word(attributes, 'heelType'),
    toe: word(attributes, 'toe'),
    heelHeight: numberOf(attributes, 'heelHeightCm'),
    shaftHeight: numberOf(attributes, 'shaftHeightCm'),
    conditionNote: listing.conditionNote ?? '',
    lining: word(attributes, 'lining'),
    attributes,
  };
}
