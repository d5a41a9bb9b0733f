import { lex } from './lex.ts';
import type { Language } from './need.ts';
import { stem } from './stem.ts';

/**
 * One searchable token. `form` is the folded word, `stem` what should be indexed and compared. Han text gives
 * overlapping pairs of characters (a single one where it stands alone), so no dictionary is needed to find a phrase.
 */
export type Token = { start: number; end: number; form: string; stem: string };

/** Cuts a text in searchable tokens, symbols left out. `language` is a hint that is not needed: scripts are told apart. */
export function tokenize(text: string, _language?: Language): Token[] {
  const units = lex(text);
  const tokens: Token[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    if (unit.kind === 'symbol') continue;
    if (unit.kind !== 'han') {
      const form = unit.kind === 'number' ? unit.form.replace(/,(?=\d{3})/g, '') : unit.form;
      if (form !== '') tokens.push({ start: unit.start, end: unit.end, form, stem: stem(form) });
      continue;
    }
    const next = units[at + 1];
    if (next?.kind === 'han' && next.start === unit.end) {
      const form = unit.form + next.form;
      tokens.push({ start: unit.start, end: next.end, form, stem: form });
    } else {
      const before = units[at - 1];
      const alone = !(before?.kind === 'han' && before.end === unit.start);
      if (alone) tokens.push({ start: unit.start, end: unit.end, form: unit.form, stem: unit.form });
    }
  }
  return tokens;
}
