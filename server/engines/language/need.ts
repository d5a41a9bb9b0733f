/**
 * What a shopper wants, as the language engine understood it. Pure data: every consumer (retrieval, answers,
 * the page's chips) reads the same shape. Offsets are UTF-16 code units into `Understanding.text`.
 */

export type Language = 'en' | 'zh' | 'fa';

export type Span = { start: number; end: number };

/** The kinds of utterance the assistant tells apart; see the design's row A1. */
export type Intent =
  | 'keyword-search'
  | 'category-research'
  | 'recommendation'
  | 'type-comparison'
  | 'listing-comparison'
  | 'gift'
  | 'listing-question'
  | 'order'
  | 'small-talk'
  | 'out-of-scope';

/**
 * The facet a constraint speaks of. `category`, `department`, `brand`, `condition`, `size` and `price` have listing
 * fields of their own; every other name is an attribute key (`colour`, `material`, `length`, `noiseCancelling`, ...).
 */
export type FacetName = string;

/**
 * Something that must hold. `anyOf` carries canonical values (concept ids without their facet, such as `red`), already
 * widened to narrower concepts where the request names a broad one. Numbers: price in minor units of `currency`,
 * measurements in the attribute's own unit.
 */
export type Constraint = {
  /** Stable name of the constraint, such as `colour:is:red`; the page removes a chip by it. */
  key: string;
  facet: FacetName;
  /** `is`/`is-not` read `anyOf` (or `sizes`), `range` reads `min`/`max` (inclusive). */
  operator: 'is' | 'is-not' | 'range';
  anyOf: string[];
  sizes?: SizeValue[];
  min?: number;
  max?: number;
  currency?: string;
  /** False for price, size, stock and exclusions: a near miss never breaks them. */
  bendable: boolean;
  span?: Span;
};

/** A size as written: the value upper-cased, the system (`US`, `UK`, `EU`, `IT`, `FR`, `INT`, `WL`, `ONE`) where named. */
export type SizeValue = { value: string; system?: string };

/** Something that would be good: it moves the score and never filters. */
export type Wish = {
  /** Stable name, such as `occasion:red-carpet`. */
  key: string;
  facet: FacetName;
  value: string;
  /** Attribute values that would grant the wish, with how strongly each speaks for it (0..1). */
  grantedBy: { facet: FacetName; value: string; weight: number }[];
  span?: Span;
};

/** "Like this but longer": the listing meant and what should differ from it. */
export type Reference = {
  kind: 'this-listing' | 'nth-result';
  position?: number;
  changes: { facet: FacetName; direction: 'more' | 'less' | 'other' | 'is' | 'is-not'; value?: string }[];
  span?: Span;
};

export type Need = {
  must: Constraint[];
  wishes: Wish[];
  reference?: Reference;
  /** Search terms that carry meaning after normalising: the matched labels in English plus every leftover word. */
  terms: string[];
};

export type Understanding = {
  text: string;
  language: Language;
  intent: Intent;
  /** 0..1: how sure the router is of the intent. */
  confidence: number;
  need: Need;
  /** Concepts the utterance names, in order, with where. */
  concepts: { id: string; span: Span }[];
  /** Words that were not understood (they still search as text). */
  leftovers: { text: string; span: Span }[];
  /** For comparisons and questions: the two or more things compared, the aspect asked about, the polarity. */
  question?: {
    aspects: string[];
    compared: string[];
    kind: 'yes-no' | 'what' | 'how' | 'how-much' | 'which' | 'why' | 'when' | 'where' | 'none';
  };
};
