import { departments } from '#contract/listing';
import { createCanonicalValues } from './canonical-values.ts';
import type { DraftContext, ProductDraft } from './draft.ts';
import { compileAttributes, compileChoice, compileId, compileRequiredText, compileText } from './fields.ts';
import type { ProductMap, ProductRule } from './import-map.ts';
import type { Row } from './read-value.ts';

/** `at` is where in the map the product stands, for messages: empty when the row is a product itself. */
export function compileProduct(rule: ProductRule, at: string, context: DraftContext): (row: Row) => ProductDraft {
  const values = createCanonicalValues(context.language);
  const field = (name: string) => (at === '' ? name : `${at}.${name}`);
  const readId = compileId(rule.id, field('id'));
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

export function compileProductKind({ kind, note: _, ...rule }: ProductMap, context: DraftContext) {
  const read = compileProduct(rule, '', context);
  const readName = compileRequiredText(rule.name, 'name', 300);
  return (row: Row) => ({ kind, ...read(row), name: readName(row) });
}
