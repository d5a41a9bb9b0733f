import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import en from './messages/en.json';
import fa from './messages/fa.json';
import zh from './messages/zh.json';

/** The names of the values a message takes. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const part of value) visit(part);
    else if (typeof value === 'object' && value !== null) {
      const element = value as { type?: number; value?: unknown; options?: object };
      if (typeof element.value === 'string' && element.type !== 0 && element.type !== 7) names.add(element.value);
      if (element.options)
        for (const option of Object.values(element.options)) visit((option as { value: unknown }).value);
    }
  };
  visit(parse(message));
  return [...names].sort();
}

describe('messages', () => {
  for (const [name, messages] of Object.entries({ zh, fa })) {
    test(`${name} has the very keys of English`, () => {
      expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
    });

    test(`${name} takes the very values that English takes`, () => {
      for (const [key, text] of Object.entries(en)) {
        expect([key, argumentsOf((messages as Record<string, string>)[key]!)]).toEqual([key, argumentsOf(text)]);
      }
    });
  }
});
