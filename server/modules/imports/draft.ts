import type { Locale } from '#contract/common';
import type { departments } from '#contract/listing';
import type { AttributeMap } from '#modules/catalog';
import type { ImportLanguage } from './canonical-values.ts';
import type { Price } from './fields.ts';

// What a row says, checked and in our terms, but not yet in the database's.

export type ProductDraft = {
  id: string;
  name: string;
  brand: string | null;
  category: string | null;
  department: string | null;
  attributes: AttributeMap;
};

export type ListingDraft = {
  kind: 'listing';
  id: string;
  title: string;
  description: string;
  language: Locale;
  brand: string | null;
  category: string | null;
  department: (typeof departments)[number] | null;
  attributes: AttributeMap;
  size: { value: string; system: string | null } | null;
  condition: string | null;
  conditionNote: string | null;
  price: Price;
  originalPriceMinor: number | null;
  quantity: number;
  status: 'draft' | 'available' | 'sold' | 'not-for-sale';
  listedAt: Date | null;
  pictures: string[];
  product: ProductDraft | null;
  questions: { text: string; answer: string }[];
};

export type ReviewDraft = {
  kind: 'review';
  id: string;
  product: ProductDraft;
  author: string | null;
  rating: number | null;
  title: string | null;
  text: string;
  language: Locale;
  verified: boolean;
  helpful: number;
  sizeBought: string | null;
  heightCm: number | null;
  fit: 'small' | 'true' | 'large' | null;
  writtenAt: Date | null;
};

export type AnswerDraft = { text: string; author: string | null; by: 'seller' | 'owner'; at: Date | null };
export type QuestionDraft = {
  kind: 'question';
  id: string;
  product: ProductDraft | null;
  listingId: string | null;
  asker: string | null;
  text: string;
  language: Locale;
  askedAt: Date | null;
  answers: AnswerDraft[];
};

export type Draft = ListingDraft | ({ kind: 'product' } & ProductDraft) | ReviewDraft | QuestionDraft;

export type DraftContext = { language: ImportLanguage; now: number; currency: string };
