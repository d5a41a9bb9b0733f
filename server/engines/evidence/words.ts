import type { Language, Span } from '#engines/language';
import { remember } from '#engines/memo';

/** A word of a text: lower-cased and normalised, its stem, and where it stands (UTF-16 offsets). */
export type Word = { text: string; stem: string; span: Span };

/** The language of a text by its script: Han is Chinese, Arabic script is Persian, all else English. */
export function scriptLanguage(text: string): Language {
  let han = 0;
  let arabic = 0;
  let latin = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (code >= 0x0600 && code <= 0x06ff) arabic++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin++;
  }
  if (han * 2.5 >= latin && han > 0 && han >= arabic) return 'zh';
  if (arabic > 0 && arabic >= latin) return 'fa';
  return 'en';
}

const TOKEN = /[\p{Script=Han}]+|[\p{L}\p{M}\p{N}]+(?:['’\u200c][\p{L}\p{M}\p{N}]+)*(?:[.,]\p{N}+)*/gu;

/** Splits a text into words with offsets; Chinese runs become overlapping pairs of characters, which need no lexicon. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const at = match.index;
    if (/^\p{Script=Han}/u.test(raw)) {
      if (raw.length === 1) words.push({ text: raw, stem: raw, span: { start: at, end: at + 1 } });
      for (let i = 0; i + 1 < raw.length; i++) {
        const pair = raw.slice(i, i + 2);
        words.push({ text: pair, stem: pair, span: { start: at + i, end: at + i + 2 } });
      }
      continue;
    }
    const normal = normaliseWord(raw);
    words.push({ text: normal, stem: stemOf(normal), span: { start: at, end: at + raw.length } });
  }
  return words;
}

/** Lower-cased words of plain Latin letters need nothing else. */
const PLAIN = /^[a-z0-9']+$/;

/** Lower case, one form of Arabic yeh and kaf, Latin digits, straight apostrophes, no diacritics on Persian letters. */
export function normaliseWord(raw: string): string {
  const lower = raw.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(/[’‘]/g, "'")
    .replace(/ي/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}

const IRREGULAR: Record<string, string> = {
  wore: 'wear',
  worn: 'wear',
  ran: 'run',
  broke: 'break',
  broken: 'break',
  felt: 'feel',
  bought: 'buy',
  came: 'come',
  fell: 'fall',
  fallen: 'fall',
  kept: 'keep',
  lost: 'lose',
  held: 'hold',
  shrunk: 'shrink',
  shrank: 'shrink',
  tore: 'tear',
  torn: 'tear',
  went: 'go',
  gone: 'go',
  got: 'get',
  feet: 'foot',
  women: 'woman',
  men: 'man',
  children: 'child',
  colour: 'color',
  colours: 'color',
  coloured: 'color',
  grey: 'gray',
  aluminium: 'aluminum',
  heard: 'hear',
  sat: 'sit',
  slept: 'sleep',
  stood: 'stand',
  made: 'make',
  better: 'good',
  best: 'good',
  worse: 'bad',
  worst: 'bad',
  took: 'take',
};

/** A light stem: plural, past, continuous and adverb endings of English and the common suffixes of Persian fall away. */
export const stemOf: (word: string) => string = remember(cutToStem, 30_000);

function cutToStem(word: string): string {
  if (/^[\u0600-\u06ff]/.test(word)) return persianStem(word);
  const known = IRREGULAR[word];
  if (known) return known;
  let stem = word.replace(/'s$|'$/, '');
  if (stem.length <= 3 || /\d/.test(stem)) return stem;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 5 && stem.endsWith('ing') && /[aeiouy]/.test(stem.slice(0, -3))) stem = undouble(stem.slice(0, -3));
  else if (stem.length > 4 && stem.endsWith('ed') && /[aeiouy]/.test(stem.slice(0, -2)))
    stem = undouble(stem.slice(0, -2));
  if (stem.length > 5 && stem.endsWith('ly')) stem = stem.slice(0, -2);
  if (stem.length > 4 && stem.endsWith('ily')) stem = `${stem.slice(0, -3)}y`;
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > 3 && stem.endsWith('i')) stem = `${stem.slice(0, -1)}y`;
  return stem;
}

function undouble(stem: string): string {
  return /([bdfgklmnprt])\1$/.test(stem) && !/(?:ll|ss)$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** Plurals, comparatives, possessives and personal endings fall away, and what is spoken is written: شونه, می‌مونه. */
function persianStem(word: string): string {
  const verb = /^(?:ن?می|نمی)\u200c/.test(word);
  const written = word.replace(/^ن?می\u200c/, '').replace(/(?<=.)ون(?=.|$)/g, 'ان');
  if (verb) return written.replace(/(?:یم|ید|ند|م|ی|د|ه)$/, '').replace(/\u200c/g, '') || word;
  const stem = written
    .replace(/\u200c?(?:هایی|های|هایش|هایم|ها)$/, '')
    .replace(/\u200c(?:ام|ات|اش|ش|ای|اند|ایم|اید|تر|ترین|ی)$/, '')
    .replace(/(?:ترین|تر)$/, '');
  const bare = stem.length >= 2 ? stem : written;
  const cut = bare.length > 3 ? bare.replace(/(?:اش|م|ش|ی)$/, '') : bare;
  return cut.replace(/\u200c/g, '');
}

const STOP_WORDS = new Set(
  (
    "a an the this that these those i you he she it its it's we they them him her my your his our their me us is are was were be been being am " +
    "do does did done doing don't doesn't didn't have has had having will would shall should can could may might must of in on at to for from by with " +
    'about as into over under than then so if or and but not no nor what which who whom whose how when where why there here just very too also any some ' +
    "i'm i've i'd you're they're isn't aren't wasn't weren't one get got really much many more most other such only own same s t like think anyone someone please know tell " +
    'است هست بود شد برای با از به در که و یا این آن را هم چه چی چطور چگونه آیا می های ها یک من ما شما او تا اگر نیز خیلی دارد داره کرد کرده شده ' +
    '这个 那个 什么 怎么 怎样 多少 可以 是不 不是 请问 一下 这款 这件 这条 一个 我们 你们 他们 有没 没有 的时 时候'
  ).split(/\s+/),
);

/** Whether a word carries no topic of its own (articles, pronouns, auxiliaries, question words). */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** The words of a text that carry its topic. */
export function contentWords(text: string): Word[] {
  return wordsOf(text).filter((word) => !isStopWord(word.text));
}
