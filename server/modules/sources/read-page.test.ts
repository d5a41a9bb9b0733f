import { describe, expect, test } from 'vitest';
import { guidePassages } from '#engines/evidence';
import { decodeText } from './decode-body.ts';
import { createPageReader } from './page-reader.ts';
import { readPage } from './read-page.ts';

const filler =
  '<p>The lining of a good coat is sewn in by hand at the hem, so that it can move with the cloth and not pull.</p>';
const page = (body: string, head = '') =>
  `<html lang="en"><head><title>Coats</title>${head}</head><body><main><h1>Coats</h1>${filler}${body}</main></body></html>`;
const markdownOf = (html: string) => {
  const read = readPage(html);
  return read.kind === 'text' ? read.markdown : '';
};
/** What a citation would show. */
const said = (html: string) =>
  guidePassages({ id: 'page', title: 'Coats', markdown: markdownOf(html) }).map(({ heading, text }) => [heading, text]);

describe('the text of a page', () => {
  test('is its headings, paragraphs, lists and tables, each row with the names of its columns', () => {
    const html = page(`<h2>Sizes</h2><p>Measure   over<br>a shirt.</p>
      <table><thead><tr><th>Size</th><th>Chest</th></tr></thead><tr><td>M</td><td>96 cm</td></tr><tr><td>L</td><td>102 cm</td></tr></table>
      <h3>Care</h3><ul><li>Brush<ol><li>with the nap</li></ol></li><li>Air</li></ul><dl><dt>Wool</dt><dd>by hand</dd></dl>`);
    expect(said(html).slice(1)).toEqual([
      ['Sizes', 'Measure over a shirt.'],
      ['Sizes', 'Size: M; Chest: 96 cm Size: L; Chest: 102 cm'],
      ['Care', 'Brush with the nap Air'],
      ['Care', 'Wool: by hand'],
    ]);
  });

  test('is without scripts, and without what its readers do not see', () => {
    const hidden = [
      '<script>x("HIDDEN")</script><style>p{color:red;content:"HIDDEN"}</style><template>HIDDEN</template><noscript>HIDDEN</noscript>',
      '<p hidden>HIDDEN</p><p aria-hidden="true">HIDDEN</p><svg><text>HIDDEN</text></svg><!-- HIDDEN -->',
      ...[
        'display:none',
        'DISPLAY : none !important',
        'visibility:hidden',
        'opacity:0',
        'opacity: .0',
        'font-size:0',
        'font-size:0px',
        'height:0;overflow:hidden',
        'max-height:0px',
        'width: 0',
        'position:absolute;left:-9999px',
        'text-indent:-5000px',
        'clip:rect(0,0,0,0)',
        'clip:rect(1px, 1px, 1px, 1px)',
        'clip-path:inset(50%)',
        'color:#fff;background:#fff',
        'color:transparent',
        'display:/**/none',
      ].map((style) => `<p style="${style}">HIDDEN ${style}</p>`),
      '<div class="sr">HIDDEN</div><p id="bait">HIDDEN</p><div class="a"><p class="b">HIDDEN</p></div><font size="0">HIDDEN</font>',
    ].join('');
    const head =
      '<style>/* .seen{display:none} */ .sr, #bait {display:none} .a > .b{font-size:0} .seen:hover{display:none} @media print{.seen{display:none}}</style>';
    const markdown = markdownOf(
      page(`${hidden}<p class="seen">What is seen is kept, whatever is printed of it or pointed at.</p>`, head),
    );
    expect(markdown).toContain('What is seen is kept');
    expect(markdown).not.toContain('HIDDEN');
  });

  test('is not taken for hidden by what only looks like it', () => {
    for (const style of [
      'opacity:0.9',
      'font-size:0.9em',
      'line-height:0',
      'width:0.5rem;min-width:0',
      'left:-1px',
      'border:0',
      'display:block',
    ])
      expect(markdownOf(page(`<p style="${style}">This is seen, ${style}.</p>`)), style).toContain('This is seen');
  });

  test('is text and never markup: what would be a mark is cited as it was written', () => {
    const written = [
      '[a link](javascript:alert(1)) and ![a picture](x)',
      '**strong** _soft_ `code` ~~gone~~ \\*',
      '<script>alert(1)</script> &amp; <b>bold</b>',
      '# no heading',
      '- no item',
      '1. no item',
      '> no quote',
      '| no | table |',
      '```',
    ];
    const html = page(
      written.map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join(''),
    );
    expect(
      said(html)
        .slice(1)
        .map(([, text]) => text),
    ).toEqual(written.map((text) => text));
  });

  test('is without characters that are not seen or that turn the others around; Persian keeps its joiners', () => {
    const html = page('<p>safe\u202etxet\u202c \u200bword\u00ad \u{e0041}\u{e0042} می\u200cشود \ue000 end of it.</p>');
    expect(said(html)[1]).toEqual([undefined, 'safetxet word می\u200cشود end of it.']);
  });

  test('is cut at sentences where a paragraph is long, so that a citation points to its part', () => {
    const sentence = 'A long paragraph goes on about the seams of a coat and how each of them is pressed open. ';
    const passages = said(page(`<p>${sentence.repeat(30)}</p>`)).slice(1);
    expect(passages.length).toBeGreaterThan(2);
    for (const [, text] of passages) expect(text!.length).toBeLessThanOrEqual(700);
    expect(passages.map(([, text]) => text).join(' ')).toBe(sentence.repeat(30).trim());
  });

  test('is found in a page without a head or a body of its own', () => {
    for (const html of [
      `<html lang="en"><title>Coats</title><main><h1>Coats</h1>${filler}</main></html>`,
      `<!doctype html><title>Coats</title><h1>Coats</h1>${filler}`,
      `<title>Coats</title>${filler}`,
    ])
      expect(readPage(html), html).toMatchObject({ kind: 'text', title: 'Coats' });
  });

  test('is none where there is too little, or where the page asks not to be kept', () => {
    expect(readPage('<html><body><nav><a href="/">Home</a></nav></body></html>').kind).toBe('no-text');
    expect(readPage('').kind).toBe('no-text');
    expect(readPage(page('', '<meta name="ROBOTS" content="nofollow, NoIndex">')).kind).toBe('no-index');
    expect(readPage(page('', '<meta name="robots" content="index,follow">')).kind).toBe('text');
  });
});

