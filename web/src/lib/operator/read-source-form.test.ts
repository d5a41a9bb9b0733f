import { expect, test } from 'vitest';
import { newSource } from '../../../../contract/source.ts';
import { ApiProblem } from '../api/client';
import { emptySource, explainSource, readSourceForm, toNewSource } from './read-source-form';

const values = { ...emptySource, name: 'Notes', addresses: '\nhttps://shop.example/a\n\n  ftp://shop.example/b \n' };

test('a form as it is typed becomes what the API takes', () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...values, categories: 'coats' })) form.append(name, value);
  form.append('categories', 'jumpers');
  expect(toNewSource(readSourceForm(form))).toEqual({
    name: 'Notes',
    format: 'sitemap',
    addresses: ['https://shop.example/a', 'ftp://shop.example/b'],
    language: null,
    kind: 'guide',
    categories: ['coats', 'jumpers'],
    everyHours: 24,
    mostPages: 200,
  });
  expect(toNewSource({ ...values, every: 'never' }).everyHours).toBeNull();
  expect(
    newSource.safeParse(toNewSource({ ...values, mostPages: '' })).error?.issues.map(({ path }) => path),
  ).toContainEqual(['mostPages']);
});

test('a refusal stands beside its field, an address with the line it is on', () => {
  const refuse = (code: string, ...pointers: string[]) =>
    explainSource(
      new ApiProblem({
        type: '',
        title: '',
        status: 422,
        detail: '',
        code,
        errors: pointers.map((pointer) => ({ pointer, detail: '' })),
      }),
      values,
    );
  expect(refuse('request.not-valid', '/name', '/addresses/1', '/mostPages')).toEqual({
    name: { says: 'add.error.name' },
    addresses: { says: 'add.error.address', line: 4 },
    mostPages: { says: 'add.error.mostPages' },
  });
  expect(refuse('request.not-valid', '/addresses')).toEqual({ addresses: { says: 'add.error.addresses' } });
  expect(refuse('source.unknown-category', '/categories/0')).toEqual({ categories: { says: 'add.error.categories' } });
  expect(refuse('source.too-many')).toEqual({ form: { says: 'add.error.tooMany' } });
  expect(refuse('request.not-valid', '/language')).toEqual({ form: { says: 'error.other' } });
  expect(() => explainSource(new Error('broken'), values)).toThrow('broken');
});
