/**
 * Characters that could act instead of being read: controls, bidirectional overrides and isolates, tag characters, byte
 * order marks. The zero-width joiners stay, because Persian spells with them.
 */
const ACTING = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/** A quote as plain text on one line: acting characters removed, white space folded. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(ACTING, '').trim();
}

/** A quote that sits in quotation marks: plain, without the outer marks it may have had, its inner ones turned single. */
export function quotable(text: string): string {
  return plainText(text)
    .replace(/^["“”«»「]+|["“”«»」]+$/g, '')
    .replace(/["“”«»]/g, "'");
}

const LONG = 240;

/** The part of a sentence worth quoting: all of it, or its leading clauses where it is long. */
export function shortSpan(text: string, span: { start: number; end: number }): { start: number; end: number } {
  if (span.end - span.start <= LONG) return span;
  const piece = text.slice(span.start, span.start + LONG);
  const cut = Math.max(
    piece.lastIndexOf('; '),
    piece.lastIndexOf(', '),
    piece.lastIndexOf('，'),
    piece.lastIndexOf('、'),
    piece.lastIndexOf('، '),
  );
  if (cut > LONG / 3) return { start: span.start, end: span.start + cut };
  const space = piece.lastIndexOf(' ');
  return { start: span.start, end: span.start + (space > LONG / 2 ? space : LONG) };
}
