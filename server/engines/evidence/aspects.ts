import type { Span } from '#engines/language';
import { type AspectValue, opinionLexicon } from './opinion-lexicon.ts';
import { isNegated } from './sentiment.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * An aspect that a sentence speaks of: which side it takes (`value`, absent where it takes none), the polarity of that
 * side (1 good, -1 bad, 0 neither) and where in the sentence the mention stands.
 */
export type AspectMention = { aspect: string; value?: string; polarity: number; span: Span };

type Side = { value: AspectValue; span: Span; distance: number; negated: boolean };

/** How many words may lie between an aspect's name and the word that takes a side. */
const REACH = 7;

/** The aspects a sentence mentions with the side it takes on each; one mention an aspect and side. */
export function aspectsOf(sentence: string): AspectMention[] {
  const lexicon = opinionLexicon();
  const words = wordsOf(sentence);
  const negators = lexicon.negators(sentence, words);
  const mentions: AspectMention[] = [];
  const add = (mention: AspectMention) => {
    if (!mentions.some((known) => known.aspect === mention.aspect && known.value === mention.value))
      mentions.push(mention);
  };

  const settled = new Set<string>();
  const signals = lexicon.signals(sentence, words);
  for (const hit of signals) {
    const { aspect, value } = hit.value;
    const wider = signals.some(
      (other) =>
        other.value.aspect === aspect &&
        other.span.start <= hit.span.start &&
        other.span.end >= hit.span.end &&
        other.span.end - other.span.start > hit.span.end - hit.span.start,
    );
    if (wider) continue;
    const side = isNegated(sentence, words, hit, negators) ? oppositeOf(aspect.values, value) : value;
    settled.add(aspect.id);
    add(
      side
        ? { aspect: aspect.id, value: side.id, polarity: side.polarity, span: hit.span }
        : { aspect: aspect.id, polarity: 0, span: hit.span },
    );
  }

  const sides = lexicon.sides(sentence, words);
  for (const name of lexicon.names(sentence, words)) {
    const aspect = name.value;
    if (settled.has(aspect.id)) continue;
    const near: Side[] = [];
    for (const hit of sides) {
      if (hit.value.aspect !== aspect) continue;
      if (hit.span.start < name.span.end && hit.span.end > name.span.start) continue;
      const distance = Math.max(hit.firstWord - name.lastWord, name.firstWord - hit.lastWord);
      if (distance > REACH || crossesContrast(sentence, words, name, hit)) continue;
      near.push({
        value: hit.value.value,
        span: hit.span,
        distance: distance + boundaryCost(sentence, name.span, hit.span),
        negated: isNegated(sentence, words, hit, negators),
      });
    }
    near.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start) + (a.distance - b.distance) * 4);
    const best = near[0];
    const value = best && (best.negated ? oppositeOf(aspect.values, best.value) : best.value);
    const span = best ? join(name.span, best.span) : name.span;
    if (value) add({ aspect: aspect.id, value: value.id, polarity: value.polarity, span });
    else add({ aspect: aspect.id, polarity: 0, span: name.span });
  }
  // A bare mention adds nothing where the same aspect has a side.
  return mentions.filter(
    (mention) => mention.value || !mentions.some((other) => other.aspect === mention.aspect && other.value),
  );
}

/** The side meant by a denial: the opposite polarity where it is the only one, else none. */
function oppositeOf(values: AspectValue[], denied: AspectValue): AspectValue | undefined {
  const others = values.filter((value) => value !== denied && value.polarity !== denied.polarity);
  const opposite = others.filter((value) => value.polarity === -denied.polarity);
  return opposite.length === 1 ? opposite[0] : undefined;
}

function crossesContrast(text: string, words: Word[], a: { span: Span }, b: { span: Span }): boolean {
  const from = Math.min(a.span.end, b.span.end);
  const to = Math.max(a.span.start, b.span.start);
  if (from >= to) return false;
  const between = text.slice(from, to);
  return /[;；؛.。!?]/.test(between) || opinionLexicon().contrast(between).length > 0 || words.length === 0;
}

function boundaryCost(text: string, a: Span, b: Span): number {
  const between = text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
  return /[,，،]/.test(between) ? 3 : 0;
}

function join(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
