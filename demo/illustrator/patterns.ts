/** Colour patterns as SVG tiles; they are sampled along the cloth, so stripes follow folds and sleeves. */
import { darker, lighter, luminance, mix } from './palette.ts';

export type PatternName =
  | 'stripe'
  | 'breton'
  | 'pinstripe'
  | 'plaid'
  | 'gingham'
  | 'houndstooth'
  | 'herringbone'
  | 'polka-dot'
  | 'floral'
  | 'animal'
  | 'embroidered'
  | 'twill'
  | 'lace'
  | 'fair-isle';

export interface PatternTile {
  key: string;
  width: number;
  height: number;
  svg: string;
}
export interface PatternColours {
  base: string;
  second: string;
  accents: readonly string[];
}

const FLORAL_SPOTS = [
  [30, 30, 1.05, 10],
  [98, 92, 1.3, 40],
  [98, 20, 0.62, 20],
  [30, 104, 0.74, 50],
  [62, 62, 0.5, 0],
] as const;

function flower(x: number, y: number, size: number, turn: number, petal: string, heart: string): string {
  const petals = [0, 72, 144, 216, 288]
    .map(
      (a) =>
        `<path d="M0 -2C-8 -7 -7.5 -17 0 -17.5C7.5 -17 8 -7 0 -2Z" transform="rotate(${a})" fill="${petal}"/><path d="M0 -4V-11" transform="rotate(${a})" stroke="${darker(petal, 0.35)}" stroke-width="1" opacity=".5"/>`,
    )
    .join('');
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${petals}<circle r="4.4" fill="${heart}"/><circle r="2" fill="${darker(heart, 0.4)}"/></g>`;
}

function leaf(x: number, y: number, turn: number, size: number, colour: string): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><path d="M14 0C20 -7 30 -8 38 0C30 7 20 6 14 0Z" fill="${colour}"/><path d="M4 0H36" stroke="${darker(colour, 0.3)}" stroke-width="1.4"/></g>`;
}

function floral({ second, accents }: PatternColours): string {
  const [heart, green] = [accents[0] ?? '#f0c24b', accents[1] ?? '#5f7a55'];
  const leaves = [
    [30, 30, 24, 1],
    [30, 30, 165, 0.8],
    [98, 92, -40, 1],
    [98, 92, 112, 0.85],
    [62, 62, 70, 0.6],
    [98, 20, 200, 0.6],
    [30, 104, -20, 0.6],
  ] as const;
  return (
    leaves.map(([x, y, turn, size]) => leaf(x, y, turn, size, green)).join('') +
    FLORAL_SPOTS.map(([x, y, size, turn], i) =>
      flower(x, y, size, turn, i === 2 ? (accents[2] ?? lighter(second, 0.4)) : second, heart),
    ).join('')
  );
}

function animal({ base, second }: PatternColours): string {
  const spots = [
    [20, 18, 12, 20],
    [60, 12, 9, 100],
    [98, 26, 13, 190],
    [36, 54, 11, 260],
    [78, 60, 12, 40],
    [114, 66, 8, 130],
    [16, 88, 10, 310],
    [56, 96, 13, 150],
    [98, 100, 11, 70],
  ] as const;
  const warm = mix(base, '#a8682f', 0.45);
  return spots
    .map(
      ([x, y, r, turn]) =>
        `<g transform="translate(${x} ${y}) rotate(${turn})"><ellipse rx="${r * 0.62}" ry="${r * 0.5}" fill="${warm}"/><path d="M${r} 0A${r} ${r * 0.8} 0 0 1 ${-r * 0.5} ${r * 0.7}M${-r * 0.9} ${r * 0.2}A${r} ${r * 0.8} 0 0 1 ${r * 0.3} ${-r * 0.78}" fill="none" stroke="${second}" stroke-width="${r * 0.42}" stroke-linecap="round"/></g>`,
    )
    .join('');
}

function sprigs({ second, accents }: PatternColours): string {
  const thread = (d: string, colour: string): string =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2.6" stroke-linecap="round" stroke-dasharray="6 1.6"/>`;
  const green = accents[1] ?? '#5f7a55';
  const one = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y})">${thread('M0 40C-2 24 4 12 0 -6M0 22C-10 18 -16 12 -18 4M1 14C10 12 16 4 17 -4', green)}${[0, 60, 120, 180, 240, 300].map((a) => `<path d="M0 -10L0 -18" transform="translate(0 -8) rotate(${a} 0 0)" stroke="${second}" stroke-width="3.4" stroke-linecap="round"/>`).join('')}<circle cy="-8" r="4" fill="${accents[0] ?? '#e0b04a'}"/></g>`;
  return one(34, 44) + one(104, 112);
}

