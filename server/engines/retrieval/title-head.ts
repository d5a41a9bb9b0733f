import type { Term } from './analyse.ts';

/**
 * The head of a title: the noun the thing is. English titles put it last in their first noun phrase ("USB cable for
 * printers": cable), before a preposition, a comma, a number or the end.
 */
export function headOf(title: readonly Term[]): string[] {
  let head: string | undefined;
  for (const term of title) {
    if (head !== undefined && (term.boundary !== 'none' || term.kind !== 'word')) break;
    if (term.kind === 'word') head = term.text;
  }
  return head === undefined ? [] : [head];
}
