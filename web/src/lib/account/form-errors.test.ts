import { expect, test } from 'vitest';
import { ApiProblem } from '../api/client';
import { type ErrorWords, explainProblem } from './form-errors';

const words: ErrorWords<'name' | 'email'> = {
  general: { tooMany: 'account.error.tooMany', other: 'account.error.other' },
  codes: { 'account.exists': { field: 'email', says: 'account.error.exists' } },
  fields: { name: 'account.error.name', email: 'account.error.email' },
};
const refused = (code: string, status: number, ...pointers: string[]) =>
  new ApiProblem({
    type: '',
    title: '',
    status,
    detail: '',
    code,
    errors: pointers.map((pointer) => ({ pointer, detail: '' })),
  });

test('each wrong field is named', () => {
  expect(explainProblem(refused('request.not-valid', 422, '/name', '/email'), words)).toEqual({
    name: 'account.error.name',
    email: 'account.error.email',
  });
});

test('a known refusal stands beside the field it is about', () => {
  expect(explainProblem(refused('account.exists', 409), words)).toEqual({ email: 'account.error.exists' });
});

test('what cannot be pinned to a field is said of the whole form', () => {
  expect(explainProblem(refused('request.too-many', 429), words)).toEqual({ form: 'account.error.tooMany' });
  expect(explainProblem(refused('internal', 500), words)).toEqual({ form: 'account.error.other' });
});

test('an error that is no refusal is not swallowed', () => {
  expect(() => explainProblem(new TypeError('a defect'), words)).toThrow('a defect');
});
