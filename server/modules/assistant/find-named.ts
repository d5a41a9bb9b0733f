import type { ListingEvidence } from '#engines/answer';
import { contentWords } from '#engines/evidence';
import type { Understanding } from '#engines/language';
import type { SearchRequest, SearchResponse } from '#engines/retrieval';

type Sources = {
  understand(text: string): Understanding;
  findListings(request: SearchRequest): SearchResponse;
  readListings(ids: string[]): Promise<ListingEvidence[]>;
};

/** What stands between two things that are held against each other. */
const joints =
  /[,;:?!，；：？！،؛؟]|\b(?:vs\.?|versus|or|than)\b|还是|或者|[和跟与比]|(?:^|\s)(?:یا|در برابر)(?=\s|$)/giu;
/** ... where the sentence says that it compares. */
const jointsOfComparing = /\b(?:and|with|to)\b|(?:^|\s)(?:و|با)(?=\s|$)/giu;
const comparing = /^\s*(?:please\s+)?compare\b|\bbetween\b|مقایسه/iu;
/** How much of a fragment has to be found in a listing for the listing to be the one that is named. */
const namedShare = 0.6;
const mostCompared = 4;

/**
 * The listings that a comparison names ("the black Thud or the charcoal Basement"), in its order; each fragment between
 * "or", "vs" and the like is looked up by itself. Fewer than two mean that kinds are compared, not pieces.
 */
export async function findNamedListings(sources: Sources, text: string): Promise<ListingEvidence[]> {
  const joint = comparing.test(text) ? new RegExp(`${joints.source}|${jointsOfComparing.source}`, 'giu') : joints;
  const fragments = text.split(joint).flatMap((part) => part?.trim() || []);
  if (fragments.length < 2) return [];
  const ids: string[] = [];
  for (const fragment of fragments.slice(0, 8)) {
    const { need, leftovers } = sources.understand(fragment);
    const isNamed = leftovers.length > 0 || need.must.some(({ facet }) => facet === 'brand' || facet === 'category');
    if (!isNamed) continue;
    const { hits } = sources.findListings({ need, text: fragment, limit: 3 });
    const found = await sources.readListings(hits.map(({ id }) => id));
    const listing = found.find((one) => isNamedBy(one, fragment));
    if (listing && !ids.includes(listing.listingId)) ids.push(listing.listingId);
  }
  return ids.length < 2 ? [] : sources.readListings(ids.slice(0, mostCompared));
}

function isNamedBy(listing: ListingEvidence, fragment: string): boolean {
  const words = contentWords(fragment);
  if (words.length < 2) return false;
  const stated = listing.passages.filter((passage) => passage.attribute).map((passage) => passage.text);
  const own = new Set(contentWords([listing.title, ...stated].join(' ')).map(({ stem }) => stem));
  const shared = words.filter(({ stem }) => own.has(stem)).length;
  return shared >= 2 && shared / words.length >= namedShare;
}
