import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale';
import { localeTags } from './locale';
import en from './messages/en.json';
import fa from './messages/fa.json';
import zh from './messages/zh.json';

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: Values) => string;

const messages: Record<Locale, Record<MessageKey, string>> = { en, zh, fa };
const compiled = new Map<string, IntlMessageFormat>();

/** ICU messages of one language; the keys are those of messages/en.json, checked by the compiler. */
export function createTranslate(locale: Locale): Translate {
  return (key, values) => {
    const text = messages[locale][key];
    if (!text.includes('{')) return text;
    const id = `${locale} ${key}`;
    let format = compiled.get(id);
    if (!format) {
      format = new IntlMessageFormat(text, localeTags[locale]);
      compiled.set(id, format);
    }
    return String(format.format(values));
  };
}
