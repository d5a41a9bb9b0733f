import { scriptLanguage } from '#engines/evidence';
import type { Language } from '#engines/language';
import { plainText } from '../plain-text.ts';
import { type Claimed, type ConceptFinder, isSameClaim, outlineOf, outsideQuotes, quotesIn } from './outline.ts';

/** Why a rewording does not stand for the sentence that it rewords. */
export type RewordingFault =
  | 'sentence'
  | 'citation'
  | 'characters'
  | 'length'
  | 'language'
  | 'quote'
  | 'figure'
  | 'negation'
  | 'added'
  | 'lost'
  | 'order';

/** Characters that are read as text: no mark-up, none that acts. Others stand where they stood before. */
const PLAIN = /^[\p{L}\p{M}\p{N}\s.,;:!?'’%$€£¥°×½¼+=&()–—…،؛؟٫٬。，、；：！？（）·-]$/u;
const LINK = /\p{L}\.\p{L}{2,}|:\s*\/|www/iu;

/**
 * Judges a rewording of a sentence that holds: it must be entailed by that sentence alone. Both are read down to what
 * they claim (quotes letter by letter, figures, negations, names, stems and concepts); the rewording must claim the same
 * things in the same order and nothing else. Free are function words and the words of our own templates. So whatever
 * the sentence's citations entail, they entail of the rewording. Returns the first fault, or nothing where it may stand.
 */
export function findRewordingFault(
  original: string,
  rewording: string,
  language: Language,
  conceptsIn: ConceptFinder,
): RewordingFault | undefined {
  if (rewording.length > original.length * 1.6 + 40) return 'length';
  if (rewording === '' || plainText(rewording) !== rewording) return 'characters';
  const rest = outsideQuotes(rewording);
  if ([...rest].some((char) => !PLAIN.test(char) && !original.includes(char))) return 'characters';
  if (LINK.test(rest) && !LINK.test(outsideQuotes(original))) return 'characters';
  if (/\p{L}/u.test(rest) && scriptLanguage(rest) !== language) return 'language';
  const quotes = quotesIn(original);
  const given = quotesIn(rewording);
  if (quotes.length !== given.length || quotes.some((quote, at) => quote !== given[at])) return 'quote';

  const said = outlineOf(original, language, conceptsIn);
  const saidAnew = outlineOf(rewording, language, conceptsIn);
  const extra = without(saidAnew.claims, said.claims);
  const missing = without(said.claims, saidAnew.claims);
  const faulty = [...extra, ...missing];
  if (faulty.some(({ kind }) => kind === 'figure' || kind === 'symbol')) return 'figure';
  if (faulty.some(({ kind }) => kind === 'negation')) return 'negation';
  if (extra.length > 0 || [...saidAnew.frames].some((frame) => !said.frames.has(frame))) return 'added';
  if (missing.length > 0 || [...said.frames].some((frame) => !saidAnew.frames.has(frame))) return 'lost';
  return said.claims.every((claim, at) => isSameClaim(claim, saidAnew.claims[at]!)) ? undefined : 'order';
}

/** The claims of one sentence that another does not make as often. */
function without(claims: Claimed[], others: Claimed[]): Claimed[] {
  const left = [...others];
  return claims.filter((claim) => {
    const at = left.findIndex((other) => isSameClaim(claim, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
