import { remember } from '#engines/memo';
import { lex } from './lex.ts';
import { type Lexicon, normaliseLabel } from './lexicon.ts';
import { createSpeller, type Speller } from './speller.ts';
import { addTo, createNode, entryAt, findEntry, type TrieNode } from './trie.ts';

/** What the catalogue knows of words: brands become constraints, known terms are never "corrected". */
export type Vocabulary = {
  /** Whether a folded word occurs in the catalogue. */
  has(term: string): boolean;
  /** Brands as the catalogue writes them. */
  brands: ReadonlySet<string>;
  /** Words of the catalogue that misspellings may be corrected to; filed at the first misspelling. */
  terms?: Iterable<string>;
};

export type PreparedVocabulary = {
  brandRoot: TrieNode;
  /** Every word of a brand; none of them is a misspelling. */
  brandWords: ReadonlySet<string>;
  speller: Speller;
  /** How many brands there were when it was prepared. */
  size: number;
};

/** Brands by their words, and the misspellings of brands and catalogue terms. */
export function prepareVocabulary(
  lexicon: Lexicon,
  lexiconSpeller: Speller,
  vocabulary: Vocabulary | undefined,
): PreparedVocabulary {
  const brandRoot = createNode();
  const brandWords = new Set<string>();
  const spellable = new Set<string>();
  const parts = new Map<string, Set<string>>();
  for (const brand of vocabulary?.brands ?? []) {
    const forms = brandForms(brand);
    for (const form of forms) addBrand(lexicon, brandRoot, brand, form);
    for (const word of forms[0] ?? []) {
      brandWords.add(word);
      if (word.length >= 4 && !lexicon.words.has(word)) spellable.add(word);
      if (word.length >= 5 && (forms[0]?.length ?? 0) > 1) parts.set(word, (parts.get(word) ?? new Set()).add(brand));
    }
    const initials = (forms[0] ?? []).map((word) => word[0]).join('');
    if (initials.length >= 3) parts.set(initials, (parts.get(initials) ?? new Set()).add(brand));
  }
  for (const [word, brands] of parts) {
    if (brands.size !== 1 || lexicon.words.has(word) || findEntry(brandRoot, [word])) continue;
    addBrand(lexicon, brandRoot, [...brands][0]!, [word]);
    entryAt(brandRoot, [word]).isPartialBrand = true;
  }
  const own = createSpeller(spellable);
  let ofTerms: Speller | undefined;
  const speller: Speller = {
    correct(word) {
      const best = lexiconSpeller.correct(word) ?? own.correct(word);
      if (best !== undefined || !vocabulary?.terms) return best;
      ofTerms ??= createSpeller(vocabulary.terms);
      return ofTerms.correct(word);
    },
  };
  return { brandRoot, brandWords, speller, size: vocabulary?.brands.size ?? 0 };
}

function addBrand(lexicon: Lexicon, root: TrieNode, brand: string, forms: string[]): void {
  if (forms.length === 0) return;
  const entry = entryAt(root, forms);
  addTo(entry, 'brands', brand);
  const lexical = findEntry(lexicon.root, forms);
  entry.isShyBrand = lexical !== undefined && (lexical.ids.length > 0 || lexical.cues.length > 0);
}

const MOST_BRANDS = 50_000;

/**
 * `Dolce & Gabbana` is also written without the sign or with "and"; `Off-White` also in two words. Remembered, for all brands
 * are read again when some have come or gone.
 */
const brandForms = remember((brand): readonly string[][] => {
  const units = lex(brand);
  const plain = units.filter((unit) => unit.kind !== 'symbol').map((unit) => unit.form);
  const all = [plain];
  const hasAmpersand = units.some((unit) => unit.form === '&');
  if (hasAmpersand) {
    all.push(units.filter((unit) => unit.kind !== 'symbol' || unit.form === '&').map((unit) => unit.form));
    all.push(units.flatMap((unit) => (unit.form === '&' ? ['and'] : unit.kind === 'symbol' ? [] : [unit.form])));
  }
  return all;
}, MOST_BRANDS);

/** A brand as it is compared: lower case, no diacritics, no signs, "and" left out; equal strings mean one brand. */
export function normaliseBrand(text: string): string {
  return normaliseLabel(text)
    .split(' ')
    .filter((word) => word !== 'and')
    .join(' ');
}
