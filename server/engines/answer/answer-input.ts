import type { EvidencePassage } from '#engines/evidence';
import type { Understanding } from '#engines/language';

/**
 * A listing with everything that may be said of it: one passage an attribute (`attributePassages`), the description, the
 * reviews and answered questions of the listing and of its product. Attributes are read from the passages.
 */
export type ListingEvidence = {
  listingId: string;
  title: string;
  category?: string;
  passages: EvidencePassage[];
  /** Keys of the wishes that the search says it grants. */
  grants?: string[];
};

/** One attribute over the listings on hand, made by `summariseCatalogue`. */
export type CatalogueSummary = {
  attribute: string;
  /** How many listings state it. */
  stated: number;
  range?: { min: EvidencePassage; max: EvidencePassage };
  values?: { value: string; count: number; example: EvidencePassage }[];
};

type Common = { understanding: Understanding };

/** How the candidates fall apart on one facet, most common value first. */
export type Split = { facet: string; values: { value: string; count: number }[] };

export type RecommendationInput = Common & {
  kind: 'recommendation';
  /** Best first; five are plenty. */
  listings: ListingEvidence[];
  /** How many listings would fit if one thing bent. */
  nearMissCount?: number;
  /** Guide passages about the category or the wish; may be empty. */
  guides?: EvidencePassage[];
  /** How many pieces fit in all, and how they fall apart on what was not asked yet. */
  candidates?: number;
  splits?: Split[];
};

/** One piece that was pointed at without a question. */
export type ListingOverviewInput = Common & { kind: 'listing-overview'; listing: ListingEvidence };

export type ListingQuestionInput = Common & {
  kind: 'listing-question';
  listing: ListingEvidence;
  /** Guides of its category, for what no one says of the listing itself. */
  guides?: EvidencePassage[];
};

export type CategoryResearchInput = Common & {
  kind: 'category-research';
  /** The category's id, where one was understood. */
  category?: string;
  guides: EvidencePassage[];
  catalogue?: CatalogueSummary[];
  /** Reviews of things of the category. */
  reviews?: EvidencePassage[];
  listings?: ListingEvidence[];
};

export type TypeComparisonInput = Common & {
  kind: 'type-comparison';
  guides: EvidencePassage[];
  reviews?: EvidencePassage[];
  listings?: ListingEvidence[];
};

export type GiftInput = Common & {
  kind: 'gift';
  guides: EvidencePassage[];
  listings: ListingEvidence[];
  nearMissCount?: number;
};

export type ListingComparisonInput = Common & { kind: 'listing-comparison'; listings: ListingEvidence[] };

export type OrderInput = Common & {
  kind: 'order';
  /** The shop's policies. */
  guides?: EvidencePassage[];
};

export type CourtesyInput = Common & { kind: 'small-talk' | 'out-of-scope' };

/** A piece was pointed at by its place ("the ninth one") where only so many are in sight. */
export type NotInSightInput = Common & { kind: 'not-in-sight'; inSight: number };

export type AnswerInput =
  | RecommendationInput
  | ListingQuestionInput
  | ListingOverviewInput
  | NotInSightInput
  | CategoryResearchInput
  | TypeComparisonInput
  | GiftInput
  | ListingComparisonInput
  | OrderInput
  | CourtesyInput;
