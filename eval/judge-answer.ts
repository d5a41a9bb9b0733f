import { sentencesOf } from '#contract/answer-sentences';
import type { Answer, AnswerPart, Citation, Sentence } from '#engines/answer';
import type { DemoListing } from '../demo/fill/world.ts';

export type Constraint = {
  facet: string;
  is?: (string | boolean)[];
  not?: (string | boolean)[];
  min?: number;
  max?: number;
  currency?: string;
};

/** A line of `questions.jsonl`; demo/README.md says what each key means. */
export type AskedQuestion = {
  id: string;
  language: 'en' | 'zh' | 'fa';
  kind: string;
  text: string;
  listing: string | null;
  expect: {
    listings: string[];
    listingsMode: 'all' | 'any';
    notListings: string[];
    facts: { text: string; match: string[]; sources: string[] }[];
    abstain: boolean;
  };
  forbidden: string[];
  constraints: Constraint[];
};

export type Verdict = {
  missingFacts: string[];
  forbidden: string[];
  /** Patterns found in quoted words only: said by an owner or a seller, not by the answer. */
  forbiddenQuoted: string[];
  /** Listings shown as matches that break a constraint, or that must not be shown. */
  violations: string[];
  listingsRight?: boolean;
  abstainRight?: boolean;
  abstainedWrongly: boolean;
  uncited: string[];
  cards: string[];
};

/** One form for letters and digits that are written in several ways (demo/README.md, "written alike"). */
export function writeAlike(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll('\u200c', ' ')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16));
}

const FIRST_CARDS = { all: 8, any: 3 };

/** Judges an answer by the rules of the question set. */
export function judgeAnswer(question: AskedQuestion, answer: Answer, listings: Map<string, DemoListing>): Verdict {
  const { expect } = question;
  const said = allSentences(answer.parts);
  const cards = answer.parts.flatMap((part) =>
    part.type === 'listing-cards' ? part.listings.map(({ listingId }) => listingId) : [],
  );
  const byNumber = new Map(answer.citations.map((citation) => [citation.number, citation]));
  const isStated = (fact: AskedQuestion['expect']['facts'][number]) => {
    const patterns = fact.match.map(read);
    const matches = (text: string) => patterns.some((pattern) => pattern.test(writeAlike(text)));
    return said.some(({ text, citations }) => {
      const from = citations.flatMap((number) => byNumber.get(number) ?? []);
      const fitting = from.filter((citation) => fact.sources.includes(sourceOf(citation)));
      return fitting.length > 0 && (matches(text) || fitting.some((citation) => matches(spanOf(citation))));
    });
  };
  const stated = expect.facts.map(isStated);
  const texts = textsOf(answer.parts).map(writeAlike);
  const forbidden = question.forbidden.filter((pattern) => texts.some((text) => read(pattern).test(text)));
  const own = texts.map((text) => text.replace(/[“«「《][^”»」》]*[”»」》]/g, ''));
  const inOwnWords = forbidden.filter((pattern) => own.some((text) => read(pattern).test(text)));

  const wanted = expect.listings;
  const isMatchKind = question.listing === null && (wanted.length > 0 || question.constraints.length > 0);
  const first = cards.slice(0, FIRST_CARDS[expect.listingsMode]);
  const shown =
    expect.listingsMode === 'all' ? wanted.every((id) => first.includes(id)) : wanted.some((id) => first.includes(id));
  const violations = cards.filter(
    (id) =>
      expect.notListings.includes(id) || !question.constraints.every((asked) => satisfies(listings.get(id)!, asked)),
  );
  return {
    missingFacts: expect.abstain ? [] : expect.facts.filter((_, i) => !stated[i]).map(({ text }) => text),
    forbidden: inOwnWords,
    forbiddenQuoted: forbidden.filter((pattern) => !inOwnWords.includes(pattern)),
    violations,
    listingsRight: isMatchKind ? (wanted.length > 0 ? shown : cards.length === 0) : undefined,
    abstainRight: expect.abstain ? answer.abstained || stated.some(Boolean) : undefined,
    abstainedWrongly: answer.abstained && !expect.abstain && (expect.facts.length > 0 || wanted.length > 0),
    uncited: said.filter(({ factual, citations }) => factual && citations.length === 0).map(({ text }) => text),
    cards,
  };
}

function read(pattern: string): RegExp {
  return new RegExp(pattern, 'isu');
}

function spanOf({ text, span, attribute }: Citation): string {
  const part = text.slice(span.start, span.end);
  return attribute ? `${part} ${attribute.key}: ${[attribute.value].flat().join(', ')}` : part;
}

/** The guide, style or listing that a citation comes from. */
function sourceOf({ passageId, source, about }: Citation): string {
  if (source === 'guide' || source === 'document') return passageId.slice(0, passageId.lastIndexOf('#'));
  return about?.id ?? passageId;
}

/** The sentences of all parts; a cell of a table counts as one. */
function allSentences(parts: AnswerPart[]): Sentence[] {
  return parts.flatMap((part): Sentence[] => {
    if (part.type !== 'comparison-table') return sentencesOf(part);
    return part.rows.flatMap(({ label, cells }) =>
      cells.flatMap(({ text, citations }) =>
        text === null ? [] : [{ text: `${label}: ${text}`, citations, factual: true }],
      ),
    );
  });
}

/** Everything the answer says, cited or not. */
function textsOf(parts: AnswerPart[]): string[] {
  const others = parts.flatMap((part) => (part.type === 'abstained' ? [part.text] : []));
  return [...allSentences(parts).map(({ text }) => text), ...others];
}

/** What a listing states of a facet of the question set: the price in minor units, a size with its system. */
export function valuesOf(listing: DemoListing, facet: string): unknown[] {
  if (facet === 'price') return [listing.priceMinor];
  if (facet === 'size') return listing.size ? [`${listing.size.system} ${listing.size.value}`] : [];
  const isField = ['category', 'department', 'condition', 'brand'].includes(facet);
  const holder: Record<string, unknown> = isField ? listing : listing.attributes;
  return [holder[facet] ?? []].flat();
}

export function satisfies(listing: DemoListing, asked: Constraint): boolean {
  const has = valuesOf(listing, asked.facet);
  if (asked.is) return has.some((value) => asked.is!.includes(value as string));
  if (asked.not) return !has.some((value) => asked.not!.includes(value as string));
  if (asked.currency !== undefined && listing.currency !== asked.currency) return false;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = asked;
  return has.some((value) => typeof value === 'number' && value >= min && value <= max);
}
