/** What the search index knows of a listing. Pure data, made by the search module or read from a file by `eval`. */

export type AttributeValue = string | number | boolean | string[];

export type ListingDocument = {
  id: string;
  title: string;
  /** Free text: description and what else should be findable. */
  text?: string;
  brand?: string;
  /** A taxonomy id, or any category name of an imported catalogue (resolved through the lexicon at indexing). */
  category?: string;
  department?: string;
  /** Canonical keys and values where known; anything else is kept and searchable as text. */
  attributes?: Record<string, AttributeValue>;
  condition?: string;
  size?: { value: string; system?: string };
  price?: { minor: number; currency: string };
  closetId?: string;
  language?: string;
  /** Only available listings are found. Default true. */
  available?: boolean;
  /** Milliseconds since the epoch; newer wins between equals. */
  listedAt?: number;
  likes?: number;
};
