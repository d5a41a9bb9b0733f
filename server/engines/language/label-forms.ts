import { lex } from './lex.ts';

const UNCHANGED = /(?:ss|us|is|[^a-z])$/;

/** The singular and plural of a folded English word, itself first. */
export function numberForms(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word];
  const singular = singularOf(word);
  if (singular !== word) return [word, singular];
  const plural = pluralOf(word);
  return plural === word ? [word] : [word, plural];
}

function singularOf(word: string): string {
  if (!word.endsWith('s') || UNCHANGED.test(word) || word.length < 4) return word;
  if (word === 'scarves') return 'scarf';
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function pluralOf(word: string): string {
  if (word.endsWith('ss')) return `${word}es`;
  if (word.endsWith('s') || word.endsWith('ed') || word.endsWith('ing')) return word;
  if (/(?:ch|sh|x)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** The unit sequences a label should match in: as lexed, with its last English word in the other number, and joined. */
export function labelForms(label: string, options: { exact: boolean; language: 'en' | 'zh' | 'fa' }): string[][] {
  const forms = lex(label).map((unit) => unit.form);
  if (forms.length === 0) return [];
  const all = [forms];
  if (options.exact) return all;
  const last = forms[forms.length - 1]!;
  if (options.language === 'en') {
    for (const form of numberForms(last).slice(1)) all.push([...forms.slice(0, -1), form]);
    const isJoinable = forms.length === 2 && (label.includes('-') || forms.join('').length >= 8);
    if (isJoinable && !/\d/.test(label)) all.push(...all.map((words) => [words.join('')]));
  }
  const joined = forms.join('');
  if (options.language === 'fa' && forms.length === 2 && joined.length >= 6 && !/\d/.test(joined)) all.push([joined]);
  return all;
}
