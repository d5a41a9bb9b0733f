import { splitSentences } from '#engines/evidence';
import { cleanText } from './clean-text.ts';

const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer header hgroup hr html main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Characters; a longer paragraph becomes several passages, a longer list several lists. */
const longestPassage = 700;
/** What a document may hold, with room to spare. */
const longestBody = 90_000;
const deepest = 400;

/**
 * The text of an element as the Markdown that our guides are written in: headings, paragraphs, lists; each row of a table
 * is an item that names its columns. All that could be read as a mark is escaped, so text stays text.
 */
export function markdownOf(root: Element, title: string): string {
  const parts: string[] = [];
  let run = '';

  const flush = () => {
    for (const paragraph of run.split(/\n[ \t]*\n/)) parts.push(...paragraphs(cleanText(paragraph)));
    run = '';
  };
  const visit = (node: Node, depth: number): void => {
    if (node.nodeType === 3) run += (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== 1 || depth > deepest) return;
    const element = node as Element;
    const name = element.localName;
    if (name === 'br') run += '\n';
    else if (/^h[1-6]$/.test(name)) {
      flush();
      const text = cleanText(element.textContent ?? '');
      if (text !== '' && text !== title) parts.push(`${name <= 'h2' ? '##' : '###'} ${escapeMarks(text)}`);
    } else if (name === 'ul' || name === 'ol' || name === 'dl' || name === 'table') {
      flush();
      const items = name === 'table' ? rowsOf(element) : name === 'dl' ? termsOf(element) : itemsOf(element);
      parts.push(...lists(items));
    } else if (blocks.has(name)) {
      flush();
      for (const child of element.childNodes) visit(child, depth + 1);
      flush();
    } else for (const child of element.childNodes) visit(child, depth + 1);
  };
  visit(root, 0);
  flush();
  return cut(parts);
}

/** A backslash before each character that CommonMark reads as a mark. */
export function escapeMarks(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

function paragraphs(text: string): string[] {
  if (text === '') return [];
  const pieces: string[] = [];
  let start = 0;
  let end = 0;
  for (const sentence of splitSentences(text)) {
    if (end > start && sentence.end - start > longestPassage) {
      pieces.push(text.slice(start, end));
      start = end;
    }
    end = sentence.end;
  }
  pieces.push(text.slice(start));
  return pieces.map((piece) => escapeMarks(piece.trim())).filter((piece) => piece !== '');
}

function lists(items: string[]): string[] {
  const made: string[] = [];
  let open: string[] = [];
  let length = 0;
  for (const item of items.filter((text) => text !== '')) {
    if (open.length > 0 && length + item.length > longestPassage) {
      made.push(open.join('\n'));
      open = [];
      length = 0;
    }
    open.push(`- ${escapeMarks(item)}`);
    length += item.length;
  }
  if (open.length > 0) made.push(open.join('\n'));
  return made;
}

/** Items of a list and of the lists in it, one after the other. */
function itemsOf(list: Element): string[] {
  return [...list.querySelectorAll('li')].map((item) => {
    const own = item.cloneNode(true) as Element;
    for (const inner of own.querySelectorAll('ul, ol')) inner.remove();
    return cleanText(spaced(own));
  });
}

function termsOf(list: Element): string[] {
  const items: string[] = [];
  let term = '';
  for (const child of list.querySelectorAll('dt, dd')) {
    const text = cleanText(spaced(child));
    if (child.localName === 'dt') term = text;
    else items.push(term === '' ? text : `${term}: ${text}`);
  }
  return items;
}

/** `Size: M; Chest: 96 cm` for each row below a row of heads; a row without heads is its cells. */
function rowsOf(table: Element): string[] {
  const rows = [...table.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === table)
    .map((row) => [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th'));
  const first = rows[0] ?? [];
  const hasHeads = first.length > 1 && first.every(({ localName }) => localName === 'th');
  const heads = hasHeads ? first.map((cell) => cleanText(spaced(cell))) : [];
  return rows.slice(hasHeads ? 1 : 0).map((cells) =>
    cells
      .map((cell, at) => {
        const text = cleanText(spaced(cell));
        return text === '' ? '' : heads[at] ? `${heads[at]}: ${text}` : text;
      })
      .filter((text) => text !== '')
      .join('; '),
  );
}

/** Text with a space where one block ends and the next begins. */
function spaced(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.textContent ?? '';
    else if (node.nodeType === 1) {
      const inner = node as Element;
      const isApart = inner.localName === 'br' || blocks.has(inner.localName) || inner.localName === 'li';
      text += isApart ? ` ${spaced(inner)} ` : spaced(inner);
    }
  }
  return text;
}

function cut(parts: string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.length + 2;
    if (length > longestBody) break;
    kept.push(part);
  }
  return kept.join('\n\n');
}
