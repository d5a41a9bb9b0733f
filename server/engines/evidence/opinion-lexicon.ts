import type { Language } from '#engines/language';
import { type Aspect, type AspectValue, loadOpinionKnowledge } from '../../../knowledge/evidence/index.ts';
import { createPhraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';

export type { Aspect, AspectValue };

const LANGUAGES: Language[] = ['en', 'zh', 'fa'];

export type OpinionLexicon = {
  aspects: Aspect[];
  byId: Map<string, Aspect>;
  /** Names of aspects ("battery life"). */
  names: PhraseMatcher<Aspect>;
  /** Words that take a side when an aspect's name is near. */
  sides: PhraseMatcher<{ aspect: Aspect; value: AspectValue }>;
  /** Phrases that name the aspect and take a side at once ("true to size"). */
  signals: PhraseMatcher<{ aspect: Aspect; value: AspectValue }>;
  /** Words of general praise and blame. */
  polarity: PhraseMatcher<number>;
  negators: PhraseMatcher<true>;
  intensifiers: PhraseMatcher<true>;
  contrast: PhraseMatcher<true>;
};

let lexicon: OpinionLexicon | undefined;

/** The matchers over the knowledge of aspects and opinions, built once. */
export function opinionLexicon(): OpinionLexicon {
  lexicon ??= buildLexicon();
  return lexicon;
}

function buildLexicon(): OpinionLexicon {
  const { aspects, words } = loadOpinionKnowledge();
  const flat = <T>(lists: Record<Language, string[]>, value: T) =>
    LANGUAGES.flatMap((language) =>
      lists[language]
        .flatMap((phrase) => (language === 'en' ? [phrase, ...comparativesOf(phrase)] : [phrase]))
        .map((phrase) => ({ language, phrase, value })),
    );
  const ofValues = (kind: 'words' | 'signals') =>
    aspects.flatMap((aspect) => aspect.values.flatMap((value) => flat(value[kind], { aspect, value })));
  return {
    aspects,
    byId: new Map(aspects.map((aspect) => [aspect.id, aspect])),
    names: createPhraseMatcher(aspects.flatMap((aspect) => flat(aspect.names, aspect))),
    sides: createPhraseMatcher(ofValues('words')),
    signals: createPhraseMatcher(ofValues('signals')),
    polarity: createPhraseMatcher([...flat(words.positive, 1), ...flat(words.negative, -1)]),
    negators: outside(
      createPhraseMatcher(flat(words.negators, true as const)),
      createPhraseMatcher(flat(words.notNegators, true as const)),
    ),
    intensifiers: createPhraseMatcher(flat(words.intensifiers, true as const)),
    contrast: createPhraseMatcher(flat(words.contrast, true as const)),
  };
}

/** What a matcher finds, without what lies inside a hit of another. */
function outside<T>(matcher: PhraseMatcher<T>, covers: PhraseMatcher<unknown>): PhraseMatcher<T> {
  return (text, words) => {
    const covered = covers(text, words);
    return matcher(text, words).filter(
      ({ span }) => !covered.some((cover) => cover.span.start <= span.start && span.end <= cover.span.end),
    );
  };
}

const COMPARED =
  /^(?:big|bright|bulky|cheap|clean|clear|cold|comfy|cool|cosy|crisp|dark|deep|dim|dull|fast|firm|flimsy|full|gentle|great|hard|harsh|heavy|high|itchy|large|light|long|loose|loud|low|narrow|nice|poor|pretty|punchy|quick|quiet|rich|roomy|rough|short|slow|small|smart|smooth|snug|soft|stiff|strong|sturdy|sweet|thick|thin|tight|tinny|toasty|warm|weak|wide)$/;

/** "stronger" and "strongest" speak for the same side as "strong". */
function comparativesOf(word: string): string[] {
  if (!COMPARED.test(word)) return [];
  const base = word
    .replace(/y$/, 'i')
    .replace(/e$/, '')
    .replace(/^(big|dim|thin)$/, (short) => short + short.at(-1)!);
  return [`${base}er`, `${base}est`];
}
