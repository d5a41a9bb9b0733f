import type { MessageKey } from '$lib/i18n';
import { ApiProblem } from '../api/client';

/** What is wrong with a form: with fields by name, or with all of it (`form`); in words of the reader's language. */
export type FormErrors<Field extends string> = Partial<Record<Field | 'form', MessageKey>>;

/** Which words say it: by the problem's code, else by the field its pointers name. */
export type ErrorWords<Field extends string> = {
  codes: Record<string, { field?: Field; says: MessageKey }>;
  fields: Partial<Record<Field, MessageKey>>;
  /** Of the form as a whole. */
  general: { tooMany: MessageKey; other: MessageKey };
};

/** Turns the API's refusal into words beside fields; what is no refusal is thrown on. */
export function explainProblem<Field extends string>(cause: unknown, words: ErrorWords<Field>): FormErrors<Field> {
  if (!(cause instanceof ApiProblem)) throw cause;
  const { code, status, errors = [] } = cause.problem;
  const { tooMany, other } = words.general;
  const known = words.codes[code];
  if (known) return { [known.field ?? 'form']: known.says } as FormErrors<Field>;
  if (status === 429) return { form: tooMany } as FormErrors<Field>;
  const found: FormErrors<Field> = {};
  for (const [field, says] of Object.entries(words.fields) as [Field, MessageKey][])
    if (errors.some(({ pointer }) => pointer === `/${field}`)) found[field] = says;
  return Object.keys(found).length > 0 ? found : ({ form: other } as FormErrors<Field>);
}

/** A text field of a form, as typed; nothing for a file or a missing field. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
