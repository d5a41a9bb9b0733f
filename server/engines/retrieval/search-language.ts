import type { SizeValue } from '../language/need.ts';

/** What the index asks of the language engine. */
export type SearchLanguage = {
  /** The canonical values that a catalogue's own name for something stands for; the name itself where it is unknown. */
  canonical(facet: string, value: string): string[];
  /** Facts a title states in words: "black leather ankle boots" states a colour, a material and a category. */
  stated(title: string): { facet: string; value: string }[];
  /** Whether a listing's size fits the size asked for. A system that is asked for must be the listing's own. */
  sameSize(wanted: SizeValue, has: SizeValue): boolean;
};
