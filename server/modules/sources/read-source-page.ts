import { createHash } from 'node:crypto';
import type { Locale } from '#contract/common';
import type { SourceProblem } from '#contract/source';
import { detectLanguage } from '#engines/language';
import { decodeText } from './decode-body.ts';
import { PageProblem, problemOf } from './page-problem.ts';
import type { PageReader } from './page-reader.ts';
import { isNoIndex } from './read-page.ts';
import type { PageRow, SourceRow } from './tables.ts';
import type { Validators, Visitor } from './visitor.ts';

export type PageText = {
  title: string;
  markdown: string;
  language: Locale;
  /** Of title, text and language. */
  hash: string;
  /** Where redirects led. */
  url: string;
  validators: Validators;
};

/** What came of a page. A failure leaves what is kept of it; what is not to be kept is removed. */
export type PageOutcome =
  | { kind: 'unchanged' }
  | { kind: 'text'; text: PageText }
  | { kind: 'failed'; problem: SourceProblem }
  | { kind: 'not-kept'; problem: SourceProblem };

/** Problems that say the page is not, or no longer, for us; the others may be over tomorrow. */
const final = new Set<SourceProblem['code']>([
  'address',
  'gone',
  'language',
  'no-index',
  'no-text',
  'not-html',
  'not-public',
  'robots',
]);

/** Fetches a page of a source and finds its text; never throws for a fault of the page. */
export async function readSourcePage(
  source: SourceRow,
  page: PageRow,
  { visitor, reader }: { visitor: Visitor; reader: PageReader },
): Promise<PageOutcome> {
  try {
    const known = page.document_id ? { etag: page.etag, lastModified: page.last_modified } : undefined;
    const found = await visitor.visit(page.url, { known });
    if (found.kind === 'unchanged') return found;
    if (found.kind === 'gone') throw new PageProblem('gone', `answers with status ${found.status}`);
    if (isNoIndex(found.robotsTag)) throw noIndex();
    if (!/^\s*(text\/html|application\/xhtml\+xml)\b|^\s*$/i.test(found.contentType))
      throw new PageProblem('not-html', `is ${found.contentType.slice(0, 80)}, not HTML`);
    const read = await reader.read(decodeText(found.body, found.contentType));
    if (read.kind === 'no-index') throw noIndex();
    if (read.kind === 'no-text') throw new PageProblem('no-text', 'has no text that could be read');
    const language = source.language ?? languageOf(read.language, `${read.title}\n${read.markdown}`);
    const hash = createHash('sha256')
      .update(JSON.stringify([read.title, read.markdown, language]))
      .digest('hex');
    const { url, validators } = found;
    return { kind: 'text', text: { title: read.title, markdown: read.markdown, language, hash, url, validators } };
  } catch (error) {
    const problem = problemOf(error);
    return { kind: final.has(problem.code) ? 'not-kept' : 'failed', problem };
  }
}

function noIndex(): PageProblem {
  return new PageProblem('no-index', 'asks not to be kept (noindex)');
}

/** Of what is written in our scripts only the page itself can say that it is another language: German, Japanese, Arabic. */
function languageOf(declared: string | null, text: string): Locale {
  const code = declared?.toLowerCase().split(/[-_]/)[0] ?? '';
  if (/^[a-z]{2,3}$/.test(code) && !['en', 'zh', 'fa', 'und', 'mul', 'cmn', 'pes'].includes(code))
    throw new PageProblem('language', `is written in "${code}"; English, Chinese and Persian are read`);
  return detectLanguage(text);
}
