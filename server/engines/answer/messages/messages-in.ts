import type { Language } from '#engines/language';
import { en } from './en.ts';
import { fa } from './fa.ts';
import type { Messages } from './message-types.ts';
import { zh } from './zh.ts';

const MESSAGES: Record<Language, Messages> = { en, zh, fa };

/** What answers say in one language. */
export function messagesIn(language: Language): Messages {
  return MESSAGES[language];
}
