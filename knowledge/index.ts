import cues from './cues.json' with { type: 'json' };
import equivalences from './equivalences.json' with { type: 'json' };
import lexicon from './lexicon.json' with { type: 'json' };
import measures from './measures.json' with { type: 'json' };
import occasions from './occasions.json' with { type: 'json' };
import ordinaryWords from './ordinary-words.json' with { type: 'json' };
import questions from './questions.json' with { type: 'json' };
import senses from './senses.json' with { type: 'json' };
import taxonomy from './taxonomy.json' with { type: 'json' };

/**
 * One thing shoppers speak of. `id` is `facet:value`. A label written `=x` matches in exactly this form (no plural is
 * made of it); `?x` is an everyday word that means the concept only beside a thing one can buy.
 */
export type Concept = {
  id: string;
  en: string[];
  zh: string[];
  fa: string[];
  /** Concepts this one is a kind of: asking for the broader one finds this one too. */
  broader?: string[];
  /** Concepts this one resembles: a near miss of them, and left out with them when they are excluded. */
  near?: string[];
  /** Values the concept stands for, by category id or by one of its broader categories; `*` is the rest. */
  covers?: Record<string, string[]>;
  /** Concepts that a label says besides its own. */
  implies?: Record<string, string[]>;
  /** What would grant the wish: facet, value, how strongly (0..1). */
  grants?: [facet: string, value: string, weight: number][];
  /** Attribute keys an aspect of a question reads. */
  keys?: string[];
};

/** A label that says several things at once, or is ambiguous between values of one facet. */
export type Sense = {
  label: string;
  ids: string[];
  /** When one of the first (an id, or a facet followed by a colon) is spoken of too, only the second remain of their facet; one that ends in a colon drops its facet. */
  prefer?: [when: string[], keep: string[]][];
};

/** Words that carry grammar rather than things: negation, comparison, demand, politeness. */
export type Cue = { cue: string; en: string[]; zh: string[]; fa: string[] };

/** What a listing has that goes by another name too: where all of `when` hold, `then` holds. */
export type Equivalence = { when: string[]; then: string[] };

export type Knowledge = {
  concepts: Concept[];
  senses: Sense[];
  cues: Cue[];
  equivalences: Equivalence[];
  /** Everyday words near a label that are no misspelling of it ("cost" is not "coat"), several a line. */
  ordinaryWords: string[];
};

let loaded: Knowledge | undefined;

/** Everything Vitrine knows about words and things, as plain data. The files are read once. */
export function loadKnowledge(): Knowledge {
  loaded ??= {
    concepts: [taxonomy, lexicon, occasions, questions, measures].flat() as unknown as Concept[],
    senses: senses as unknown as Sense[],
    cues,
    equivalences,
    ordinaryWords,
  };
  return loaded;
}
