import type { SourceProblem } from '#contract/source';
import type { CrawlLimits } from './crawl-limits.ts';
import { decodeText } from './decode-body.ts';
import { PageProblem, problemOf } from './page-problem.ts';
import { readList } from './read-list.ts';
import type { SourceRow } from './tables.ts';
import type { Visitor } from './visitor.ts';

/** An address in the order of its list; with a problem it is not to be fetched. */
export type Listed = { url: string; problem: SourceProblem | null };

/** The pages of a source. Where a list could not be read to its end, `problem` says why and they may not be all. */
export type Listing = { pages: Listed[]; problem: SourceProblem | null };

/** Sitemaps and feeds read in one run; an index can name 50,000. */
const mostLists = 50;
const longestAddress = 2000;

/** The addresses of a source, each once and no more than its cap; those of a sitemap must be of the sitemap's own site. */
export async function listAddresses(source: SourceRow, visitor: Visitor, limits: CrawlLimits): Promise<Listing> {
  const pages = new Map<string, Listed>();
  if (source.format === 'list') {
    for (const address of source.addresses) add(pages, address, address, null);
    return { pages: [...pages.values()].slice(0, source.most_pages), problem: null };
  }
  const format = source.format;
  let problem: SourceProblem | null = null;
  const queue = source.addresses.map((url) => ({ url, site: siteOf(url) }));
  const seen = new Set<string>();
  for (let next = queue.shift(); next && pages.size < source.most_pages; next = queue.shift()) {
    if (seen.has(next.url) || seen.size >= mostLists) continue;
    seen.add(next.url);
    const { url, site } = next;
    try {
      const found = await visitor.visit(url, { isList: true });
      if (found.kind !== 'page') throw new PageProblem('gone', `${url} answers that there is nothing`);
      const list = await readList(decodeText(found.body, found.contentType), format, limits.mostAddresses);
      for (const page of list.pages) {
        if (pages.size >= source.most_pages) break;
        add(pages, page, found.url, format === 'sitemap' ? site : null);
      }
      for (const sitemap of list.sitemaps) {
        const child = absolute(sitemap, found.url);
        if (child && siteOf(child) === site) queue.push({ url: child, site });
      }
      if (list.isBroken) throw new PageProblem('broken', `${url} is not well-formed XML`);
    } catch (error) {
      const { code, detail } = problemOf(error);
      problem ??= { code, detail: detail.startsWith(url) ? detail : `${url} ${detail}` };
    }
  }
  return { pages: [...pages.values()], problem };
}

function add(pages: Map<string, Listed>, address: string, base: string, site: string | null): void {
  const url = absolute(address, base);
  if (!url || pages.has(url)) return;
  const isForeign = site !== null && siteOf(url) !== site;
  const problem = isForeign
    ? { code: 'other-site' as const, detail: 'is on another site than the sitemap that names it' }
    : null;
  pages.set(url, { url, problem });
}

function absolute(address: string, base: string): string | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  url.hash = '';
  const isUsable = /^https?:$/.test(url.protocol) && url.href.length <= longestAddress;
  return isUsable ? url.href : null;
}

/** Host and port; `www.` names the same site. */
function siteOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}
