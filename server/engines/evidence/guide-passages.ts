import type { Language } from '#engines/language';
import type { EvidencePassage } from './evidence-types.ts';

/** A guide or policy page: its Markdown without front matter. */
export type GuideDocument = {
  id: string;
  title: string;
  markdown: string;
  language?: Language;
  source?: string;
  category?: string;
  at?: number;
  /** For a text read from elsewhere: the page it is the text of. */
  originalUrl?: string;
};

/**
 * Cuts a guide into passages, one a paragraph, each with the heading above it. Markdown marks are removed from the text
 * that is cited, and what is escaped with a backslash is that character (CommonMark 6.1). Ids are `<guide id>#<number>`.
 */
export function guidePassages(guide: GuideDocument, source: 'guide' | 'document' = 'guide'): EvidencePassage[] {
  const passages: EvidencePassage[] = [];
  let heading: string | undefined;
  for (const block of guide.markdown.replace(/\r/g, '').split(/\n(?=#)|\n\s*\n/)) {
    const lines = block.split('\n');
    const title = /^#{1,6}\s+(.*)$/.exec(lines[0] ?? '');
    if (title) {
      heading = plain(title[1]!);
      lines.shift();
    }
    const text = plain(lines.map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')).join(' '));
    if (text === '') continue;
    passages.push({
      id: `${guide.id}#${passages.length + 1}`,
      text,
      source,
      language: guide.language,
      author: guide.source,
      title: guide.title,
      heading: heading === guide.title ? undefined : heading,
      at: guide.at,
      originalUrl: guide.originalUrl,
      about: guide.category ? { kind: 'category', id: guide.category } : undefined,
    });
  }
  return passages;
}

/** Where escaped marks wait, out of the way of what reads marks: Unicode's private use area. */
const escaped = 0xe000;

function plain(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(escaped + mark.charCodeAt(0)))
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]{1,3}([^*_`]+)[*_`]{1,3}/g, '$1')
    .replace(/[\ue021-\ue07e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - escaped))
    .replace(/\s+/g, ' ')
    .trim();
}
