import type { AnalysedText } from '../analyse.ts';

/** The features of a question by which it is known: stems, pairs of stems, pieces of words, concepts and aspects. */
export function questionFeatures(text: AnalysedText): string[] {
  const features = new Set<string>();
  const stems = ['^', ...text.words.map(({ stem }) => stem), '$'];
  for (const [place, stem] of stems.entries()) {
    features.add(`w:${stem}`);
    if (place > 0) features.add(`w:${stems[place - 1]} ${stem}`);
  }
  for (const { stem } of text.words) {
    if (/\p{Script=Han}/u.test(stem)) for (const character of stem) features.add(`w:${character}`);
    else for (let at = 0; at + PIECE <= stem.length; at++) features.add(`g:${stem.slice(at, at + PIECE)}`);
  }
  for (const term of text.terms) {
    if (!/^(?:concept|aspect):/.test(term)) continue;
    features.add(term);
    if (term.startsWith('concept:')) features.add(`facet:${term.split(':')[1]}`);
  }
  return [...features];
}

/** Letters in a piece of a word, which carry misspellings and spoken forms. */
const PIECE = 4;
