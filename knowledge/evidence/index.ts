import aspects from './aspects.json' with { type: 'json' };
import opinionWords from './opinion-words.json' with { type: 'json' };
import policyTopics from './policy-topics.json' with { type: 'json' };
import wishProbes from './wish-probes.json' with { type: 'json' };

type ByLanguage<T> = { en: T; zh: T; fa: T };

/**
 * One side that people take on an aspect. `words` count beside a name of the aspect, `signals` speak for themselves
 * ("true to size"). `says` completes "7 of the 9 reviews that mention the fit ..." (English: `[s]` stands in the singular
 * only; Chinese: after the comma; Persian: a full clause). `polarity`: 1 good, -1 bad, 0 neither.
 */
export type AspectValue = {
  id: string;
  polarity: number;
  says: ByLanguage<string>;
  words: ByLanguage<string[]>;
  signals: ByLanguage<string[]>;
};

/** Something people judge about a thing: what it is called, which attributes state it, which sides there are. */
export type Aspect = {
  id: string;
  attributes: string[];
  label: ByLanguage<string>;
  /** The question a shopper would ask about it. */
  asks: ByLanguage<string>;
  names: ByLanguage<string[]>;
  values: AspectValue[];
};

/**
 * Words that carry an opinion of themselves, and words that turn or join opinions; `notNegators` are phrases that hold a
 * negator and negate nothing ("not only", 不仅).
 */
export type OpinionWords = Record<
  'positive' | 'negative' | 'negators' | 'notNegators' | 'intensifiers' | 'contrast',
  ByLanguage<string[]>
>;

/** The lexicon of aspects and opinions. */
export function loadOpinionKnowledge(): { aspects: Aspect[]; words: OpinionWords } {
  return { aspects, words: opinionWords };
}

/** Phrases by which owners show, in their own words, that a wish came true ("turned heads" for eye-catching). */
export type WishProbes = Record<string, ByLanguage<string[]>>;

export function loadWishProbes(): WishProbes {
  return wishProbes;
}

/** What the rules of a shop are about, and the words by which people ask for it. */
export type PolicyTopic = ByLanguage<string[]> & { id: string };

export function loadPolicyTopics(): PolicyTopic[] {
  return policyTopics;
}
