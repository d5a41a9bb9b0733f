import { z } from 'zod';
import { AppError } from '#platform/errors';

// The mapping language: which of the file's fields become which of ours. docs/importing.md tells it in plain words.

const scalar = z.union([z.string(), z.number(), z.boolean()], { error: 'Must be a text, a number, true or false.' });
const path = z
  .string({ error: 'Must be the name of a field, such as "title" or "seller.name".' })
  .min(1, 'Must name a field.')
  .max(200);

const fromRule = z.strictObject({
  /** A field, or several: the first that is not empty, or all of them with `join`. */
  from: z.union([path, z.array(path).min(1).max(20)], {
    error: 'Must be the name of a field, or a list of names.',
  }),
  /** Puts the fields together with this text in between. */
  join: z.string().max(20).optional(),
  /** What each value of the file becomes (upper and lower case alike); null leaves it empty. */
  values: z.record(z.string(), scalar.nullable()).optional(),
  /** What any other value becomes; without it, it stays what it is. */
  otherwise: scalar.nullable().optional(),
  as: z.enum(['text', 'number', 'yes-no', 'list'], { error: 'Must be text, number, yes-no or list.' }).optional(),
  /** Where `list` cuts a text. */
  separator: z.string().min(1).max(5).optional(),
});
const constantRule = z.strictObject({ constant: z.union([scalar, z.array(z.string()).max(50)]) });

export type ValueRule = string | z.infer<typeof fromRule> | z.infer<typeof constantRule>;

/** One of several forms, told apart by what is written, so that an error speaks of the form that was meant. */
function oneOf<Rule>(choose: (value: unknown) => z.ZodType): z.ZodType<Rule> {
  return z.unknown().transform((value, ctx) => {
    const parsed = choose(value).safeParse(value);
    if (parsed.success) return parsed.data as Rule;
    for (const issue of parsed.error.issues)
      ctx.issues.push({ ...issue, input: value } as Parameters<typeof ctx.issues.push>[0]);
    return z.NEVER;
  }) as unknown as z.ZodType<Rule>;
}

const has = (value: unknown, key: string) => typeof value === 'object' && value !== null && key in value;
const notARule = z.never('Must be the name of a field, {"from": ...} or {"constant": ...}.');

function chooseValueRule(value: unknown): z.ZodType {
  if (typeof value === 'string') return path;
  if (has(value, 'constant')) return constantRule;
  if (has(value, 'from')) return fromRule;
  return notARule;
}
const value = oneOf<ValueRule>(chooseValueRule);

/** An id, or `{"hash": [fields]}` where the file has none: the same values always give the same id. */
const hashRule = z.strictObject({ hash: z.array(path).min(1).max(20) });
export type IdRule = ValueRule | z.infer<typeof hashRule>;
const id = oneOf<IdRule>((given) => (has(given, 'hash') ? hashRule : chooseValueRule(given)));

/** `from` a field or a `constant` amount such as "25.00"; `currency` is a code such as "EUR" or `{"from": field}`. */
const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'Must be an ISO 4217 code such as "EUR", or {"from": "field"}.');
const currency = oneOf<string | ValueRule>((given) =>
  typeof given === 'string' ? currencyCode : chooseValueRule(given),
);
const price = oneOf<PriceRule>((given) =>
  has(given, 'constant')
    ? z.strictObject({ constant: z.string(), currency })
    : z.strictObject({ from: path, currency: currency.optional() }),
);
export type PriceRule =
  | { constant: string; from?: undefined; currency: string | ValueRule }
  | { from: string; constant?: undefined; currency?: string | ValueRule };

