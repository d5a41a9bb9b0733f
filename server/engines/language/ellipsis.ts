import { hasCue, isComma } from './items.ts';
import { conceptFacet } from './lexicon.ts';
import type { Item } from './match.ts';

/** What stands between two things of one list. */
const JOINTS = /^(?:or|and|vs|versus|&|\/|还是|和|跟|或|یا|و|با)$/i;

/**
 * "active or passive noise cancelling" names two things and says their common word once: a word that was not understood
 * takes over the words it shares with its neighbour in the list, after it (English, Chinese) or before it (Persian),
 * where together they name another concept of the same facet. `match` understands a phrase by itself.
 */
export function completeEllipses(items: Item[], match: (phrase: string) => Item[]): void {
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (item.kind !== 'word' || item.ids.length > 0) continue;
    for (const step of [1, -1]) {
      const joint = items[at + step];
      const whole = items[at + 2 * step];
      if (!joint || !whole || whole.kind !== 'match' || !isJoint(joint)) continue;
      const ids = sharedReading(item, whole, step, match);
      if (ids.length === 0) continue;
      item.ids = ids;
      item.kind = 'match';
      break;
    }
  }
}

function isJoint(item: Item): boolean {
  return JOINTS.test(item.text) || isComma(item) || hasCue(item, 'or', 'and', 'intent-compare');
}

function sharedReading(item: Item, whole: Item, step: number, match: (phrase: string) => Item[]): string[] {
  const words = whole.text.split(/\s+/);
  const facets = new Set(whole.ids.map(conceptFacet));
  for (let shared = words.length - 1; shared >= 1; shared--) {
    const phrase = step > 0 ? [item.text, ...words.slice(-shared)] : [...words.slice(0, shared), item.text];
    const [read, ...others] = match(phrase.join(' '));
    if (!read || others.length > 0) continue;
    const ids = read.ids.filter((id) => facets.has(conceptFacet(id)) && !whole.ids.includes(id));
    if (ids.length > 0) return ids;
  }
  return [];
}
