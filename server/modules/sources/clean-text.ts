/**
 * Characters that nobody sees or that turn others around: controls, direction marks and overrides, zero-width spaces,
 * soft hyphens, fillers, tags, private use, unassigned. The joiners that Persian and emoji need stay.
 */
const unseen =
  /(?![\u200c\u200d])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Co}\p{Cs}\p{Cn}\ufff9-\ufffb]/gu;

/** A run of text as a reader sees it: unseen characters gone, white space single, in Unicode's composed form (NFC). */
export function cleanText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unseen, '').normalize('NFC').replace(/ {2,}/g, ' ').trim();
}