const dateForms = ['iso', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY/MM/DD', 'unix', 'unix-ms'] as const;
export type DateForm = (typeof dateForms)[number];
const date = oneOf<DateRule>((given) =>
  typeof given === 'string'
    ? path
    : z.strictObject({
        from: path,
        format: z.enum(dateForms, { error: `Must be one of ${dateForms.join(', ')}.` }).optional(),
      }),
);
export type DateRule = string | { from: string; format?: DateForm };

/** `"*"` takes every entry of an object in the file as it is. */
const attributes = z.record(
  z.string().regex(/^(\*|[A-Za-z][\w-]{0,59})$/, 'Must be letters and digits, or "*".'),
  value,
);

const productFields = {
  id,
  name: value.optional(),
  brand: value.optional(),
  category: value.optional(),
  department: value.optional(),
  attributes: attributes.optional(),
};
/** The style that a listing is a piece of, or that a review or a question is about. */
const product = z.strictObject(productFields);

/** Questions or answers within a row: `each` names a list in the row, and the fields are looked up in its entries. */
const answers = z.array(
  z.strictObject({
    each: path.optional(),
    text: value,
    author: value.optional(),
    by: value.optional(),
    at: date.optional(),
  }),
);
const questions = z.strictObject({ each: path, text: value, answer: value });

const note = z.string().optional();

const listingMap = z.strictObject({
  kind: z.literal('listing'),
  note,
  id,
  title: value,
  description: value.optional(),
  language: value.optional(),
  brand: value.optional(),
  category: value.optional(),
  department: value.optional(),
  attributes: attributes.optional(),
  size: z.strictObject({ value, system: value.optional() }).optional(),
  condition: value.optional(),
  conditionNote: value.optional(),
  price,
  originalPrice: price.optional(),
  quantity: value.optional(),
  status: value.optional(),
  listedAt: date.optional(),
  pictures: value.optional(),
  product: product.optional(),
  questions: questions.optional(),
});

const productMap = z.strictObject({ kind: z.literal('product'), note, ...productFields, name: value });

const reviewMap = z.strictObject({
  kind: z.literal('review'),
  note,
  id,
  product,
  author: value.optional(),
  rating: value.optional(),
  title: value.optional(),
  text: value,
  language: value.optional(),
  verified: value.optional(),
  helpful: value.optional(),
  sizeBought: value.optional(),
  heightCm: value.optional(),
  fit: value.optional(),
  writtenAt: date.optional(),
});

const questionMap = z.strictObject({
  kind: z.literal('question'),
  note,
  id,
  product: product.optional(),
  /** The id of a listing imported from the same source, in place of `product`. */
  listing: value.optional(),
  asker: value.optional(),
  text: value,
  language: value.optional(),
  askedAt: date.optional(),
  answers: answers.optional(),
});

export type ListingMap = z.infer<typeof listingMap>;
export type ProductMap = z.infer<typeof productMap>;
export type ReviewMap = z.infer<typeof reviewMap>;
export type QuestionMap = z.infer<typeof questionMap>;
export type ProductRule = z.infer<typeof product>;
export type ImportMap = ListingMap | ProductMap | ReviewMap | QuestionMap;

const kinds = { listing: listingMap, product: productMap, review: reviewMap, question: questionMap };

/** Checks a map as written by a person. Throws `import.bad-map`, naming each wrong place. */
export function parseImportMap(given: unknown): ImportMap {
  const kind = has(given, 'kind') ? (given as { kind: unknown }).kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
    throw badMap([{ pointer: '/kind', detail: 'Must be "listing", "product", "review" or "question".' }]);
  const parsed = kinds[kind as keyof typeof kinds].safeParse(given);
  if (parsed.success) {
    const map = parsed.data;
    if (map.kind === 'question' && !map.product === !map.listing)
      throw badMap([{ pointer: '/product', detail: 'Say either "product" or "listing": what is asked about.' }]);
    return map;
  }
  throw badMap(
    parsed.error.issues.flatMap((issue) => {
      const names = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      const detail =
        issue.code === 'unrecognized_keys' ? 'Unknown; remove it or see docs/importing.md.' : wordsOf(issue, given);
      return names.map((name) => ({ pointer: `/${name.map(String).join('/')}`, detail }));
    }),
  );
}

function wordsOf(issue: z.core.$ZodIssue, given: unknown): string {
  const value = issue.path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    given,
  );
  return value === undefined ? 'Is missing.' : issue.message;
}

function badMap(fields: { pointer: string; detail: string }[]): AppError {
  const words = fields.map(({ pointer, detail }) => `${pointer}: ${detail}`).slice(0, 3);
  return new AppError('import.bad-map', 422, `The map cannot be used. ${words.join(' ')}`, { fields });
}

/** Every field of the file that the map reads, with the field of ours it is for (entries of `each` excepted). */
export function pathsOf(map: ImportMap): { field: string; path: string }[] {
  const found: { field: string; path: string }[] = [];
  const visit = (rule: unknown, field: string): void => {
    if (typeof rule === 'string') found.push({ field, path: rule });
    else if (Array.isArray(rule)) for (const entry of rule) visit(entry, field);
    else if (has(rule, 'each')) found.push({ field, path: (rule as { each: string }).each });
    else if (has(rule, 'hash')) visit((rule as { hash: string[] }).hash, field);
    else if (has(rule, 'constant')) visitCurrency(rule, field);
    else if (has(rule, 'from')) {
      visit((rule as { from: unknown }).from, field);
      visitCurrency(rule, field);
    } else if (typeof rule === 'object' && rule !== null)
      for (const [key, child] of Object.entries(rule)) visit(child, field ? `${field}.${key}` : key);
  };
  const visitCurrency = (rule: unknown, field: string) => {
    const currency = has(rule, 'currency') ? (rule as { currency: unknown }).currency : undefined;
    if (typeof currency === 'object') visit(currency, field);
  };
  const { kind: _, note: __, ...fields } = map;
  visit(fields, '');
  return found;
}
