import { describe, expect, test } from 'vitest';
import { changed, filterParam, readSearchRequest, toApiQuery } from './search-params';

const read = (query: string) => readSearchRequest(new URLSearchParams(query));

describe('the address of a results page', () => {
  test('carries prices in whole money, the API in minor units', () => {
    expect(toApiQuery(read('q=dress&from=20&to=119.5')).toString()).toBe(
      'q=dress&sort=best&priceMin=2000&priceMax=11950&currency=USD',
    );
    expect(toApiQuery(read('to=5000&currency=JPY')).get('priceMax')).toBe('5000');
  });

  test('takes prices in Persian digits and leaves out what is none', () => {
    expect(read('to=۱۲۰').to).toBe('120');
    expect(read('from=1e99&to=cheap')).toMatchObject({ from: '199', to: '' });
    expect(read('to=...').to).toBe('');
  });

  test('has only the parameters that the API knows', () => {
    expect(toApiQuery(read('q=a&utm_source=x&view=results&colour=red&colour=&sort=odd')).toString()).toBe(
      'q=a&sort=best&colour=red',
    );
  });

  test('asks for an answer where `answer` does', () => {
    expect(read('q=a&answer=1').view).toBe('answer');
    expect(read('q=a&answer=1&view=results').view).toBe('results');
    expect(read('q=a').view).toBeNull();
  });
});

describe('a change of the page', () => {
  const now = new URLSearchParams('q=a&colour=red&colour=blue&cursor=x&answer=1');

  test('begins at the first page again', () => {
    expect(changed(now, { set: { sort: 'newest' } })).toBe('?q=a&colour=red&colour=blue&sort=newest');
  });

  test('takes away one value of several', () => {
    expect(changed(now, { remove: ['colour', 'red'] })).toBe('?q=a&colour=blue');
    expect(changed(now, { add: ['without', 'bow:big'], set: { q: null } })).toBe(
      '?colour=red&colour=blue&without=bow%3Abig',
    );
  });
});

test('a facet of its own is a parameter, any other an attribute', () => {
  expect(filterParam('colour', 'red')).toEqual(['colour', 'red']);
  expect(filterParam('length', 'floor')).toEqual(['attribute', 'length:floor']);
});
