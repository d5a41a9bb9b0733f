import type { Language } from '#engines/language';

export type AttributeValue = string | number | boolean | string[];

/**
 * An attribute put into words so that several can share a sentence: `is` continues "it is ..." ("red", "148 cm long"),
 * `has` continues "it has ..." ("a big bow at the back").
 */
export type Phrase = { form: 'is' | 'has'; text: string };

/** Who speaks in a quote. */
export type Voice =
  | { kind: 'owner' | 'seller' | 'answer' | 'attribute' | 'title'; name?: string }
  | { kind: 'guide' | 'document'; title?: string };

/** One side of an opinion count, ready to be said: how many of how many, what about, what they say. */
export type CountWords = { count: number; of: number; aspect: string; says: string };

/** Says what a value is called in the reader's language. */
export type ValueLabel = (key: string, value: string) => string;

/** Everything a composed answer says, in one language. Sentences are whole: no caller joins words. */
export type Messages = {
  language: Language;
  number: (value: number) => string;
  list: (items: string[]) => string;
  title: (text: string) => string;
  languageName: (language: Language) => string;
  /** "An owner writes: ..." with the quote in its own language, marked where that differs from the reader's. */
  quote: (text: string, voice: Voice, foreign?: Language) => string;
  /** An attribute in words, or nothing where it has no natural ones. */
  phrase: (
    key: string,
    value: AttributeValue,
    attributes: Record<string, AttributeValue>,
    label: ValueLabel,
  ) => Phrase | undefined;
  /** The name of an attribute as a table row. */
  attributeName: (key: string) => string;
  /** The value of an attribute as a table cell. */
  cell: (key: string, value: AttributeValue, label: ValueLabel) => string;
  /** "it is red and floor-length, with a big bow at the back" */
  describe: (phrases: Phrase[]) => string;

  bestMatch: (title: string, phrases: Phrase[]) => string;
  bestMatchPlain: (title: string) => string;
  bestMatchInBudget: (title: string, phrases: Phrase[]) => string;
  /** One sentence under a card. */
  card: (phrases: Phrase[]) => string;
  alternative: (title: string, phrases: Phrase[]) => string;
  listedFor: (occasions: string[]) => string;
  /** That pieces were chosen by how their prices stand among all of their kind here. */
  byPrice: (isDear: boolean) => string;
  notFound: (wishes: string[]) => string;
  nothingFits: () => string;
  nothingFitsButNear: (count: number) => string;

  count: (words: CountWords) => string;
  /** A count as a table cell. */
  countShort: (words: CountWords) => string;
  /** The label of a table row that holds what owners say. */
  ownersRow: (aspect: string) => string;
  opinionsDiffer: (sides: CountWords[]) => string;
  listingSays: (phrases: Phrase[]) => string;
  yes: (phrases: Phrase[]) => string;
  no: (phrases: Phrase[]) => string;
  ownersDisagree: (words: CountWords) => string;
  askedBefore: (question: string) => string;
  abstain: (topic: string | undefined) => string;
  abstainNothing: () => string;

  point: (heading: string, text: string, foreign?: Language) => string;
  researchLead: (category: string) => string;
  researchNothing: (category: string) => string;
  catalogueRange: (name: string, from: string, to: string, stated: number) => string;
  catalogueCounts: (name: string, counts: { label: string; count: number }[], stated: number) => string;
  ownersMention: (aspects: { label: string; count: number }[], reviews: number) => string;
  comparisonLead: (sides: string[]) => string;
  comparisonNothing: (sides: string[]) => string;
  differs: (name: string, cells: { title: string; text: string }[]) => string;
  sameOn: (names: string[]) => string;
  giftLead: (title: string, phrases: Phrase[]) => string;
  titles: {
    guide: string;
    onHand: string;
    owners: string;
    ownersSay: string;
    nearest: string;
    alsoGood: string;
  };
  smallTalk: { greeting: string; thanks: string; goodbye: string; who: string; other: string };
  outOfScope: string;
  orderSignIn: string;
  /** Asks who a gift is for. */
  forWhom: string;
  /** Asks which of these would do, where the pieces on sale differ in it. */
  clarify: (labels: string[]) => string;
  /** That only so many pieces are shown to point at. */
  notInSight: (count: number) => string;
  /** A wish or constraint in words, for "I found nothing about ...". */
  wish: (label: string, facet: string) => string;
};
