import { countOpinions, countSides, type EvidencePassage, normaliseWord } from '#engines/evidence';
import type { Answer, AnswerPart, Citation, Sentence } from './answer-types.ts';
import { quotable } from './plain-text.ts';

/** A sentence that did not hold, and why. */
export type DroppedSentence = {
  text: string;
  reason: 'no-citation' | 'unknown-passage' | 'bad-span' | 'quote' | 'number' | 'count';
};

export type VerifiedAnswer = { answer: Answer; dropped: DroppedSentence[] };

/**
 * Checks every factual sentence of an answer against the spans it cites: the passage is one of those given and unchanged,
 * the span lies in it, quoted words stand in a cited span, numbers stand in a cited span or are counts that recount to the
 * same. What fails is dropped and reported; empty parts and unused citations go with it.
 */
export function verifyAnswer(answer: Answer, passages: EvidencePassage[]): VerifiedAnswer {
  const dropped: DroppedSentence[] = [];
  const check = (sentences: Sentence[]): Sentence[] => {
    const result = verifySentences(sentences, answer.citations, passages);
    dropped.push(...result.dropped);
    return result.kept;
  };
  const parts = answer.parts.flatMap((part): AnswerPart[] => {
    switch (part.type) {
      case 'text': {
        const sentences = check(part.sentences);
        return sentences.length > 0 ? [{ ...part, sentences }] : [];
      }
      case 'points': {
        const points = check(part.points);
        return points.length > 0 ? [{ ...part, points }] : [];
      }
      case 'listing-cards':
        return [{ ...part, listings: part.listings.map((listing) => ({ ...listing, proofs: check(listing.proofs) })) }];
      case 'abstained':
        return [{ ...part, nearest: check(part.nearest) }];
      case 'comparison-table':
        return [
          {
            ...part,
            rows: part.rows.map((row) => ({
              ...row,
              cells: row.cells.map((cell) =>
                cellHolds(cell, answer.citations, passages) ? cell : { text: null, citations: [] },
              ),
            })),
          },
        ];
      default:
        return [part];
    }
  });
  return { answer: renumber({ ...answer, parts }), dropped };
}

/** Checks sentences alone. */
export function verifySentences(
  sentences: Sentence[],
  citations: Citation[],
  passages: EvidencePassage[],
): { kept: Sentence[]; dropped: DroppedSentence[] } {
  const kept: Sentence[] = [];
  const dropped: DroppedSentence[] = [];
  for (const sentence of sentences) {
    const reason = sentence.factual ? faultOf(sentence, citations, passages) : undefined;
    if (reason) dropped.push({ text: sentence.text, reason });
    else kept.push(sentence);
  }
  return { kept, dropped };
}

function cellHolds(
  cell: { text: string | null; citations: number[] },
  citations: Citation[],
  passages: EvidencePassage[],
): boolean {
  if (cell.text === null) return true;
  return spanFault(cell.citations, citations, passages) === undefined;
}

const indexes = new WeakMap<EvidencePassage[], Map<string, EvidencePassage>>();

function byId(passages: EvidencePassage[]): Map<string, EvidencePassage> {
  const known = indexes.get(passages);
  if (known) return known;
  const made = new Map(passages.map((passage) => [passage.id, passage]));
  indexes.set(passages, made);
  return made;
}

function spanFault(
  numbers: number[],
  citations: Citation[],
  passages: EvidencePassage[],
): DroppedSentence['reason'] | undefined {
  if (numbers.length === 0) return 'no-citation';
  for (const number of numbers) {
    const citation = citations.find((one) => one.number === number);
    const passage = citation && byId(passages).get(citation.passageId);
    if (!citation || !passage || passage.text !== citation.text) return 'unknown-passage';
    const { start, end } = citation.span;
    if (!(start >= 0 && end <= passage.text.length && passage.text.slice(start, end).trim() !== '')) return 'bad-span';
  }
  return undefined;
}

