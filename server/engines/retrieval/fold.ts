const BEYOND_ASCII = /[\u0080-\uffff]/u;
const MARKS = /\p{M}+/gu;
const FRACTIONS: Record<string, string> = {
  '¼': ' 1/4',
  '½': ' 1/2',
  '¾': ' 3/4',
  '⅓': ' 1/3',
  '⅔': ' 2/3',
  '⅛': ' 1/8',
};

/** Lower case without accents, one form for each letter of the Arabic script and for each digit, fractions written out. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return lower;
  return lower
    .replace(/[¼½¾⅓⅔⅛]/gu, (sign) => FRACTIONS[sign]!)
    .replace(/[™®©\u200b\u00ad]/gu, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[‘’]/gu, "'")
    .replace(/[‐‑–—]/gu, '-')
    .replace(/\u200c/gu, ' ')
    .replace(/[يى]/gu, 'ی')
    .replace(/ك/gu, 'ک')
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
