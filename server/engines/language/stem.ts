import { remember } from '#engines/memo';

/**
 * English stems after Porter (1980), "An algorithm for suffix stripping", with the irregular plurals of clothing kept
 * together. Words of other scripts come back unchanged, Persian ones without their plural ending.
 */
const IRREGULAR: Record<string, string> = {
  scarves: 'scarf',
  women: 'woman',
  men: 'man',
  children: 'child',
  feet: 'foot',
  shoes: 'shoe',
  dresses: 'dress',
  knives: 'knife',
  worn: 'wear',
  wore: 'wear',
  bought: 'buy',
  fell: 'fall',
  kept: 'keep',
  felt: 'feel',
  grey: 'gray',
  colour: 'color',
  colours: 'color',
  jewellery: 'jewelri',
  jewelry: 'jewelri',
  pyjamas: 'pajama',
  pajamas: 'pajama',
};

const MOST_WORDS = 60_000;

/** The stem of a folded word. */
export const stem: (word: string) => string = remember(cutToStem, MOST_WORDS);

function cutToStem(word: string): string {
  const first = word.charCodeAt(0);
  if (first >= 0x600 && first <= 0x6ff) return stemPersian(word);
  if (word.length < 3 || word.length > 30 || !/^[a-z]+$/.test(word)) return word;
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  return step5(step4(step3(step2(step1c(step1b(step1a(word)))))));
}

function stemPersian(word: string): string {
  for (const ending of ['هایی', 'های', 'ها', 'ترین', 'تر']) {
    if (word.length > ending.length + 2 && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

function isVowel(word: string, at: number): boolean {
  const letter = word.charCodeAt(at);
  if (letter === 97 || letter === 101 || letter === 105 || letter === 111 || letter === 117) return true;
  return letter === 121 && at > 0 && !isVowel(word, at - 1);
}

/** Porter's m: how many vowel-consonant sequences. */
function measure(word: string): number {
  let count = 0;
  let wasVowel = false;
  for (let at = 0; at < word.length; at++) {
    const vowel = isVowel(word, at);
    if (wasVowel && !vowel) count++;
    wasVowel = vowel;
  }
  return count;
}

function hasVowel(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isVowel(word, at)) return true;
  return false;
}

function endsDouble(word: string): boolean {
  const last = word.length - 1;
  return last > 0 && word[last] === word[last - 1] && !isVowel(word, last);
}

function endsCvc(word: string): boolean {
  const last = word.length - 1;
  if (last < 2 || isVowel(word, last) || !isVowel(word, last - 1) || isVowel(word, last - 2)) return false;
  return !'wxy'.includes(word[last]!);
}

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
  if (word.endsWith('ss') || word.endsWith('us')) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function step1b(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const base = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : undefined;
  if (base === undefined || !hasVowel(base)) return word;
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  if (endsDouble(base) && !/[lsz]$/.test(base)) return base.slice(0, -1);
  return measure(base) === 1 && endsCvc(base) ? `${base}e` : base;
}

function step1c(word: string): string {
  return word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

function replaceEnding(word: string, endings: [string, string][], above: number): string {
  for (const [ending, replacement] of endings) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    return measure(base) > above ? base + replacement : word;
  }
  return word;
}

const STEP2: [string, string][] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];
const STEP3: [string, string][] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP4: [string, string][] = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'al',
  'er',
  'ic',
  'ou',
].map((ending) => [ending, '']);

function step2(word: string): string {
  return replaceEnding(word, STEP2, 0);
}

function step3(word: string): string {
  return replaceEnding(word, STEP3, 0);
}

function step4(word: string): string {
  if (/[st]ion$/.test(word)) {
    const base = word.slice(0, -3);
    return measure(base) > 1 ? base : word;
  }
  return replaceEnding(word, STEP4, 1);
}

function step5(word: string): string {
  let result = word;
  if (result.endsWith('e')) {
    const base = result.slice(0, -1);
    const count = measure(base);
    if (count > 1 || (count === 1 && !endsCvc(base))) result = base;
  }
  return measure(result) > 1 && endsDouble(result) && result.endsWith('l') ? result.slice(0, -1) : result;
}