describe('the encoding of a page', () => {
  const gbk = Buffer.from([0xb4, 0xf3, 0xd2, 0xc2]); // 大衣
  test('is that of the mark, the header or the declaration, in this order', () => {
    expect(decodeText(gbk, 'text/html; charset=gb2312')).toBe('大衣');
    expect(decodeText(Buffer.concat([Buffer.from('<meta charset="gbk">'), gbk]), 'text/html')).toBe(
      '<meta charset="gbk">大衣',
    );
    const equivalent = '<meta http-equiv="Content-Type" content="text/html; charset=gbk">';
    expect(decodeText(Buffer.concat([Buffer.from(equivalent), gbk]), '')).toBe(`${equivalent}大衣`);
    expect(
      decodeText(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('大衣')]), 'text/html; charset=gbk'),
    ).toBe('大衣');
    expect(decodeText(Buffer.from('\ufeff大衣', 'utf16le'), 'text/html')).toBe('大衣');
    expect(decodeText(Buffer.from('<?xml version="1.0" encoding="windows-1256"?>\xdf', 'latin1'), '')).toContain('ك');
  });

  test('is UTF-8 where nothing is said and it can be, else windows-1252; an unknown name says nothing', () => {
    expect(decodeText(Buffer.from('پالتو'), 'text/html')).toBe('پالتو');
    expect(decodeText(Buffer.from('پالتو'), 'text/html; charset=klingon')).toBe('پالتو');
    expect(decodeText(Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'text/html')).toBe('café');
  });
});

describe('the thread that takes pages apart', () => {
  test('gives a page up that takes too long, and reads the next', async () => {
    const reader = createPageReader(3000);
    const tangled = reader.read('<div>'.repeat(400_000));
    const good = reader.read(page(''));
    await expect(tangled).rejects.toMatchObject({ code: 'broken' });
    expect(await good).toMatchObject({ kind: 'text', title: 'Coats' });
    await reader.close();
  });
});
