import { createHash } from 'node:crypto';
import type { Locale } from '#contract/common';
import { conditions, departments, sizeSystems } from '#contract/listing';
import type { AttributeMap } from '#modules/catalog';
import { createCanonicalValues, type ImportLanguage } from './canonical-values.ts';
import {
  checkText,
  compileAttributes,
  compileChoice,
  compileDate,
  compileId,
  compileList,
  compilePrice,
  compileRequiredText,
  compileText,
  compileWholeNumber,
  compileYesNo,
  type Price,
} from './fields.ts';
import {
  type ImportMap,
  type ListingMap,
  mapLanguages,
  type ProductMap,
  type ProductRule,
  type QuestionMap,
  type ReviewMap,
} from './import-map.ts';
import { compilePath, compileValue, isEmpty, type Row, textOf } from './read-value.ts';
import { RowProblem } from './row-problem.ts';

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

const statuses = ['draft', 'available', 'sold', 'not-for-sale'] as const;
const mostPictures = 16;

/** Compiles a map into a function from a row to a draft; it throws `RowProblem` for rows that cannot be taken. */
export function compileMap(map: ImportMap, context: DraftContext): (row: Row) => Draft {
  switch (map.kind) {
    case 'listing':
      return compileListing(map, context);
    case 'product':
      return compileProductKind(map, context);
    case 'review':
      return compileReview(map, context);
    case 'question':
      return compileQuestion(map, context);
  }
}

