import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { googleItem } from './google-item.ts';
import { readCsv } from './read-csv.ts';
import { maxRowBytes, tooLong } from './read-json-lines.ts';
import { type SourceRow, UnreadableFile } from './row-problem.ts';

/**
 * A Google Merchant feed: RSS 2.0 or Atom XML, or text with tabs (or commas) between columns. Each product as an object
 * ready for `googleMap`. https://support.google.com/merchants/answer/7052112
 */
export async function* readGoogle(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRow> {
  const { head, all } = await peek(bytes, 4096);
  const start = head.replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('<')) {
    yield* readItems(all);
    return;
  }
  const delimiter = (start.split('\n')[0] ?? '').includes('\t') ? '\t' : ',';
  for await (const row of readCsv(all, { delimiter, onColumns: checkColumns })) {
    if (row.problem) yield row;
    else yield { line: row.line, value: googleItem(groupColumns(row.value as Record<string, string>)) };
  }
}

function checkColumns(columns: string[]): void {
  const known = columns.map(plainName);
  for (const wanted of ['id', 'title', 'price'])
    if (!known.includes(wanted)) throw new UnreadableFile(1, `there is no column "${wanted}"; is this a product feed?`);
}

/** `image link` and `g:image_link` are `image_link`. */
function plainName(name: string): string {
  return name.trim().toLowerCase().replace(/^g:/, '').replace(/[ -]+/g, '_');
}

/** In text feeds a repeated value is one column with commas, a group is `question:answer` pairs. */
function groupColumns(row: Record<string, string>): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    const name = plainName(column);
    if (name === 'additional_image_link') item[name] = value.split(',').map((part) => part.trim());
    else if (name === 'product_highlight') item[name] = splitQuoted(value, ',');
    else if (name === 'question_and_answer')
      item[name] = splitQuoted(value, ',').map((pair) => {
        const [question, ...answer] = splitQuoted(pair, ':');
        return { question, answer: answer.join(':') };
      });
    else item[name] = value;
  }
  return item;
}

/** Parts between separators; a part may stand in double quotes, with separators inside. */
export function splitQuoted(text: string, separator: string): string[] {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === separator && !isQuoted) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  const hasOuterQuotes = (given: string) => /^"[^"]*"$/.test(given);
  return parts
    .map((given) => given.trim())
    .map((given) => (hasOuterQuotes(given) ? given.slice(1, -1).trim() : given))
    .filter(Boolean);
}

/** A feed is never deeper, and never this long without a tag; what is so is not kept in memory. */
const deepest = 32;
const mostUntagged = 4 * 1024 * 1024;

type Element = { name: string; children: Map<string, unknown[]>; text: string };

/** The <item>s (RSS) or <entry>s (Atom) of an XML feed, one at a time. Throws `UnreadableFile` where it is not XML. */
async function* readItems(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRow> {
  const parser = new SaxesParser();
  const found: SourceRow[] = [];
  let open: Element[] = [];
  let line = 0;
  let size = 0;
  let depth = 0;
  let untagged = 0;

  parser.on('error', (error) => {
    throw new UnreadableFile(parser.line, `is not XML: ${error.message.replace(/^\d+:\d+: /, '')}`);
  });
  parser.on('opentag', ({ name }: SaxesTagPlain) => {
    untagged = 0;
    if (++depth > deepest) throw new UnreadableFile(parser.line, `is nested more than ${deepest} deep`);
    const plain = plainName(name);
    const isItem = plain === 'item' || plain === 'entry';
    if (open.length === 0) {
      if (!isItem) return;
      line = parser.line;
      size = 0;
    }
    open.push({ name: plain, children: new Map(), text: '' });
  });
  const addText = (text: string) => {
    size += text.length;
    const inside = open.at(-1);
    if (inside && size <= maxRowBytes) inside.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    untagged = 0;
    depth--;
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (parent) {
      const siblings = parent.children.get(closed.name) ?? [];
      siblings.push(closed.children.size > 0 ? objectOf(closed) : closed.text.trim());
      parent.children.set(closed.name, siblings);
      return;
    }
    if (size > maxRowBytes) found.push({ line, problem: tooLong() });
    else found.push({ line, value: googleItem(objectOf(closed)) });
    open = [];
  });

  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes) {
    untagged += chunk.length;
    if (untagged > mostUntagged) throw new UnreadableFile(parser.line, 'is not a feed: a text or a tag has no end');
    parser.write(decodeStrictly(() => decoder.decode(chunk, { stream: true }), parser.line));
    yield* found.splice(0);
  }
  parser.write(decodeStrictly(() => decoder.decode(), parser.line));
  parser.close();
  yield* found.splice(0);
}

function decodeStrictly(decode: () => string, line: number): string {
  try {
    return decode();
  } catch {
    throw new UnreadableFile(line, 'is not UTF-8 text');
  }
}

function objectOf(element: Element): Record<string, unknown> {
  return Object.fromEntries(
    [...element.children].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

/** The first bytes as text, and everything again. */
async function peek(
  bytes: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ head: string; all: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let size = 0;
  while (size < count) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    size += next.value.length;
  }
  async function* all() {
    yield* seen;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(seen).subarray(0, count).toString('utf8'), all: all() };
}
