import learnt from './ranking.json' with { type: 'json' };

/** What the order of results weighs. The values are data, learnt by `learn/learn-ranking.ts`. */
export type Ranking = {
  /** BM25F over the words of a listing: a weight a field, `...B` how much its length counts (0..1). */
  words: {
    title: number;
    brand: number;
    category: number;
    attributes: number;
    text: number;
    titleB: number;
    attributesB: number;
    textB: number;
    /** How soon more of the same word says no more. */
    k1: number;
    /** How much of a pair's information two neighbouring words in the title add when they are neighbours in the request. */
    phrase: number;
  };
  /** What the titles of the best are read again for. */
  title: {
    /** What is asked for is what the thing is, not what it is for. */
    head: number;
    /** Neighbours in the request are neighbours in the title. */
    pair: number;
    /** How much of the request the title covers. */
    coverage: number;
    /** A word after "for" or "with" says what the thing goes with. */
    afterPreposition: number;
    /** How fast a later word of the phrase stops claiming to be its head. */
    decay: number;
  };
};

export const ranking: Ranking = { words: learnt.words, title: learnt.title };