/** 128 bits of SHA-256 over the parts, each with its length before it. */
export function hashParts(parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} ${part}`);
  return hash.digest('hex').slice(0, 32);
}

function compileListing(map: ListingMap, context: DraftContext): (row: Row) => ListingDraft {
  const values = createCanonicalValues(context.language);
  const read = {
    id: compileId(map.id, 'id', hashParts),
    title: compileRequiredText(map.title, 'title', 300),
    description: compileText(map.description, 'description', 10_000),
    language: compileChoice(map.language, 'language', mapLanguages),
    brand: compileText(map.brand, 'brand', 120),
    category: compileText(map.category, 'category', 120),
    department: compileChoice(map.department, 'department', departments, { facet: 'department', values }),
    attributes: compileAttributes(map.attributes, values),
    sizeValue: compileText(map.size?.value, 'size', 40),
    sizeSystem: compileChoice(map.size?.system, 'size', sizeSystems),
    condition: compileChoice(map.condition, 'condition', conditions, { facet: 'condition', values }),
    conditionNote: compileText(map.conditionNote, 'conditionNote', 500),
    price: compilePrice(map.price, 'price', context.currency),
    originalPrice: compilePrice(map.originalPrice, 'originalPrice', context.currency),
    quantity: compileWholeNumber(map.quantity, 'quantity', { min: 0, max: 1_000_000 }),
    status: compileChoice(map.status, 'status', statuses),
    listedAt: compileDate(map.listedAt, 'listedAt', context.now),
    pictures: compileList(map.pictures, 'pictures', { most: mostPictures, longest: 2000 }),
    product: map.product ? compileProduct(map.product, 'product', context) : null,
    questions: compileListingQuestions(map.questions),
  };
  return (row) => {
    const title = read.title(row);
    const description = read.description(row) ?? '';
    const price = read.price(row);
    if (!price) throw new RowProblem('price', 'is empty');
    const originalPrice = read.originalPrice(row);
    if (originalPrice && originalPrice.currency !== price.currency)
      throw new RowProblem('originalPrice', `is in ${originalPrice.currency}, the price in ${price.currency}`);
    const category = read.category(row);
    const quantity = read.quantity(row) ?? 1;
    const sizeValue = read.sizeValue(row);
    return {
      kind: 'listing',
      id: read.id(row),
      title,
      description,
      language: read.language(row) ?? context.language.detectLanguage(`${title}\n${description}`),
      brand: read.brand(row),
      category: category && (values.best('category', category) ?? category),
      department: read.department(row),
      attributes: read.attributes(row),
      size: sizeValue === null ? null : { value: sizeValue, system: read.sizeSystem(row) },
      condition: read.condition(row),
      conditionNote: read.conditionNote(row),
      price,
      originalPriceMinor: originalPrice?.minor ?? null,
      quantity,
      status: read.status(row) ?? (quantity > 0 ? 'available' : 'not-for-sale'),
      listedAt: read.listedAt(row),
      pictures: read.pictures(row),
      product: read.product?.(row) ?? null,
      questions: read.questions(row),
    };
  };
}

function compileProduct(rule: ProductRule, at: string, context: DraftContext): (row: Row) => ProductDraft {
  const values = createCanonicalValues(context.language);
  const field = (name: string) => (at === '' ? name : `${at}.${name}`);
  const readId = compileId(rule.id, field('id'), hashParts);
  const readName = compileText(rule.name, field('name'), 300);
  const readBrand = compileText(rule.brand, field('brand'), 120);
  const readCategory = compileText(rule.category, field('category'), 120);
  const readDepartment = compileChoice(rule.department, field('department'), departments, {
    facet: 'department',
    values,
  });
  const readAttributes = compileAttributes(rule.attributes, values);
  return (row) => {
    const id = readId(row);
    const category = readCategory(row);
    return {
      id,
      name: readName(row) ?? id,
      brand: readBrand(row),
      category: category && (values.best('category', category) ?? category),
      department: readDepartment(row),
      attributes: readAttributes(row),
    };
  };
}

function compileProductKind({ kind, note: _, ...rule }: ProductMap, context: DraftContext) {
  const read = compileProduct(rule, '', context);
  const readName = compileRequiredText(rule.name, 'name', 300);
  return (row: Row) => ({ kind, ...read(row), name: readName(row) });
}

function compileReview(map: ReviewMap, context: DraftContext): (row: Row) => ReviewDraft {
  const read = {
    id: compileId(map.id, 'id', hashParts),
    product: compileProduct(map.product, 'product', context),
    author: compileText(map.author, 'author', 80),
    rating: compileWholeNumber(map.rating, 'rating', { min: 1, max: 5 }),
    title: compileText(map.title, 'title', 200),
    text: compileRequiredText(map.text, 'text', 10_000),
    language: compileChoice(map.language, 'language', mapLanguages),
    verified: compileYesNo(map.verified, 'verified'),
    helpful: compileWholeNumber(map.helpful, 'helpful', { min: 0, max: 1_000_000_000 }),
    sizeBought: compileText(map.sizeBought, 'sizeBought', 40),
    heightCm: compileWholeNumber(map.heightCm, 'heightCm', { min: 30, max: 260 }),
    fit: compileChoice(map.fit, 'fit', ['small', 'true', 'large'] as const),
    writtenAt: compileDate(map.writtenAt, 'writtenAt', context.now),
  };
  return (row) => {
    const text = read.text(row);
    return {
      kind: 'review',
      id: read.id(row),
      product: read.product(row),
      author: read.author(row),
      rating: read.rating(row),
      title: read.title(row),
      text,
      language: read.language(row) ?? context.language.detectLanguage(text),
      verified: read.verified(row) ?? false,
      helpful: read.helpful(row) ?? 0,
      sizeBought: read.sizeBought(row),
      heightCm: read.heightCm(row),
      fit: read.fit(row),
      writtenAt: read.writtenAt(row),
    };
  };
}

function compileQuestion(map: QuestionMap, context: DraftContext): (row: Row) => QuestionDraft {
  const read = {
    id: compileId(map.id, 'id', hashParts),
    product: map.product ? compileProduct(map.product, 'product', context) : () => null,
    listingId: map.listing === undefined ? () => null : compileRequiredText(map.listing, 'listing', 200),
    asker: compileText(map.asker, 'asker', 80),
    text: compileRequiredText(map.text, 'text', 1000),
    language: compileChoice(map.language, 'language', mapLanguages),
    askedAt: compileDate(map.askedAt, 'askedAt', context.now),
    answers: (map.answers ?? []).map((rule) => compileAnswers(rule, context)),
  };
  return (row) => {
    const text = read.text(row);
    return {
      kind: 'question',
      id: read.id(row),
      product: read.product(row),
      listingId: read.listingId(row),
      asker: read.asker(row),
      text,
      language: read.language(row) ?? context.language.detectLanguage(text),
      askedAt: read.askedAt(row),
      answers: read.answers.flatMap((readAnswers) => readAnswers(row)),
    };
  };
}

function compileAnswers(
  rule: NonNullable<QuestionMap['answers']>[number],
  context: DraftContext,
): (row: Row) => AnswerDraft[] {
  const entriesOf = compileEntries(rule.each, 'answers');
  const readText = compileText(rule.text, 'answers.text', 4000);
  const readAuthor = compileText(rule.author, 'answers.author', 80);
  const readBy = compileChoice(rule.by, 'answers.by', ['seller', 'owner'] as const);
  const readAt = compileDate(rule.at, 'answers.at', context.now);
  return (row) =>
    entriesOf(row).flatMap((entry) => {
      const text = readText(entry);
      return text === null ? [] : { text, author: readAuthor(entry), by: readBy(entry) ?? 'owner', at: readAt(entry) };
    });
}

function compileListingQuestions(rule: ListingMap['questions']): (row: Row) => { text: string; answer: string }[] {
  if (!rule) return () => [];
  const entriesOf = compileEntries(rule.each, 'questions');
  const readText = compileValue(rule.text, 'questions.text');
  const readAnswer = compileValue(rule.answer, 'questions.answer');
  return (row) =>
    entriesOf(row).flatMap((entry) => {
      const [text, answer] = [readText(entry), readAnswer(entry)];
      if (isEmpty(text) || isEmpty(answer)) return [];
      return {
        text: checkText(textOf(text, 'questions.text'), 'questions.text', 1000),
        answer: checkText(textOf(answer, 'questions.answer'), 'questions.answer', 4000),
      };
    });
}

/** The entries of a list in the row, or the row itself. */
function compileEntries(each: string | undefined, field: string): (row: Row) => Row[] {
  if (each === undefined) return (row) => [row];
  const read = compilePath(each);
  return (row) => {
    const value = read(row);
    if (isEmpty(value)) return [];
    if (!Array.isArray(value)) throw new RowProblem(field, `${each} is not a list`);
    return value.filter((entry): entry is Row => typeof entry === 'object' && entry !== null && !Array.isArray(entry));
  };
}
