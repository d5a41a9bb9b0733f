import type { NewSource } from '#contract/source';
import { textOf } from '../account/form-errors';
import { ApiProblem } from '../api/client';
import type { OperatorKey } from './words';

export type SourceField = 'name' | 'addresses' | 'mostPages' | 'categories';
/** What is wrong with a field, or with all of it (`form`). */
export type SourceErrors = Partial<Record<SourceField | 'form', { says: OperatorKey; line?: number }>>;

/** What was typed, as it stands in the form. */
export type SourceValues = {
  name: string;
  format: string;
  addresses: string;
  language: string;
  kind: string;
  categories: string[];
  every: string;
  mostPages: string;
};

export const emptySource: SourceValues = {
  name: '',
  format: 'sitemap',
  addresses: '',
  language: '',
  kind: 'guide',
  categories: [],
  every: '24',
  mostPages: '200',
};

export function readSourceForm(form: FormData): SourceValues {
  const text = (name: string) => textOf(form, name);
  return {
    name: text('name').trim(),
    format: text('format'),
    addresses: text('addresses'),
    language: text('language'),
    kind: text('kind'),
    categories: form.getAll('categories').filter((value) => typeof value === 'string'),
    every: text('every'),
    mostPages: text('mostPages').trim(),
  };
}

/** What is sent to the API, which is who judges it. */
export function toNewSource(values: SourceValues): NewSource {
  return {
    name: values.name,
    format: values.format as NewSource['format'],
    addresses: linesOf(values.addresses).map(({ text }) => text),
    language: (values.language || null) as NewSource['language'],
    kind: values.kind as NewSource['kind'],
    categories: values.categories,
    everyHours: values.every === 'never' ? null : Number(values.every),
    mostPages: Number(values.mostPages || Number.NaN),
  };
}

/** Lines that say something, each with its number as a person counts. */
function linesOf(addresses: string): { text: string; line: number }[] {
  return addresses.split('\n').flatMap((given, at) => (given.trim() ? [{ text: given.trim(), line: at + 1 }] : []));
}

/** The API's refusal as words beside the fields it points to; what is no refusal is thrown on. */
export function explainSource(cause: unknown, values: SourceValues): SourceErrors {
  if (!(cause instanceof ApiProblem)) throw cause;
  const { code, errors = [] } = cause.problem;
  if (code === 'source.too-many') return { form: { says: 'add.error.tooMany' } };
  if (code === 'request.too-many') return { form: { says: 'error.wait' } };
  const found: SourceErrors = {};
  for (const { pointer } of errors) {
    const [, field, place] = pointer.split('/');
    if (field === 'name') found.name ??= { says: 'add.error.name' };
    else if (field === 'mostPages') found.mostPages ??= { says: 'add.error.mostPages' };
    else if (field === 'categories') found.categories ??= { says: 'add.error.categories' };
    else if (field === 'addresses') {
      const line = place === undefined ? undefined : linesOf(values.addresses)[Number(place)]?.line;
      found.addresses ??= line === undefined ? { says: 'add.error.addresses' } : { says: 'add.error.address', line };
    }
  }
  return Object.keys(found).length > 0 ? found : { form: { says: 'error.other' } };
}
