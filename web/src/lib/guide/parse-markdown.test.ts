import { describe, expect, test } from 'vitest';
import { parseInline, parseMarkdown, safeHref } from './parse-markdown';

const text = (value: string) => ({ type: 'text' as const, text: value });

describe('a guide', () => {
  test('is cut into numbered passages, with the headings between them', () => {
    const blocks = parseMarkdown('Before.\n\n## One thing\nFirst\nline.\n\nSecond.\n\n### Deeper\n\nThird.');
    expect(blocks).toEqual([
      { type: 'passage', number: 1, parts: [{ type: 'paragraph', children: [text('Before.')] }] },
      { type: 'heading', level: 2, id: 'one-thing', text: 'One thing' },
      { type: 'passage', number: 2, parts: [{ type: 'paragraph', children: [text('First line.')] }] },
      { type: 'passage', number: 3, parts: [{ type: 'paragraph', children: [text('Second.')] }] },
      { type: 'heading', level: 3, id: 'deeper', text: 'Deeper' },
      { type: 'passage', number: 4, parts: [{ type: 'paragraph', children: [text('Third.')] }] },
    ]);
  });

  test('keeps a list and the text above it in one passage, as evidence does', () => {
    const [passage] = parseMarkdown('Bring:\n- water\n  and more\n- a map\n1. go');
    expect(passage).toEqual({
      type: 'passage',
      number: 1,
      parts: [
        { type: 'paragraph', children: [text('Bring:')] },
        {
          type: 'list',
          ordered: false,
          items: [[text('water'), text(' '), text('and more')], [text('a map')]],
        },
        { type: 'list', ordered: true, items: [[text('go')]] },
      ],
    });
  });

  test('shows what is escaped with a backslash as it is, whatever mark it would be', () => {
    const escaped = '\\[a\\](javascript:x) \\*\\*b\\*\\* \\`c\\` \\<b\\> \\\\ **d\\*e**';
    expect(parseMarkdown(`${escaped}\n\n\\# f\n\n\\- g\n\n1\\. h`)).toEqual([
      {
        type: 'passage',
        number: 1,
        parts: [
          {
            type: 'paragraph',
            children: [text('[a](javascript:x) **b** `c` <b> \\ '), { type: 'strong', children: [text('d*e')] }],
          },
        ],
      },
      ...['# f', '- g', '1. h'].map((said, at) => ({
        type: 'passage',
        number: at + 2,
        parts: [{ type: 'paragraph', children: [text(said)] }],
      })),
    ]);
  });

  test('gives headings in any language an anchor, each its own', () => {
    const ids = parseMarkdown('## 尺码\n\n## راهنمای اندازه\n\n## Fit\n\n## Fit!').map((block) =>
      block.type === 'heading' ? block.id : '',
    );
    expect(ids).toEqual(['尺码', 'راهنمای-اندازه', 'fit', 'fit-2']);
  });

  test('leaves HTML as text', () => {
    const [passage] = parseMarkdown('<script>alert(1)</script> <b>bold</b>');
    expect(passage).toMatchObject({
      parts: [{ children: [text('<script>alert(1)</script> <b>bold</b>')] }],
    });
  });
});

describe('text inside a passage', () => {
  test('has strong, emphasis, code and links, one inside another', () => {
    expect(parseInline('a **b *c*** `d` [e](/f)')).toEqual([
      text('a '),
      { type: 'strong', children: [text('b '), { type: 'emphasis', children: [text('c')] }] },
      text(' '),
      { type: 'code', text: 'd' },
      text(' '),
      { type: 'link', href: '/f', children: [text('e')] },
    ]);
  });

  test('is not mistaken for emphasis by sums, sizes and names', () => {
    for (const plain of ['3 * 4 * 5', '20 x 30 cm', 'one_two_three', '5*6*7', 'a ** b ** c'])
      expect(parseInline(plain)).toEqual([text(plain)]);
  });

  test('opens no address that could run a script or leave by a trick', () => {
    const tricks = [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'data:text/html,x',
      '//elsewhere.example',
      '/\\e.example',
    ];
    for (const address of [...tricks, 'vbscript:x', 'file:///etc/passwd', '']) expect(safeHref(address)).toBeNull();
    expect(parseInline('[x](javascript:alert)')).toEqual([text('x')]);
    for (const address of ['https://a.example/b', 'mailto:a@b.example', '/guides/x', '#part'])
      expect(safeHref(address)).toBe(address);
  });
});
