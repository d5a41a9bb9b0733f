import { hasCue } from './items.ts';
import { conceptFacet, conceptValue } from './lexicon.ts';
import type { Item } from './match.ts';
import type { Reference } from './need.ts';

type Change = Reference['changes'][number];

/** What a comparative asks of which facet. */
const COMPARATIVES: [RegExp, Change][] = [
  [/^(?:longer|更长|长一点|长点|再长一点|بلندتر)/, { facet: 'length', direction: 'more' }],
  [/^(?:shorter|更短|短一点|短点|再短一点|کوتاه ?تر)/, { facet: 'length', direction: 'less' }],
  [/^(?:cheaper|更便宜|便宜一点|再便宜一点|便宜点|ارزان ?تر|ارزون ?تر)/, { facet: 'price', direction: 'less' }],
  [/^(?:bigger|larger|roomier|更大|大一点|再大一点|大点|بزرگ ?تر)/, { facet: 'size', direction: 'more' }],
  [/^(?:smaller|更小|小一点|再小一点|小点|کوچک ?تر)/, { facet: 'size', direction: 'less' }],
  [/^(?:warmer|thicker|更暖|更厚|厚一点|گرم ?تر|ضخیم ?تر)/, { facet: 'warmth', direction: 'more' }],
  [/^(?:thinner|更薄|薄一点|نازک ?تر)/, { facet: 'warmth', direction: 'less' }],
  [/^(?:looser|wider|更宽松|宽松一点|گشادتر)/, { facet: 'fit', direction: 'more' }],
  [/^(?:tighter|slimmer|narrower|تنگ ?تر)/, { facet: 'fit', direction: 'less' }],
  [/^(?:heavier)/, { facet: 'weight', direction: 'more' }],
  [/^(?:更轻|轻一点|سبک ?تر)/, { facet: 'weight', direction: 'less' }],
  [/^(?:brighter|更亮|روشن ?تر)/, { facet: 'brightness', direction: 'more' }],
  [/^(?:更深|深一点|تیره ?تر)/, { facet: 'brightness', direction: 'less' }],
  [/^(?:更浅|浅一点)/, { facet: 'brightness', direction: 'more' }],
  [/^(?:fancier|dressier|更正式|رسمی.?تر)/, { facet: 'formality', direction: 'more' }],
  [/^(?:simpler|plainer|更休闲|ساده.?تر)/, { facet: 'formality', direction: 'less' }],
  [/^(?:newer|更新|جدیدتر)/, { facet: 'recency', direction: 'more' }],
  [/^(?:louder)/, { facet: 'sound', direction: 'more' }],
  [/^(?:softer)/, { facet: 'comfort', direction: 'more' }],
  [/^(?:higher)/, { facet: 'heelHeightCm', direction: 'more' }],
  [/^(?:lower)/, { facet: 'heelHeightCm', direction: 'less' }],
  [/^(?:bolder)/, { facet: 'effect', direction: 'more' }],
];

const ORDINALS: [RegExp, number][] = [
  [/last|最后|آخر/, -1],
  [/first|1st|\b1\b|one$|第一|前|اول|یک/, 1],
  [/second|2nd|\b2\b|two$|第二|دوم|دو/, 2],
  [/third|3rd|three$|第三|سوم/, 3],
  [/fourth|第四|چهارم/, 4],
  [/fifth|第五|پنجم/, 5],
];

/** "Like this but longer", "the second one in blue"; without a listing in sight, a comparative alone points at it too. */
export function readReference(items: Item[], hasContext: boolean, isQuestion: boolean): Reference | undefined {
  const nth = items.find((item) => hasCue(item, 'refer-nth'));
  const near = items.find((item) => hasCue(item, 'refer-this'));
  const changes: Change[] = [];
  for (const item of items) {
    if (!hasCue(item, 'more')) continue;
    const text = item.text.toLowerCase().replaceAll('\u200c', ' ');
    const found = COMPARATIVES.find(([pattern]) => pattern.test(text));
    if (found) changes.push({ ...found[1] });
  }
  const anchor = nth ?? near;
  const isRefinement = anchor !== undefined || (hasContext && changes.length > 0);
  if (!isRefinement || (isQuestion && changes.length === 0)) return undefined;
  for (const item of items) {
    if (item === anchor || item.isUsed) continue;
    for (const id of item.ids) {
      const facet = conceptFacet(id);
      if (facet === 'category' || facet === 'aspect' || facet === 'currency' || facet === 'unit') continue;
      changes.push({ facet, direction: item.isNegated ? 'is-not' : 'is', value: conceptValue(id) });
    }
  }
  const reference: Reference = { kind: nth ? 'nth-result' : 'this-listing', changes };
  if (nth) reference.position = ORDINALS.find(([pattern]) => pattern.test(nth.text.toLowerCase()))?.[1] ?? 1;
  if (anchor) reference.span = { start: anchor.start, end: anchor.end };
  return reference;
}
