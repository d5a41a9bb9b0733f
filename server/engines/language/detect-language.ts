import { CharacterClass, characterClasses } from './fold.ts';
import type { Language } from './need.ts';

/**
 * The language a text is written in, from its scripts: brand names in Latin letters do not make a Chinese or Persian
 * request English, so one Han character weighs as a word and Latin wins only with several times as many words.
 */
export function detectLanguage(text: string): Language {
  const classes = characterClasses();
  let han = 0;
  let arabicWords = 0;
  let latinWords = 0;
  let previous: number = CharacterClass.space;
  const length = Math.min(text.length, 4000);
  for (let at = 0; at < length; at++) {
    const kind = classes[text.charCodeAt(at)]!;
    if (kind === CharacterClass.han) han++;
    else if (kind === CharacterClass.arabic && previous !== kind) arabicWords++;
    else if (kind === CharacterClass.letter && previous !== kind) latinWords++;
    if (kind !== CharacterClass.mark) previous = kind;
  }
  if (han === 0 && arabicWords === 0) return 'en';
  if (han >= arabicWords) return han * 3 >= latinWords ? 'zh' : 'en';
  return arabicWords * 4 >= latinWords ? 'fa' : 'en';
}
