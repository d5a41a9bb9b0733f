import { remember } from '#engines/memo';
import { bareText } from './bare-text.ts';
import { anyLanguage } from './patterns-any.ts';
import { english, englishCue, englishCues, englishImpersonation } from './patterns-en.ts';
import { persian, persianImpersonation } from './patterns-fa.ts';
import { chinese, chineseImpersonation } from './patterns-zh.ts';

/** `order`: it tells a machine what to do or say, or hides something. `impersonation`: its writer claims to be the seller or the shop. */
export type Injection = 'order' | 'impersonation';

/** Patterns of a language with what a text of it must hold to be read for them. */
const languages = [
  { isSpoken: hasEnglishCue, orders: english, impersonations: englishImpersonation },
  { isSpoken: (bare: string) => /\p{Script=Han}/u.test(bare), orders: chinese, impersonations: chineseImpersonation },
  { isSpoken: (bare: string) => /[\u0600-\u06ff]/.test(bare), orders: persian, impersonations: persianImpersonation },
];
/** Of these each pattern of any language needs one. */
const MARKS = /[<>[\]{}#=:：【]|www\.|\bsystem\b|\badmin\b|\bhidden\b/;
const MOST_REMEMBERED = 20_000;
/** Longer texts are read by their beginning and end. */
const MOST_LETTERS = 20_000;

/**
 * Whether a text that people wrote speaks to the assistant, in English, Chinese or Persian, whatever it is disguised with
 * (invisible characters, look-alikes, other widths, letters apart). Such text is no evidence: it is shown as text where
 * it belongs, and neither quoted nor counted. Not a defence by itself: nothing that is read is ever followed anyway.
 */
export function findInjection(text: string): Injection | undefined {
  const found = readRemembered(text);
  return found === 'none' ? undefined : found;
}

const readRemembered = remember(read, MOST_REMEMBERED);

function read(text: string): Injection | 'none' {
  const part = text.length > MOST_LETTERS ? text.slice(0, MOST_LETTERS / 2) + text.slice(-MOST_LETTERS / 2) : text;
  const bare = bareText(part);
  const spoken = languages.filter(({ isSpoken }) => isSpoken(bare));
  const holds = (pattern: RegExp) => pattern.test(bare);
  const isMarked = ENCODED.test(part) || (MARKS.test(bare) && anyLanguage.some(holds));
  if (isMarked || spoken.some(({ orders }) => orders.some(holds))) return 'order';
  return spoken.some(({ impersonations }) => impersonations.some(holds)) ? 'impersonation' : 'none';
}

function hasEnglishCue(bare: string): boolean {
  const words = bare.match(/[a-z.]{2,}/g) ?? [];
  return (
    words.some((word) => englishCues.has(word) || englishCues.has(word.replace(/\.+$/, ''))) || englishCue.test(bare)
  );
}

/** A long run of base64: nothing that a person would write of a thing. */
const ENCODED = /(?<![\w/+])(?=[a-z\d+/]*[A-Z])(?=[A-Z\d+/]*[a-z])[A-Za-z\d+/]{36,}={0,2}(?![\w/])/;
