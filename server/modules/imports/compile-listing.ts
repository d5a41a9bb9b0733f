import { locales } from '#contract/common';
import { conditions, departments, sizeSystems } from '#contract/listing';
import { createCanonicalValues } from './canonical-values.ts';
import { compileProduct } from './compile-product.ts';
import type { DraftContext, ListingDraft } from './draft.ts';
import {
  checkText,
  compileAttributes,
  compileChoice,
  compileDate,
  compileEntries,
  compileId,
  compileList,
  compilePrice,
  compileRequiredText,
  compileText,
  compileWholeNumber,
} from './fields.ts';
import type { ListingMap } from './import-map.ts';
import { compileValue, isEmpty, type Row, textOf } from './read-value.ts';
import { RowProblem } from './row-problem.ts';

const statuses = ['draft', 'available', 'sold', 'not-for-sale'] as const;
const mostPictures = 16;

export function compileListing(map: ListingMap, context: DraftContext): (row: Row) => ListingDraft {
  const values = createCanonicalValues(context.language);
  const read = {
    id: compileId(map.id, 'id'),
    title: compileRequiredText(map.title, 'title', 300),
    description: compileText(map.description, 'description', 10_000),
    language: compileChoice(map.language, 'language', locales),
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