/** Tile of the pattern in drawing units; `second` is the colour laid over the cloth. */
export function patternTile(name: PatternName, colours: PatternColours, scale = 1): PatternTile {
  const { base, second, accents } = colours;
  const pale = accents[0] ?? (luminance(base) > 0.5 ? '#f6ecd8' : lighter(base, 0.7));
  const build = (width: number, height: number, svg: string): PatternTile => ({
    key: `${name}:${base}:${second}:${accents.join()}:${scale}`,
    width: width * scale,
    height: height * scale,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" SIZE>${svg}</svg>`,
  });
  switch (name) {
    case 'stripe':
      return build(34, 34, `<rect x="4" width="14" height="34" fill="${second}"/>`);
    case 'breton':
      return build(44, 44, `<rect y="10" width="44" height="16" fill="${second}"/>`);
    case 'pinstripe':
      return build(24, 24, `<rect x="10" width="2.6" height="24" fill="${second}" opacity=".75"/>`);
    case 'gingham':
      return build(
        38,
        38,
        `<rect width="19" height="38" fill="${second}" opacity=".5"/><rect width="38" height="19" fill="${second}" opacity=".5"/>`,
      );
    case 'houndstooth':
      return build(
        30,
        30,
        `<path fill="${second}" d="M0 0H15V15H0ZM15 0L30 15H22.5L15 7.5ZM0 15L15 30H7.5L0 22.5ZM22.5 0H30V7.5ZM0 0V7.5ZM15 15L22.5 22.5V30L15 22.5Z"/><path fill="${second}" d="M30 15V22.5L22.5 15ZM15 30V22.5L7.5 15Z" opacity="0"/>`,
      );
    case 'herringbone':
      return build(
        36,
        20,
        `<g stroke="${second}" stroke-width="4" opacity=".6" fill="none">${[-20, -10, 0, 10, 20].map((y) => `<path d="M0 ${y + 18}L18 ${y}L36 ${y + 18}"/>`).join('')}</g>`,
      );
    case 'polka-dot':
      return build(
        56,
        56,
        `<g fill="${second}"><circle cx="14" cy="14" r="7.6"/><circle cx="42" cy="42" r="7.6"/></g>`,
      );
    case 'plaid':
      return build(
        124,
        124,
        ['', 'rotate(90 62 62)']
          .map(
            (turn) =>
              `<g transform="${turn}"><rect x="8" width="36" height="124" fill="${second}" opacity=".52"/><rect x="56" width="6" height="124" fill="${second}" opacity=".7"/><rect x="88" width="8" height="124" fill="${pale}" opacity=".72"/><rect x="24" width="3" height="124" fill="${pale}" opacity=".55"/></g>`,
          )
          .join(''),
      );
    case 'floral':
      return build(132, 132, floral(colours));
    case 'animal':
      return build(126, 112, animal(colours));
    case 'embroidered':
      return build(140, 150, sprigs(colours));
    case 'twill':
      return build(
        8,
        8,
        `<path d="M-2 10L10 -2M-6 6L6 -6M2 14L14 2" stroke="${second}" stroke-width="2.2" opacity=".42"/>`,
      );
    case 'lace':
      return build(
        64,
        64,
        `<g fill="none" stroke="${second}" stroke-width="2.2" opacity=".8"><circle cx="32" cy="32" r="9"/>${[0, 60, 120, 180, 240, 300].map((a) => `<ellipse cx="32" cy="15" rx="6" ry="9" transform="rotate(${a} 32 32)"/>`).join('')}<path d="M0 0L12 12M64 0L52 12M0 64L12 52M64 64L52 52"/><circle r="7"/><circle cx="64" r="7"/><circle cy="64" r="7"/><circle cx="64" cy="64" r="7"/></g>`,
      );
    case 'fair-isle':
      return build(
        60,
        120,
        `<g fill="${second}"><path d="M0 18L15 4L30 18L45 4L60 18V26L45 12L30 26L15 12L0 26Z"/><path d="M30 42L44 60L30 78L16 60Z"/><path d="M0 50L8 60L0 70ZM60 50L52 60L60 70Z" fill="${pale}"/><rect y="92" width="60" height="7"/><rect y="106" width="8" height="7"/><rect x="20" y="106" width="8" height="7"/><rect x="40" y="106" width="8" height="7"/></g>`,
      );
  }
}
