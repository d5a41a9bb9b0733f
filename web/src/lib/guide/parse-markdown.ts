/** A run of text inside a block. Links with an address that is not safe to open are plain text. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; children: Inline[] }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; children: Inline[] };

export type PassagePart =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] };

/**
 * A block of a guide. A passage is a stretch of text between blank lines or headings, numbered from 1 as the evidence
 * engine numbers it: the citation `<slug>#3` is passage 3, the anchor `p-3`.
 */
export type Block =
  | { type: 'heading'; level: 2 | 3; id: string; text: string }
  | { type: 'passage'; number: number; parts: PassagePart[] };

const listItem = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/** Reads the Markdown that guides are written in: headings, paragraphs, lists, emphasis, code and links. No HTML. */
export function parseMarkdown(markdown: string): Block[] {
  const blocks: Block[] = [];
  const ids = new Set<string>();
  let passages = 0;
  // The same cuts as the evidence engine makes, so that the numbers agree with citations.
  for (const chunk of markdown.replace(/\r/g, '').split(/\n(?=#)|\n\s*\n/)) {
    const lines = chunk.split('\n').filter((line) => line.trim() !== '');
    const heading = /^(#{1,6})\s+(.*)$/.exec(lines[0] ?? '');
    if (heading) {
      lines.shift();
      const text = plainText(parseInline(heading[2]!.trim()));
      blocks.push({ type: 'heading', level: heading[1]!.length <= 2 ? 2 : 3, id: uniqueId(text, ids), text });
    }
    if (lines.length === 0) continue;
    passages += 1;
    blocks.push({ type: 'passage', number: passages, parts: parsePassage(lines) });
  }
  return blocks;
}

/** Text and lists, in turn; an indented line after an item goes on with it. */
function parsePassage(lines: string[]): PassagePart[] {
  const parts: PassagePart[] = [];
  let text: string[] = [];
  const closeText = () => {
    if (text.length > 0) parts.push({ type: 'paragraph', children: parseInline(text.join(' ')) });
    text = [];
  };
  for (const line of lines) {
    const item = listItem.exec(line);
    const open = parts.at(-1);
    if (item) {
      closeText();
      const last = parts.at(-1);
      const ordered = item[1] !== undefined;
      if (last?.type === 'list' && last.ordered === ordered) last.items.push(parseInline(item[2]!));
      else parts.push({ type: 'list', ordered, items: [parseInline(item[2]!)] });
    } else if (text.length === 0 && open?.type === 'list' && /^\s/.test(line)) {
      open.items.at(-1)!.push({ type: 'text', text: ' ' }, ...parseInline(line.trim()));
    } else text.push(line.trim());
  }
  closeText();
  return parts;
}

const inline =
  /`([^`]+)`|\[([^\]]+)\]\(([^()\s]*)\)|(?<![\w*])\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)|(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)|(?<![\w*])\*(?=[^\s*])(.+?)(?<=\S)\*(?!\w)|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)/u;

/** Where escaped marks wait, out of the way of what reads marks: Unicode's private use area. */
const escaped = 0xe000;
const hide = (text: string) =>
  text.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(escaped + mark.charCodeAt(0)));
const show = (text: string) =>
  text.replace(/[\ue021-\ue07e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - escaped));

/** Emphasis, code and links inside a block; what is escaped with a backslash is that character. */
export function parseInline(given: string): Inline[] {
  const text = hide(given);
  const match = inline.exec(text);
  if (!match) return text === '' ? [] : [{ type: 'text', text: show(text) }];
  const [whole, code, label, address, strong, strongToo, emphasis, emphasisToo] = match;
  const parts: Inline[] = [];
  if (match.index > 0) parts.push({ type: 'text', text: show(text.slice(0, match.index)) });
  if (code !== undefined) parts.push({ type: 'code', text: show(code) });
  else if (label !== undefined) {
    const href = safeHref(show(address!));
    if (href) parts.push({ type: 'link', href, children: parseInline(label) });
    else parts.push(...parseInline(label));
  } else if ((strong ?? strongToo) !== undefined)
    parts.push({ type: 'strong', children: parseInline((strong ?? strongToo)!) });
  else parts.push({ type: 'emphasis', children: parseInline((emphasis ?? emphasisToo)!) });
  return [...parts, ...parseInline(text.slice(match.index + whole.length))];
}

/** Addresses on the web, mail, and pages of this site; `javascript:`, `data:` and `//host` are refused. */
export function safeHref(address: string): string | null {
  if (/^(https?:\/\/|mailto:)[^\s]/i.test(address)) return address;
  if (/^#[\p{L}\p{N}_-]+$/u.test(address)) return address;
  return /^\/(?![/\\])/.test(address) ? address : null;
}

function plainText(parts: Inline[]): string {
  return parts.map((part) => ('children' in part ? plainText(part.children) : part.text)).join('');
}

function uniqueId(text: string, taken: Set<string>): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const base = words || 'part';
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
