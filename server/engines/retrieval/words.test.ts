import { expect, test } from 'vitest';
import { indexOf } from './test-listings.ts';

const catalogue = indexOf([
  ...['black', 'red', 'blue', 'old'].map((colour, index) => ({
    id: `case${index}`,
    title: `${colour} leather laptop case`,
  })),
  ...['phone', 'camera', 'violin'].map((thing) => ({ id: `${thing}-case`, title: `small ${thing} case` })),
  { id: 'laptop', title: 'Odo X200 laptop, 14 in. screen' },
  { id: 'bag', title: 'Bag for a laptop' },
  { id: 'toner', title: 'Mira TN-2110 toner cartridge' },
  { id: 'other-toner', title: 'Mira TN-3400 toner cartridge' },
  { id: 'watch', title: 'Odo smartwatch' },
  { id: 'screws', title: '3/4 in. wood screws' },
]);
const find = (...terms: string[]): string[] =>
  catalogue.search({ need: { must: [], wishes: [], terms } }).hits.map(({ id }) => id);

test('puts the thing itself before what is made for it', () => {
  expect(find('laptop')[0]).toBe('laptop');
  expect(find('laptop', 'case')[0]).toMatch(/^case/);
});

test('finds a model number however it is written, and not its neighbours', () => {
  expect(find('tn-2110')).toEqual(['toner']);
  expect(find('TN2110')).toEqual(['toner']);
  expect(find('tn 2110')[0]).toEqual('toner');
});

test('forgives typing errors', () => {
  expect(find('catridge').sort()).toEqual(['other-toner', 'toner']);
  expect(find('smartwacth')).toEqual(['watch']);
});

test('finds other forms of a word after the word itself, and what a rare one was meant to be', () => {
  const fences = indexOf([
    { id: 'fencing', title: 'Welded fencing' },
    { id: 'fence', title: 'Welded fence' },
    ...Array.from({ length: 25 }, (_, index) => ({ id: `repellent${index}`, title: `Bug repellent ${index}` })),
    { id: 'mistyped', title: 'Bug repellant' },
  ]);
  const find = (term: string): string[] =>
    fences.search({ need: { must: [], wishes: [], terms: [term] }, limit: 40 }).hits.map(({ id }) => id);
  expect(find('fence')).toEqual(['fence', 'fencing']);
  expect(find('repellant')[0]).toBe('mistyped');
  expect(find('repellant')).toHaveLength(26);
});

test('joins and splits compounds and knows units by any name', () => {
  expect(find('smart', 'watch')).toEqual(['watch']);
  expect(find('3/4', 'inch', 'screw')).toEqual(['screws']);
  expect(find('14"', 'laptop')[0]).toBe('laptop');
});

test('completes what is being typed with words that stand together', () => {
  expect(catalogue.suggest('laptop c', 5)).toEqual([{ text: 'laptop case', kind: 'words', count: 4 }]);
});

test('finds similar listings and never the listing itself', () => {
  expect(catalogue.similarTo('toner', 1).map(({ id }) => id)).toEqual(['other-toner']);
});