function faultOf(
  sentence: Sentence,
  citations: Citation[],
  passages: EvidencePassage[],
): DroppedSentence['reason'] | undefined {
  const fault = spanFault(sentence.citations, citations, passages);
  if (fault) return fault;
  const cited = sentence.citations.map((number) => citations.find((one) => one.number === number)!);
  const spans = cited.map((citation) => quotable(citation.text.slice(citation.span.start, citation.span.end)));
  if (sentence.claim) return claimHolds(sentence, passages) ? undefined : 'count';
  for (const quote of quotesIn(sentence.text)) {
    if (spans.some((span) => span.includes(quote))) continue;
    // Titles of listings and guides stand in quotation marks too; they are names, not evidence.
    if (!isEvidenceQuote(sentence.text, quote)) continue;
    return 'quote';
  }
  // A number in the name of who speaks ("Owner 92") claims nothing.
  const named = cited.reduce((rest, { author }) => (author ? rest.replace(author, '') : rest), sentence.text);
  const text = stripNames(named, spans);
  const known = new Set(
    spans
      .flatMap(numbersIn)
      .concat(cited.flatMap((citation) => numbersIn(citation.text.slice(citation.span.start, citation.span.end))))
      // A point of a guide begins with the heading that stands above it.
      .concat(cited.flatMap(({ passageId }) => numbersIn(byId(passages).get(passageId)?.heading ?? ''))),
  );
  return numbersIn(text).every((number) => known.has(number)) ? undefined : 'number';
}

/** Words in quotation marks after a colon are quoted evidence. */
function quotesIn(text: string): string[] {
  return [...text.matchAll(/[:：]\s*[“«]([^”»]+)[”»]/g)].map((match) => match[1]!.replace(/…$/, ''));
}

function isEvidenceQuote(text: string, quote: string): boolean {
  return text.includes(quote);
}

/** Names in quotation marks that are no quoted evidence: their numbers ("Still 2") claim nothing. */
function stripNames(text: string, spans: string[]): string {
  return text.replace(/[“«「《]([^”»」》]+)[”»」》]/g, (whole, inner: string) =>
    spans.some((span) => span.includes(inner.replace(/…$/, '')))
      ? ''
      : whole.startsWith('“') || whole.startsWith('«') || whole.startsWith('「') || whole.startsWith('《')
        ? ''
        : whole,
  );
}

function numbersIn(text: string): string[] {
  const latin = normaliseWord(text).replace(/(\d)[٫](\d)/g, '$1.$2');
  return (latin.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) =>
    number.replace(/,(?=\d{3}\b)/g, '').replace(/^0+(?=\d)/, ''),
  );
}

function claimHolds(sentence: Sentence, passages: EvidencePassage[]): boolean {
  const claim = sentence.claim!;
  if (claim.kind === 'opinion') {
    const ids = new Set(claim.mentions);
    const voices = [
      ...new Map(passages.filter((passage) => ids.has(passage.id)).map((passage) => [passage.id, passage])).values(),
    ];
    const count = countOpinions(voices, claim.aspect, claim.value);
    const same = (a: string[], b: string[]) => a.length === b.length && a.every((id) => b.includes(id));
    return (
      same(
        count.for.map((vote) => vote.id),
        claim.for,
      ) &&
      same(
        count.mentions.map((vote) => vote.id),
        claim.mentions,
      )
    );
  }
  if (claim.kind === 'mentions') {
    return claim.counts.every(({ aspect, ids }) => {
      const counted = new Set(ids);
      const voices = new Map(passages.filter(({ id }) => counted.has(id)).map((passage) => [passage.id, passage]));
      return (countSides([...voices.values()], aspect)[0]?.mentions.length ?? 0) === counted.size;
    });
  }
  return true;
}

/** Numbers the citations anew by first use and leaves out those that nothing uses any more. */
export function renumber(answer: Answer): Answer {
  const order = new Map<number, number>();
  const use = (numbers: number[]) => {
    for (const number of numbers) if (!order.has(number)) order.set(number, order.size + 1);
    return [...new Set(numbers.map((number) => order.get(number)!))];
  };
  const sentence = (one: Sentence): Sentence => ({ ...one, citations: use(one.citations) });
  const parts = answer.parts.map((part): AnswerPart => {
    switch (part.type) {
      case 'text':
        return { ...part, sentences: part.sentences.map(sentence) };
      case 'points':
        return { ...part, points: part.points.map(sentence) };
      case 'listing-cards':
        return {
          ...part,
          listings: part.listings.map((listing) => ({ ...listing, proofs: listing.proofs.map(sentence) })),
        };
      case 'abstained':
        return { ...part, nearest: part.nearest.map(sentence) };
      case 'comparison-table':
        return {
          ...part,
          rows: part.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, citations: use(cell.citations) })),
          })),
        };
      default:
        return part;
    }
  });
  const citations = answer.citations
    .filter((citation) => order.has(citation.number))
    .map((citation) => ({ ...citation, number: order.get(citation.number)! }))
    .sort((a, b) => a.number - b.number);
  return { ...answer, parts, citations };
}
