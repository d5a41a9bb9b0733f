import type { Language } from '#engines/language';
import type { AttributeValue, ValueLabel } from './messages/message-types.ts';
import { messagesIn } from './messages/messages-in.ts';

/** The name of an attribute in a language: `lengthCm` is "Length". */
export function attributeName(key: string, language: Language): string {
  return messagesIn(language).attributeName(key);
}

/** The value of an attribute in a language, with its unit; `label` names canonical values. */
export function attributeText(key: string, value: AttributeValue, language: Language, label: ValueLabel): string {
  return messagesIn(language).cell(key, value, label);
}
