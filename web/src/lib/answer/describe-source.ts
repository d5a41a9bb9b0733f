import type { Citation } from '#contract/assistant';
import type { Reader } from '$lib/i18n';

/** Who says it and where: `Review by Noor`, `Guide: How to choose headphones`, `Listing details`. */
export function describeSource(reader: Reader, citation: Citation): string {
  const kind = reader.t(`answer.kind.${citation.source}`);
  if (citation.source === 'guide' || citation.source === 'document')
    return citation.title ? reader.t('answer.titled', { kind, title: citation.title }) : kind;
  if (citation.source === 'attribute' || citation.source === 'description') return kind;
  return citation.author ? reader.t('answer.by', { kind, author: citation.author }) : kind;
}

const around = 160;

/** The span in its source, with enough around it to be understood; longer sources are cut at word ends. */
export function quoteAround(text: string, span: { start: number; end: number }): [string, string, string] {
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  const cutBefore = before.length > around ? `…${before.slice(-around).replace(/^\S*\s/, '')}` : before;
  const cutAfter = after.length > around ? `${after.slice(0, around).replace(/\s\S*$/, '')}…` : after;
  return [cutBefore.trimStart(), text.slice(span.start, span.end), cutAfter.trimEnd()];
}
