import type { Span } from '#engines/language';
import { opinionLexicon } from './opinion-lexicon.ts';
import { type Word, wordsOf } from './words.ts';

/** -1..1 (blame..praise) and how many opinion words the sentence holds. */
export type Sentiment = { polarity: number; opinions: number };

/** How many words after a negator it still turns an opinion. */
const NEGATION_REACH = 3;

/**
 * The sentiment of one sentence by a lexicon with negation and intensifiers, in English, Chinese and Persian (after Taboada
 * and others 2011, "Lexicon-Based Methods for Sentiment Analysis").
 */
export function sentimentOf(sentence: string): Sentiment {
  const words = wordsOf(sentence);
  const lexicon = opinionLexicon();
  const negators = lexicon.negators(sentence, words);
  const intensifiers = lexicon.intensifiers(sentence, words);
  let sum = 0;
  let opinions = 0;
  let covered = -1;
  for (const hit of lexicon.polarity(sentence, words)) {
    if (hit.span.start < covered) continue;
    covered = hit.span.end;
    const strength = intensifiers.some((by) => by.lastWord < hit.firstWord && by.lastWord >= hit.firstWord - 2)
      ? 1.5
      : 1;
    const turn = isNegated(sentence, words, hit, negators) ? -0.7 : 1;
    sum += hit.value * strength * turn;
    opinions++;
  }
  return { polarity: opinions === 0 ? 0 : sum / (opinions + 0.5), opinions };
}

type Place = { span: Span; firstWord: number; lastWord: number };

/** Whether a negator turns the phrase at a place: before it within reach, in Persian at the verb after it. */
export function isNegated(text: string, words: Word[], place: Place, negators: Place[]): boolean {
  for (const negator of negators) {
    if (negator.span.start >= place.span.start && negator.span.end <= place.span.end) continue;
    if (hasBoundary(text, negator.span, place.span)) continue;
    const word = text.slice(negator.span.start, negator.span.end);
    if (/\p{Script=Han}/u.test(word)) {
      const gap = place.span.start - negator.span.end;
      if (gap >= 0 && gap <= 3) return true;
    } else if (/[\u0600-\u06ff]/.test(word)) {
      const before = place.firstWord - negator.lastWord;
      const after = negator.firstWord - place.lastWord;
      if ((after > 0 && after <= 4) || (before > 0 && before <= 2)) return true;
    } else {
      const gap = place.firstWord - negator.lastWord;
      if (gap > 0 && gap <= NEGATION_REACH) return true;
    }
  }
  // Persian negates in the verb itself: the word after begins with ن.
  const next = words[place.lastWord + 1];
  return next !== undefined && /^ن(?:می|یست|بود|دارد|داشت|شد|کرد)/.test(next.text);
}

/** Whether a comma, semicolon or full stop lies between two places. */
function hasBoundary(text: string, a: Span, b: Span): boolean {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.start, b.start);
  return from < to && /[,;:.!?，。；！？،؛]/.test(text.slice(from, to));
}
