import type { Constraint } from '#engines/language';
import { analyse } from './analyse.ts';
import { addSlot, type Bitset, hasSlot, subtract } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';
import { titleCount } from './text-index.ts';
import { titleHeadship } from './title-match.ts';

/** From this headship on a title says what the thing is. */
const NAMED_BY_TITLE = 0.5;

/**
 * A listing whose kind is not known is of the wanted kind where its title has the wanted words as its head: a catalogue
 * without categories still says "laptop" of its laptops. The set with such listings, itself where there are none.
 */
export function withNamedByTitle(
  set: Bitset,
  { span }: Constraint,
  typed: string | undefined,
  { text, store, facets }: FilterContext,
): Bitset {
  if (!span || typed === undefined) return set;
  const unsorted = subtract(store.available(), facets.having('category'));
  if (unsorted.every((word) => word === 0)) return set;
  const { postings } = text.vocabulary;
  const lists = analyse(typed.slice(span.start, span.end)).map((term) => text.vocabulary.find(term.text));
  const last = lists.at(-1);
  if (last === undefined || !lists.every((list) => list !== undefined)) return set;
  const widened = new Uint32Array(unsorted.length);
  widened.set(set.subarray(0, unsorted.length));
  const page = postings.page(last);
  const start = postings.offset(last);
  for (let at = start; at < start + postings.length(last) * postings.width; at += postings.width) {
    const slot = page[at]!;
    if (!hasSlot(unsorted, slot) || titleCount(page[at + 1]!) === 0) continue;
    const hasAll = lists.every((list) => titleCount(postings.payload(list, slot)) > 0);
    if (hasAll && titleHeadship(slot, lists, text) >= NAMED_BY_TITLE) addSlot(widened, slot);
  }
  return widened;
}
