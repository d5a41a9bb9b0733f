/** Light English stemming: plurals only, after Harman's S-stemmer ("How effective is suffixing?", 1991), with the irregular plurals of shops. */
const IRREGULAR = new Map([
  ['shelves', 'shelf'],
  ['knives', 'knife'],
  ['scarves', 'scarf'],
  ['leaves', 'leaf'],
  ['men', 'man'],
  ['women', 'woman'],
  ['mens', 'man'],
  ['womens', 'woman'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['lens', 'lens'],
  ['canvas', 'canvas'],
  ['gas', 'gas'],
  ['dies', 'die'],
  ['ties', 'tie'],
]);

const KEEPS_S = /(?:ss|us|is|as)$/;
const DROPS_ES = /(?:sh|ch|x|ss|zz)es$/;

export function singular(word: string): string {
  if (word.length < 4 || word.charCodeAt(word.length - 1) !== 115) return IRREGULAR.get(word) ?? word;
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (KEEPS_S.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (DROPS_ES.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
