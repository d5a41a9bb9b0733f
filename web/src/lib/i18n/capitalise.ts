/** A label of the lexicon at the start of a line. Scripts without capitals stay as they are. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}
