import { formatMessage, type Values } from './format-message';
import { type Locale, localeTags } from './locale';
import type en from './messages/en.json';

export type { Values } from './format-message';
export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
export type Translate = (key: MessageKey, values?: Values) => string;

/** The messages of one language alone, so that a reader fetches no other. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case 'zh':
      return (await import('./messages/zh.json')).default;
    case 'fa':
      return (await import('./messages/fa.json')).default;
    default:
      return (await import('./messages/en.json')).default;
  }
}

/** ICU messages of one language; the keys are those of messages/en.json, checked by the compiler. */
export function createTranslate(locale: Locale, messages: Messages): Translate {
  return (key, values) => {
    const message = messages[key];
    return message.includes('{') ? formatMessage(message, values ?? {}, localeTags[locale]) : message;
  };
}
