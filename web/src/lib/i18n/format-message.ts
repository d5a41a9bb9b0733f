export type Values = Record<string, string | number>;
type Context = { values: Values; tag: string; plural: number | null };
type Piece = string | ((context: Context) => string);

const formats = new Map<string, Intl.NumberFormat>();
const rules = new Map<string, Intl.PluralRules>();
const compiled = new Map<string, Piece[]>();

/**
 * Formats an ICU message with the parts that our messages use: `{name}`, `{count, number}`, plural (also `=0`) and
 * select, one inside another, `#` for the counted number. A tenth of intl-messageformat's size in the browser; a test
 * holds every message of ours against that library.
 */
export function formatMessage(message: string, values: Values, tag: string): string {
  let pieces = compiled.get(message);
  if (!pieces) {
    pieces = parseMessage(message);
    compiled.set(message, pieces);
  }
  return write(pieces, { values, tag, plural: null });
}

function write(pieces: Piece[], context: Context): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece(context))).join('');
}

function formatNumber(value: number, tag: string): string {
  let format = formats.get(tag);
  if (!format) {
    format = new Intl.NumberFormat(tag);
    formats.set(tag, format);
  }
  return format.format(value);
}

function pluralCategory(value: number, tag: string): string {
  let rule = rules.get(tag);
  if (!rule) {
    rule = new Intl.PluralRules(tag);
    rules.set(tag, rule);
  }
  return rule.select(value);
}

function parseMessage(text: string): Piece[] {
  let at = 0;

  /** Text and arguments up to the brace that closes this level, or the end. */
  function readPieces(inPlural: boolean): Piece[] {
    const pieces: Piece[] = [];
    while (at < text.length && text[at] !== '}') {
      if (text[at] === '{') pieces.push(readArgument(inPlural));
      else if (inPlural && text[at] === '#') {
        at++;
        pieces.push(({ plural, tag }) => formatNumber(plural ?? 0, tag));
      } else pieces.push(readUntil(inPlural ? /[{}#]/ : /[{}]/));
    }
    return pieces;
  }

  function readArgument(inPlural: boolean): Piece {
    at++;
    const name = readUntil(/[,}]/).trim();
    if (text[at++] === '}') return ({ values, tag }) => show(values[name], tag);
    const type = readUntil(/[,}]/).trim();
    if (text[at++] === '}') return ({ values, tag }) => formatNumber(Number(values[name]), tag);
    const isPlural = type === 'plural';
    const branches = new Map<string, Piece[]>();
    for (;;) {
      const selector = readUntil(/[{}]/).trim();
      if (text[at++] !== '{') break;
      branches.set(selector, readPieces(isPlural || inPlural));
      at++;
    }
    return (context) => {
      const value = context.values[name];
      const category = isPlural ? pluralCategory(Number(value), context.tag) : String(value);
      const exact = isPlural ? branches.get(`=${value}`) : undefined;
      const branch = exact ?? branches.get(category) ?? branches.get('other') ?? [];
      return write(branch, isPlural ? { ...context, plural: Number(value) } : context);
    };
  }

  function readUntil(end: RegExp): string {
    const rest = text.slice(at);
    const length = rest.search(end);
    const found = length === -1 ? rest : rest.slice(0, length);
    at += found.length;
    return found;
  }

  return readPieces(false);
}

function show(value: string | number | undefined, tag: string): string {
  return typeof value === 'number' ? formatNumber(value, tag) : (value ?? '');
}
