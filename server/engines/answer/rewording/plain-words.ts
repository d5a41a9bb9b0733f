import type { Language } from '#engines/language';

/** Words that claim nothing: a rewording may add them, leave them out and put them elsewhere. */
const FUNCTION_WORDS: Record<Language, string> = {
  en:
    'a an the and also too plus while as well it its this that these those they them their is are be been being has have ' +
    'having had with of in on at for to from by which who whose there here you your so then do does did',
  zh: '的 了 是 和 与 也 还 在 这 那 它 其 件 有 并 且 而',
  fa:
    'و که را این آن آنها آن‌ها با از در به برای تا هم نیز همچنین یک است هست هستند باشد دارد دارند دارای شده شد ' +
    'می‌شود خود',
};

/** Words of our own templates by what they do; one may stand for another of its row, wherever in the sentence. */
const FRAMES: Record<Language, string[]> = {
  en: [
    'say says said saying write writes wrote writing state states stated mention mentions mentioning call calls calling called',
    'listing listings',
    'closest nearest',
    'match matches',
    'according per',
    'worth look',
    'suggest suggests suggested recommend recommends recommended',
  ],
  zh: ['写道 写着 写明 说 提到 表示 谈到', '最符合 最接近', '根据 按照', '商品信息', '值得看看 值得一看', '推荐'],
  fa: [
    'نوشته نوشت می‌نویسد گفته گفت می‌گوید گفته‌اند نوشته‌اند اشاره آمده',
    'نزدیک‌ترین نزدیکترین',
    'آگهی',
    'مشخصات',
    'گزینه',
    'دیدنی',
    'پیشنهاد',
  ],
};

/** Who speaks, and words for small numbers: one may stand for another of its row, in its place. */
const SAME: Record<Language, string[]> = {
  en: [
    'owner owners buyer buyers reviewer reviewers',
    'not no without',
    '2 two',
    '3 three',
    '4 four',
    '5 five',
    '6 six',
    '7 seven',
    '8 eight',
    '9 nine',
    '10 ten',
  ],
  zh: ['买家 评价者'],
  fa: ['خریدار خریداران', 'نیست ندارد بدون نه'],
};

export type PlainWords = {
  isFunctionWord(word: string): boolean;
  /** The row of our templates that a word belongs to. */
  frameOf(word: string): string | undefined;
  /** The first word of those that mean the same in this check. */
  sameAs(word: string): string;
  /** Words of several Chinese characters, longest first: they are read before single characters. */
  phrases: string[];
};

const known = new Map<Language, PlainWords>();

/** The words of a language that a rewording is free with. */
export function plainWords(language: Language): PlainWords {
  const made = known.get(language) ?? read(language);
  known.set(language, made);
  return made;
}

function read(language: Language): PlainWords {
  const functionWords = new Set(FUNCTION_WORDS[language].split(' '));
  const frames = byFirst(FRAMES[language]);
  const same = byFirst(SAME[language]);
  return {
    isFunctionWord: (word) => functionWords.has(word),
    frameOf: (word) => frames.get(word),
    sameAs: (word) => same.get(word) ?? word,
    phrases: [...frames.keys(), ...same.keys()]
      .filter((word) => /^\p{Script=Han}+$/u.test(word))
      .sort((a, b) => b.length - a.length),
  };
}

function byFirst(rows: string[]): Map<string, string> {
  return new Map(
    rows.flatMap((row) => {
      const words = row.split(' ');
      return words.map((word) => [word, words[0]!] as const);
    }),
  );
}
