/** Elements whose text is no text of the page. */
const unread =
  'script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video, form, button, select, textarea, input, dialog, [hidden], [aria-hidden="true"]';

/** A declaration that takes an element out of sight. */
const hiding =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|opacity\s*:\s*0*(?:\.0*)?(?![.\d])|font-size\s*:\s*0*(?:\.0*)?(?:px|em|rem|pt|%)?(?![.\d])|(?:max-)?(?:height|width)\s*:\s*0*(?:\.0*)?(?:px|em|rem|pt|%)?(?![.\d])|text-indent\s*:\s*-\s*\d{3,}|(?:left|right|top|bottom|inset-inline-start|margin-left|margin-top)\s*:\s*-\s*\d{3,}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)|color\s*:\s*transparent)/i;

const mostRules = 2000;

/**
 * Takes out of a document what its readers do not see: scripts and the like, and what attributes, inline styles or the
 * page's own style sheets hide by rules that always hold. Sheets in other files are not fetched.
 */
export function removeHidden(document: Document): void {
  const sheets = [...document.querySelectorAll('style')].map((style) => style.textContent ?? '');
  for (const element of document.querySelectorAll(unread)) element.remove();
  for (const element of document.querySelectorAll('[style]'))
    if (hides(element.getAttribute('style') ?? '')) element.remove();
  for (const element of document.querySelectorAll('font[size="0"]')) element.remove();
  for (const selector of sheets.flatMap(hidingSelectors).slice(0, mostRules)) {
    for (const element of find(document, selector)) {
      const { localName } = element;
      if (localName !== 'html' && localName !== 'body') element.remove();
    }
  }
}

function hides(declarations: string): boolean {
  const plain = declarations.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\\/g, '');
  return hiding.test(plain) || isInItsGround(plain);
}

/** Text in the very colour that stands behind it. */
function isInItsGround(declarations: string): boolean {
  const colour = /(?:^|;)\s*color\s*:\s*([^;!]+)/i.exec(declarations)?.[1]?.trim().toLowerCase();
  const ground = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)/i.exec(declarations)?.[1]?.trim().toLowerCase();
  return colour !== undefined && colour === ground;
}

/** Selectors of rules at the top level of a sheet that hide; those for print or some widths only may not hold here. */
function hidingSelectors(sheet: string): string[] {
  const css = sheet.replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors: string[] = [];
  let depth = 0;
  let start = 0;
  let head = '';
  for (let at = 0; at < css.length; at++) {
    const char = css[at];
    if (char === '{') {
      if (depth === 0) head = css.slice(start, at).trim();
      depth++;
      if (depth === 1) start = at + 1;
    } else if (char === '}' && depth > 0) {
      depth--;
      if (depth > 0) continue;
      const body = css.slice(start, at);
      start = at + 1;
      if (!head.startsWith('@') && !body.includes('{') && hides(body)) selectors.push(head);
    } else if (char === ';' && depth === 0) start = at + 1;
  }
  return selectors;
}

/** A selector that only a browser can judge (`:hover`, `::before`) finds nothing. */
function find(document: Document, selector: string): Element[] {
  if (
    selector.length > 500 ||
    selector.includes('::') ||
    /:(hover|focus|active|target|checked|before|after)/.test(selector)
  )
    return [];
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return [];
  }
}
