import type { Span } from '#engines/language';
import { loadWishProbes } from '../../../knowledge/evidence/index.ts';
import { aspectsOf } from './aspects.ts';
import type { EvidencePassage } from './evidence-types.ts';
import { opinionLexicon } from './opinion-lexicon.ts';
import { createPhraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';
import { isNegated, sentimentOf } from './sentiment.ts';
import { splitSentences } from './split-sentences.ts';
import { wordsOf } from './words.ts';

/** A sentence in which someone tells that a wish came true. */
export type WishEvidence = { passage: EvidencePassage; span: Span; score: number };

const matchers = new Map<string, PhraseMatcher<string>>();

/**
 * Sentences that show a wish in people's own words ("turned heads" for eye-catching, "on the ridge" for hiking), best
 * first, one a passage: reviews before the seller's text, praise before blame. `labels` are names of the wish in any
 * language, used besides the probes of the knowledge.
 */
export function findWishEvidence(passages: EvidencePassage[], wish: string, labels: string[] = []): WishEvidence[] {
  const matcher = matcherFor(wish, labels);
  const negators = opinionLexicon().negators;
  const found: WishEvidence[] = [];
  for (const passage of passages) {
    if (passage.source === 'attribute') continue;
    let best: WishEvidence | undefined;
    for (const span of splitSentences(passage.text, passage.language)) {
      const sentence = passage.text.slice(span.start, span.end);
      const words = wordsOf(sentence);
      const named = matcher(sentence, words);
      if (named.length === 0) continue;
      const denials = negators(sentence, words);
      const hits = named.filter((hit) => !isNegated(sentence, words, hit, denials));
      if (hits.length === 0) continue;
      const { polarity } = sentimentOf(sentence);
      const blame = aspectsOf(sentence).filter((mention) => mention.polarity < 0).length;
      const longest = Math.max(...hits.map((hit) => hit.span.end - hit.span.start));
      const score =
        new Set(hits.map((hit) => hit.span.start)).size +
        Math.min(1, longest / 20) +
        polarity * 0.8 -
        blame * 0.9 +
        (passage.source === 'review' ? 0.8 : 0) +
        Math.min(5, passage.helpful ?? 0) * 0.06 +
        ((passage.rating ?? 4) - 4) * 0.3 -
        Math.max(0, sentence.length - 140) / 200 -
        (sentence.length < 25 ? 0.6 : 0);
      if (!best || score > best.score) best = { passage, span, score };
    }
    if (best) found.push(best);
  }
  return found.sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
}

function matcherFor(wish: string, labels: string[]): PhraseMatcher<string> {
  const key = `${wish}\u0000${labels.join('\u0000')}`;
  const known = matchers.get(key);
  if (known) return known;
  const probes = loadWishProbes()[wish];
  const phrases = [
    ...(['en', 'zh', 'fa'] as const).flatMap((language) =>
      (probes?.[language] ?? []).map((phrase) => ({ language, phrase, value: wish })),
    ),
    ...labels.map((phrase) => ({
      language: /\p{Script=Han}/u.test(phrase) ? ('zh' as const) : ('en' as const),
      phrase,
      value: wish,
    })),
  ];
  const made = createPhraseMatcher(phrases);
  if (matchers.size < 500) matchers.set(key, made);
  return made;
}
