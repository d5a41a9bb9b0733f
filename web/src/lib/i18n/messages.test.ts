import { parse } from '@formatjs/icu-messageformat-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMessages, type MessagePart, type Messages } from './translate';

const parts: MessagePart[] = ['shared', 'results', 'answer', 'ask', 'listing', 'home', 'pages', 'voices'];

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
  let en: Messages;
  beforeAll(async () => {
    en = await loadMessages('en', ...parts);
  });

  for (const name of ['zh', 'fa'] as const) {
    test(`${name} has the very keys of English`, async () => {
      const messages = await loadMessages(name, ...parts);
      expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
    });

    test(`${name} takes the very values that English takes`, async () => {
      const messages = await loadMessages(name, ...parts);
      for (const [key, text] of Object.entries(en))
        expect([key, argumentsOf(messages[key as keyof Messages])]).toEqual([key, argumentsOf(text)]);
    });
  }
});
