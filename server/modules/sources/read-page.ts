import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { cleanText } from './clean-text.ts';
import { removeHidden } from './hidden-text.ts';
import { markdownOf } from './markdown-of.ts';

/** The readable text of a page; `language` is what the page declares, in BCP 47. */
export type ReadPage =
  | { kind: 'text'; title: string; markdown: string; language: string | null }
  | { kind: 'no-index' }
  | { kind: 'no-text' };

const mostElements = 30_000;
/** Fewer characters of text than this are not worth an answer. */
const fewest = 80;
const longestTitle = 200;

/**
 * Finds the text of a page that is meant to be read (Readability, or where that finds none the page's own `main`) and
 * nothing that its readers do not see. Throws on pages that are too large or nested to be taken apart.
 */
export function readPage(html: string): ReadPage {
  const document = parseWhole(html);
  const robots = [...document.querySelectorAll('meta[name]')].filter((meta) =>
    /^(robots|vitrinebot)$/i.test(meta.getAttribute('name') ?? ''),
  );
  if (robots.some((meta) => isNoIndex(meta.getAttribute('content') ?? ''))) return { kind: 'no-index' };
  const language = document.documentElement?.getAttribute('lang')?.trim() || null;
  removeHidden(document);
  const main = document.querySelector('main, [role="main"], article')?.cloneNode(true) as Element | undefined;
  const heading = cleanText(document.querySelector('h1')?.textContent ?? '');

  const article = new Readability<Element>(document, {
    charThreshold: 140,
    maxElemsToParse: mostElements,
    disableJSONLD: true,
    serializer: (node) => node as Element,
  }).parse();
  const named = cleanText(article?.title ?? '');
  // A heading without the name of the site that titles carry.
  const title = (heading !== '' && named.includes(heading) ? heading : named || heading).slice(0, longestTitle).trim();
  if (title === '') return { kind: 'no-text' };
  const found = article?.content ? markdownOf(article.content, title) : '';
  const markdown = found.length >= fewest || !main ? found : markdownOf(main, title);
  return markdown.length < fewest ? { kind: 'no-text' } : { kind: 'text', title, markdown, language };
}

/** A document with a head and a body, as a browser makes of one that has none (WHATWG HTML 13.2.6). */
function parseWhole(html: string): Document {
  const parse = (text: string) => (parseHTML(text) as unknown as { document: Document }).document;
  const given = parse(html);
  if (given.documentElement?.localName === 'html' && given.querySelector('body')) return given;
  const inside = html.replace(/<!doctype[^>]*>/i, '').replace(/<\/?(?:html|head|body)\b[^>]*>/gi, '');
  const whole = parse(`<!doctype html><html><head></head><body>${inside}</body></html>`);
  const language = given.documentElement?.getAttribute('lang');
  if (language) whole.documentElement.setAttribute('lang', language);
  whole.head.append(...whole.querySelectorAll('title, meta'));
  return whole;
}

/** Whether a robots directive (`<meta name="robots">`, X-Robots-Tag) asks not to be kept. */
export function isNoIndex(directives: string): boolean {
  return /(^|[\s,:])(noindex|none)($|[\s,])/i.test(directives);
}
