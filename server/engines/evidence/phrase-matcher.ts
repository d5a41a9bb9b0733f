import type { Language, Span } from '#engines/language';
import { normaliseWord, stemOf, type Word, wordsOf } from './words.ts';

/** A phrase of the lexicon found in a text: what it stands for and where. */
export type PhraseHit<T> = { value: T; span: Span; firstWord: number; lastWord: number };

export type PhraseMatcher<T> = (text: string, words?: Word[]) => PhraseHit<T>[];

type Entry<T> = { stems: string[]; value: T };

/**
 * Finds phrases of a lexicon in texts of any of the three languages: English and Persian by word stems, Chinese by
 * characters. The longest phrase at a place wins for each value; hits come in the order of the text.
 */
export function createPhraseMatcher<T>(phrases: { language: Language; phrase: string; value: T }[]): PhraseMatcher<T> {
  const byFirst = new Map<string, Entry<T>[]>();
  const han = new Map<string, { phrase: string; value: T }[]>();
  for (const { language, phrase, value } of phrases) {
    if (language === 'zh') {
      const list = han.get(phrase[0]!) ?? [];
      list.push({ phrase, value });
      han.set(phrase[0]!, list);
      continue;
    }
    const stems = splitPhrase(phrase);
    if (stems.length === 0) continue;
    const list = byFirst.get(stems[0]!) ?? [];
    list.push({ stems, value });
    byFirst.set(stems[0]!, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  for (const list of han.values()) list.sort((a, b) => b.phrase.length - a.phrase.length);

  return (text, words = wordsOf(text)) => {
    const hits: PhraseHit<T>[] = [];
    words.forEach((word, i) => {
      const seen = new Set<T>();
      for (const entry of byFirst.get(word.stem) ?? []) {
        if (seen.has(entry.value) || !entry.stems.every((stem, k) => words[i + k]?.stem === stem)) continue;
        seen.add(entry.value);
        const last = i + entry.stems.length - 1;
        const span = { start: word.span.start, end: words[last]!.span.end };
        hits.push({ value: entry.value, span, firstWord: i, lastWord: last });
      }
    });
    if (/\p{Script=Han}/u.test(text)) hits.push(...hanHits(text, words, han));
    return hits.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  };
}

function hanHits<T>(text: string, words: Word[], han: Map<string, { phrase: string; value: T }[]>): PhraseHit<T>[] {
  const hits: PhraseHit<T>[] = [];
  for (let i = 0; i < text.length; i++) {
    const seen = new Set<T>();
    for (const { phrase, value } of han.get(text[i]!) ?? []) {
      if (seen.has(value) || !text.startsWith(phrase, i)) continue;
      seen.add(value);
      const end = i + phrase.length;
      const firstWord = words.findIndex((word) => word.span.end > i);
      hits.push({ value, span: { start: i, end }, firstWord, lastWord: firstWord + Math.max(0, phrase.length - 2) });
    }
  }
  return hits;
}

function splitPhrase(phrase: string): string[] {
  return wordsOf(phrase).map((word) => stemOf(normaliseWord(word.text)));
}
