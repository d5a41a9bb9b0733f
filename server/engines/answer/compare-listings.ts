import { type AnswerContext, quoteSentence } from './answer-context.ts';
import type { ListingComparisonInput, ListingEvidence } from './answer-input.ts';
import type { AnswerPart, Sentence } from './answer-types.ts';
import { comparisonTable } from './comparison-table.ts';
import { plainText } from './plain-text.ts';
import { requirementsOf } from './requirements.ts';

/** Listings side by side: the differences that decide in words, then the table. */
export function compareListings(context: AnswerContext, input: ListingComparisonInput): AnswerPart[] {
  const listings = input.listings.slice(0, 4);
  const requirements = requirementsOf(context, input.understanding);
  const table = comparisonTable(context, listings, requirements, 10);
  const cards: AnswerPart = {
    type: 'listing-cards',
    listings: listings.map((listing) => ({
      listingId: listing.listingId,
      proofs: voiceOn(context, input.understanding.text, listing),
    })),
  };
  if (!table) {
    const titles = listings.map(({ title }) => context.messages.title(plainText(title)));
    return [
      { type: 'abstained', text: context.messages.comparisonNothing(titles), nearest: [], canAskSeller: false },
      cards,
    ];
  }
  const asked = new Set(input.understanding.question?.aspects ?? []);
  const telling = table.rows.filter(
    (row) => row.cells.every((cell) => cell.text !== null) && new Set(row.cells.map((cell) => cell.text)).size > 1,
  );
  telling.sort(
    (a, b) =>
      Number(asked.has(b.aspect)) - Number(asked.has(a.aspect)) ||
      Number(b.cells.some((cell) => cell.best)) - Number(a.cells.some((cell) => cell.best)),
  );
  const sentences = telling.slice(0, 2).map(
    (row): Sentence => ({
      text: context.messages.differs(
        row.label,
        row.cells.map((cell, i) => ({ title: table.columns[i]!.label, text: cell.text! })),
      ),
      citations: row.cells.flatMap((cell) => cell.citations),
      factual: true,
    }),
  );
  return [...(sentences.length > 0 ? [{ type: 'text' as const, sentences }] : []), table, cards];
}

/** From which calibrated probability a sentence is taken to speak of what is compared. */
const SPEAKS_OF_IT = 0.4;

/** What is said of one of them that answers the question best. */
function voiceOn(context: AnswerContext, question: string, listing: ListingEvidence): Sentence[] {
  const texts = listing.passages.filter((passage) => passage.source !== 'attribute');
  const [best] = context.tools.ranker.rank(question, texts, { limit: 1 }).ranked;
  return best && best.probability >= SPEAKS_OF_IT ? [quoteSentence(context, best.passage, best.span)] : [];
}
