import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { formatMessage, type Values } from './format-message';
import { locales, localeTags } from './locale';
import { loadMessages } from './translate';

/** A value for every argument: numbers where a message counts, words with markup and signs elsewhere. */
function valuesFor(message: string, count: number): Values {
  const values: Values = {};
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.argument) values[element.value] ??= 'a {b} #1';
      if (element.type === TYPE.number || element.type === TYPE.plural) values[element.value] = count;
      if (element.type === TYPE.select) values[element.value] = Object.keys(element.options)[count] ?? 'other';
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(parse(message));
  return values;
}

describe('every message reads as intl-messageformat writes it', () => {
  for (const locale of locales) {
    test(locale, async () => {
      const tag = localeTags[locale];
      const messages = await loadMessages(locale, 'shared', 'results', 'answer', 'pages');
      for (const [key, message] of Object.entries(messages)) {
        for (const count of [0, 1, 2, 1234]) {
          const values = valuesFor(message, count);
          const expected = String(new IntlMessageFormat(message, tag).format(values));
          expect([key, formatMessage(message, values, tag)]).toEqual([key, expected]);
        }
      }
    });
  }
});

test('arguments, plurals and choices stand inside one another', () => {
  const message =
    '{who, select, seller {{name} sells} other {Someone sells}} {count, plural, =0 {nothing} one {# thing} other {# of {total, number}}}.';
  for (const values of [
    { who: 'seller', name: 'Noor', count: 1, total: 5000 },
    { who: 'x', name: '', count: 0, total: 1 },
    { who: 'x', name: '', count: 12, total: 5000 },
  ])
    expect(formatMessage(message, values, 'fa-IR')).toBe(
      String(new IntlMessageFormat(message, 'fa-IR').format(values)),
    );
});
