import { setImmediate as nextTurn } from 'node:timers/promises';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What a sitemap or feed names: pages, and (a sitemap index) further sitemaps. `isBroken`: it ended before its end. */
export type AddressList = { pages: string[]; sitemaps: string[]; isBroken: boolean };

const chunkLength = 64 * 1024;
const longestAddress = 2000;

/**
 * Reads the addresses of a sitemap or sitemap index (sitemaps.org 0.9; also its form with one address a line), an RSS or
 * an Atom feed (RFC 4287), until there are `most` of them. Entities that the document declares itself are not expanded.
 */
export async function readList(text: string, format: 'sitemap' | 'feed', most: number): Promise<AddressList> {
  const list: AddressList = { pages: [], sitemaps: [], isBroken: false };
  const start = text
    .slice(0, 1000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (format === 'sitemap' && /^https?:/.test(start)) {
    list.pages = text.split(/\s+/, most).filter(Boolean);
    return list;
  }
  const reader = createReader(list, format);
  try {
    for (let at = 0; at < text.length && list.pages.length + list.sitemaps.length < most; at += chunkLength) {
      reader.write(text.slice(at, at + chunkLength));
      // A long list must not keep shoppers waiting.
      await nextTurn();
    }
    if (list.pages.length + list.sitemaps.length < most) reader.close();
  } catch (error) {
    if (!(error instanceof NotXml)) throw error;
    list.isBroken = true;
  }
  list.pages = list.pages.slice(0, most);
  return list;
}

class NotXml extends Error {}

const deepest = 100;

function createReader(list: AddressList, format: 'sitemap' | 'feed'): SaxesParser {
  const parser = new SaxesParser();
  const open: string[] = [];
  let text = '';
  let item: { link?: string; guid?: string } = {};

  parser.on('error', (error) => {
    // HTML's entities stand in many feeds, undeclared; such text is of no use to us anyway.
    if (!/entity/.test(error.message)) throw new NotXml(error.message);
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    open.push(localName(name));
    if (open.length > deepest) throw new NotXml('is nested too deep');
    text = '';
    const [tag, parent] = [open.at(-1), open.at(-2)];
    if (tag === 'item' || tag === 'entry') item = {};
    if (tag === 'guid' && attributes.isPermaLink !== 'false') item.guid = '';
    const isPage = tag === 'link' && parent === 'entry' && (attributes.rel ?? 'alternate') === 'alternate';
    if (isPage && item.link === undefined) item.link = attributes.href;
  });
  const addText = (part: string) => {
    if (text.length <= longestAddress) text += part.slice(0, longestAddress + 1);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const tag = open.pop();
    const parent = open.at(-1);
    const said = text.trim();
    text = '';
    if (format === 'sitemap') {
      if (tag === 'loc' && parent === 'url') list.pages.push(said);
      if (tag === 'loc' && parent === 'sitemap') list.sitemaps.push(said);
      return;
    }
    if (parent === 'item' && tag === 'link') item.link ??= said;
    if (parent === 'item' && tag === 'guid' && item.guid === '') item.guid = said;
    if (tag !== 'item' && tag !== 'entry') return;
    const page = item.link || item.guid;
    if (page) list.pages.push(page);
  });
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
