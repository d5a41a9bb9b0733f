import { use } from './items.ts';
import type { Item } from './match.ts';
import type { Constraint } from './need.ts';
import type { Quantity } from './quantities.ts';

/** How a bare number is meant: "30 hours" wants at least as many, "20 litres" about as many. */
type Reading = { facet: string; scale: number; bare: 'at-least' | 'about' };

const ABOUT = 0.1;
/** "Tested to 200 metres" says how much a thing can do, so one that can do more will do; "under 200 metres" does not. */
const CAPABLE = /^(?:to|up to|down to|تا|到)$/i;

/** A quantity with a unit of measurement as a constraint on an attribute. */
export function measureOf(items: Item[], quantity: Quantity, categories: readonly string[]): Constraint | undefined {
  if (quantity.unit === undefined) return undefined;
  const nearby = items
    .slice(Math.max(0, quantity.first - 4), quantity.last + 5)
    .flatMap((item) => [...item.ids, item.text.toLowerCase()]);
  const reading = readingOf(quantity.unit, nearby, categories);
  if (!reading) return undefined;
  let min = quantity.min;
  let max = quantity.max;
  if (quantity.isBare && reading.bare === 'at-least') max = undefined;
  if (reading.bare === 'at-least' && min === undefined && CAPABLE.test(items[quantity.first]!.text)) {
    min = max;
    max = undefined;
  }
  if (quantity.isAround || (quantity.isBare && reading.bare === 'about')) {
    min = min === undefined ? undefined : min * (1 - ABOUT);
    max = max === undefined ? undefined : max * (1 + ABOUT);
  }
  for (let at = quantity.first; at <= quantity.last; at++) use(items, at);
  const constraint: Constraint = {
    key: '',
    facet: reading.facet,
    operator: 'range',
    anyOf: [],
    bendable: true,
    span: { start: items[quantity.first]!.start, end: items[quantity.last]!.end },
  };
  if (min !== undefined) constraint.min = round(min * reading.scale);
  if (max !== undefined) constraint.max = round(max * reading.scale);
  constraint.key = `${reading.facet}:range:${constraint.min ?? ''}-${constraint.max ?? ''}`;
  return constraint;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function readingOf(unit: string, nearby: string[], categories: readonly string[]): Reading | undefined {
  const isNear = (...ids: string[]): boolean =>
    nearby.some((id) => ids.some((each) => id === each || id.startsWith(each)));
  const isFor = (...ids: string[]): boolean => categories.some((id) => ids.includes(id));
  switch (unit) {
    case 'hours':
      if (isFor('candles') || isNear('aspect:burn-time')) return { facet: 'burnHours', scale: 1, bare: 'at-least' };
      if (
        isNear('warmth:', 'season:winter', 'cold', 'aspect:insulation') &&
        isFor('water-bottles', 'mugs') &&
        isNear('cold', '冷', 'سرد')
      ) {
        return { facet: 'coldHours', scale: 1, bare: 'at-least' };
      }
      if (isFor('water-bottles', 'mugs')) return { facet: 'hotHours', scale: 1, bare: 'at-least' };
      return { facet: 'batteryHours', scale: 1, bare: 'at-least' };
    case 'minutes':
      return isNear('aspect:charging', 'fastCharging:') || isFor('headphones', 'earbuds')
        ? { facet: 'chargeMinutes', scale: 1, bare: 'about' }
        : undefined;
    case 'litres':
      return isFor('water-bottles', 'mugs')
        ? { facet: 'capacityMl', scale: 1000, bare: 'about' }
        : { facet: 'capacityLitres', scale: 1, bare: 'about' };
    case 'ml':
      return { facet: 'capacityMl', scale: 1, bare: 'about' };
    case 'ounces':
      return isFor('water-bottles', 'mugs', 'candles')
        ? { facet: 'capacityMl', scale: 29.57, bare: 'about' }
        : { facet: 'weightGrams', scale: 28.35, bare: 'about' };
    case 'cm':
      return lengthReading(1, isNear, isFor);
    case 'inches':
      return isFor('laptop-bags', 'laptops', 'computers', 'televisions', 'tablets')
        ? undefined
        : lengthReading(2.54, isNear, isFor);
    case 'mm':
      if (isFor('watches')) return { facet: 'caseMm', scale: 1, bare: 'about' };
      if (isFor('headphones', 'earbuds')) return { facet: 'driverMm', scale: 1, bare: 'about' };
      return lengthReading(0.1, isNear, isFor);
    case 'metres':
      return isFor('watches') || isNear('waterproof:')
        ? { facet: 'waterResistanceM', scale: 1, bare: 'at-least' }
        : undefined;
    case 'grams':
      return { facet: 'weightGrams', scale: 1, bare: 'about' };
    case 'kilograms':
      return { facet: 'weightGrams', scale: 1000, bare: 'about' };
    case 'lumens':
      return { facet: 'lumens', scale: 1, bare: 'at-least' };
    case 'pages':
      return { facet: 'pages', scale: 1, bare: 'about' };
    case 'gsm':
      return { facet: 'paperGsm', scale: 1, bare: 'at-least' };
    case 'ohms':
      return { facet: 'impedanceOhm', scale: 1, bare: 'about' };
    default:
      return undefined;
  }
}

function lengthReading(
  scale: number,
  isNear: (...ids: string[]) => boolean,
  isFor: (...ids: string[]) => boolean,
): Reading {
  const about = (facet: string): Reading => ({ facet, scale, bare: 'about' });
  if (isNear('heelType:', 'aspect:heel-height', 'heel', 'پاشنه', '跟') || isFor('heels', 'heeled-sandals'))
    return about('heelHeightCm');
  if (isNear('waist', '腰围', 'دور کمر')) return about('waistCm');
  if (isNear('bust', 'chest', '胸围', 'دور سینه')) return about('bustCm');
  if (isNear('hips', 'hip', '臀围', 'دور باسن')) return about('hipsCm');
  if (isNear('shoulder', '肩宽', 'سرشانه')) return about('shoulderCm');
  if (isNear('inseam', 'inside leg', '内长')) return about('insideLegCm');
  if (isNear('wide', 'width', '宽', 'عرض')) return about('widthCm');
  if (isNear('tall', 'height', 'high', '高', 'ارتفاع')) return about('heightCm');
  if (isNear('depth', 'deep', '深', 'عمق')) return about('depthCm');
  return about(isFor('handbags', 'tote-bags', 'backpacks', 'clutches', 'bags') ? 'widthCm' : 'lengthCm');
}
