import { formatMessage, type Values } from './format-message';
import { type Locale, localeTags } from './locale';
import type answer from './messages/en/answer.json';
import type ask from './messages/en/ask.json';
import type home from './messages/en/home.json';
import type listing from './messages/en/listing.json';
import type pages from './messages/en/pages.json';
import type results from './messages/en/results.json';
import type shared from './messages/en/shared.json';
import type voices from './messages/en/voices.json';

export type { Values } from './format-message';
export type Messages = typeof shared &
  typeof results &
  typeof answer &
  typeof ask &
  typeof listing &
  typeof home &
  typeof pages &
  typeof voices;
export type MessageKey = keyof Messages;
export type Translate = (key: MessageKey, values?: Values) => string;

/** What every page says, what results, answers, conversations, a listing, the home page and voices say, and the rest. */
export type MessagePart = 'shared' | 'results' | 'answer' | 'ask' | 'listing' | 'home' | 'pages' | 'voices';

const files = import.meta.glob<Partial<Messages>>('./messages/*/*.json', { import: 'default' });
const catalogues: Record<Locale, Partial<Messages>> = { en: {}, zh: {}, fa: {} };

/**
 * The messages of one language so far, with these parts of them: a reader fetches no other language, and of a language
 * no more than is shown. A test holds every page against the parts that it loads.
 */
export async function loadMessages(locale: Locale, ...parts: MessagePart[]): Promise<Messages> {
  const loaded = await Promise.all(parts.map((part) => files[`./messages/${locale}/${part}.json`]!()));
  return Object.assign(catalogues[locale], ...loaded);
}

/** The parts that the page at a path (without its language) needs at once; results load an answer's when there is one. */
export function messageParts(path: string): MessagePart[] {
  if (path === '/search') return ['shared', 'results'];
  if (/^\/(?:ask|conversations|answers)(?:\/|$)/.test(path)) return ['shared', 'ask', 'answer', 'listing', 'pages'];
  if (/^\/you(?:\/|$)/.test(path)) return ['shared', 'ask', 'pages'];
  if (path === '/') return ['shared', 'home'];
  if (path.startsWith('/listings/')) return ['shared', 'listing', 'answer'];
  if (/^\/(?:questions|notifications|operator\/mismatched-reviews)\b/.test(path))
    return ['shared', 'listing', 'voices'];
  return path.startsWith('/closets/') ? ['shared', 'pages', 'listing'] : ['shared', 'pages'];
}

/** ICU messages of one language; the keys are those of messages/en, checked by the compiler. */
export function createTranslate(locale: Locale, messages: Messages): Translate {
  return (key, values) => {
    const message = messages[key];
    return message.includes('{') ? formatMessage(message, values ?? {}, localeTags[locale]) : message;
  };
}
