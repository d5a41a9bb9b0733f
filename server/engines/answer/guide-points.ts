import { contentWords, type EvidencePassage, scriptLanguage, splitSentences } from '#engines/evidence';
import type { Span } from '#engines/language';
import type { AnswerContext } from './answer-context.ts';
import type { Sentence } from './answer-types.ts';
import { foreignTo } from './citation-book.ts';
import { plainText, quotable, shortSpan } from './plain-text.ts';

const REASON =
  /\b(?:because|so|since|but|if|best|enough|means|decides?)\b|因为|所以|如果|但|足够|چون|زیرا|اگر|اما|کافی/i;

/** Sums of money: prices are live on the cards and never stand in a text of ours. */
export const PRICE =
  /[$€£¥]\s?\d|\d+\s*(?:dollars|euros|pounds|yuan)|(?:about|at|for|from|under) \d+ dollars|\d+\s*(?:元|美元|块)|(?:دلار|تومان|یورو)|dollars/i;

/** The guide that fits the question best (by its title and best passage), in the reader's language where one is as good. */
export function bestGuide(context: AnswerContext, question: string, guides: EvidencePassage[]): string | undefined {
  const wanted = new Set(topicStems(question));
  const { ranked } = context.tools.ranker.rank(question, guides, { limit: 12 });
  const scores = new Map<string, number>();
  for (const { passage, probability } of ranked) {
    const id = guideOf(passage);
    scores.set(id, Math.max(scores.get(id) ?? 0, probability));
  }
  const titled = new Set<string>();
  for (const passage of guides) {
    const id = guideOf(passage);
    if (titled.has(id)) continue;
    titled.add(id);
    const title = topicStems(passage.title ?? '');
    const shared = title.filter((stem) => wanted.has(stem)).length;
    const own = (passage.language ?? scriptLanguage(passage.text)) === context.language ? 0.5 : 0;
    // A title about more than was asked is about something narrower.
    const fit = title.length === 0 ? 0 : shared / title.length + shared / Math.max(1, wanted.size);
    scores.set(id, (scores.get(id) ?? 0) + fit * 1.2 + own);
  }
  return [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** Words of a title that only say that it is a guide. */
export const GUIDE_WORDS = new Set(
  'how choose buy guide look know explain thing matter need best what find pick get'.split(' '),
);

function topicStems(text: string): string[] {
  const plain = text.replace(/怎么选|如何|选购|指南|应该|哪些|注意|第一次|购买|挑选|راهنمای?|انتخاب|خرید/g, ' ');
  return [
    ...new Set(
      contentWords(plain)
        .filter((word) => !GUIDE_WORDS.has(word.stem) && !GUIDE_WORDS.has(word.text))
        .map((word) => word.stem),
    ),
  ];
}

/** The id of the guide that a passage belongs to: everything before the last `#`. */
export function guideOf(passage: EvidencePassage): string {
  const cut = passage.id.lastIndexOf('#');
  return cut > 0 ? passage.id.slice(0, cut) : (passage.title ?? passage.id);
}

/** One point a heading of the best guide: the heading and the sentence of it that says most. */
export function guidePoints(
  context: AnswerContext,
  question: string,
  guides: EvidencePassage[],
  most: number,
): { points: Sentence[]; guide?: string } {
  const guide = bestGuide(context, question, guides);
  const points: Sentence[] = [];
  const seen = new Set<string>();
  for (const passage of guides) {
    if (points.length >= most) break;
    if (guideOf(passage) !== guide || !passage.heading || seen.has(passage.heading)) continue;
    seen.add(passage.heading);
    points.push(pointSentence(context, passage, weightiestSentence(passage)));
  }
  return { points, guide };
}

/** The first two sentences that stand before any heading of a guide. */
export function openingSentences(context: AnswerContext, passages: EvidencePassage[]): Sentence[] {
  const opening = passages.find((passage) => !passage.heading);
  if (!opening) return [];
  return splitSentences(opening.text, opening.language)
    .slice(0, 2)
    .map((span) => statement(context, opening, span));
}

/** A guide's own sentence: as it stands in the reader's language, else as a marked quote. */
export function statement(context: AnswerContext, passage: EvidencePassage, span: Span): Sentence {
  const foreign = foreignTo(context.language, passage.language ?? scriptLanguage(passage.text));
  const text = passage.text.slice(span.start, span.end);
  return {
    text: foreign
      ? context.messages.quote(quotable(text), { kind: 'guide', title: passage.title }, foreign)
      : plainText(text),
    citations: [context.book.cite(passage, span)],
    factual: true,
  };
}

export function pointSentence(context: AnswerContext, passage: EvidencePassage, span: Span): Sentence {
  const part = shortSpan(passage.text, span);
  const foreign = foreignTo(context.language, passage.language ?? scriptLanguage(passage.text));
  const text = passage.text.slice(part.start, part.end);
  return {
    text: context.messages.point(
      plainText(passage.heading ?? passage.title ?? ''),
      foreign ? quotable(text) : plainText(text),
      foreign,
    ),
    citations: [context.book.cite(passage, part)],
    factual: true,
  };
}

/** The sentence of a passage that says most: it shares words with the heading, gives reasons or numbers, is not too long. */
export function weightiestSentence(passage: EvidencePassage): Span {
  const heading = new Set(contentWords(passage.heading ?? '').map((word) => word.stem));
  const spans = splitSentences(passage.text, passage.language);
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  spans.forEach((span, i) => {
    const text = passage.text.slice(span.start, span.end);
    const words = contentWords(text);
    const shared = new Set(words.filter((word) => heading.has(word.stem)).map((word) => word.stem)).size;
    const reasons = REASON.test(text) ? 0.3 : 0;
    const amounts = PRICE.test(text) ? 3 : 0;
    const score =
      shared * 0.5 +
      reasons +
      (/\d|[۰-۹]/.test(text) ? 0.6 : 0) -
      i * 0.35 -
      amounts -
      Math.max(0, text.length - 180) / 120;
    if (score > most) [best, most] = [i, score];
  });
  const chosen = spans[best] ?? { start: 0, end: passage.text.length };
  const next = spans[best + 1];
  // The sentence after it belongs to it where both are short.
  return next && next.end - chosen.start <= LONGEST_POINT ? { start: chosen.start, end: next.end } : chosen;
}

const LONGEST_POINT = 230;
