/** Cloth and paper colours, and the arithmetic of the series: saturated shade instead of grey. */
import type { Random } from './random.ts';

export type Rgb = readonly [number, number, number];

export const CLOTH: Record<string, string> = {
  black: '#2f2d30',
  white: '#f3eee4',
  ivory: '#f0e7d4',
  cream: '#ecdfc4',
  beige: '#d7c4a6',
  sand: '#d6c4a3',
  camel: '#c49a64',
  tan: '#b98a58',
  brown: '#74492e',
  chestnut: '#6f4127',
  grey: '#9c9892',
  charcoal: '#4b4a4e',
  silver: '#c6c5c2',
  navy: '#27395f',
  blue: '#3a64a4',
  'light-blue': '#9fbdd6',
  teal: '#28696c',
  turquoise: '#4ba7a5',
  green: '#3e7c54',
  olive: '#646d45',
  sage: '#8ca78f',
  'bottle-green': '#244d41',
  yellow: '#e4c04f',
  mustard: '#c9923a',
  gold: '#c9a254',
  orange: '#d9772f',
  rust: '#a9502b',
  coral: '#e0725d',
  pink: '#e4a4ac',
  blush: '#e8b9aa',
  fuchsia: '#c23a7a',
  red: '#c3281f',
  burgundy: '#7a2431',
  purple: '#6a4686',
  lilac: '#b9a6cd',
  plum: '#5e304e',
  multicolour: '#e9dcc4',
};

const PAPERS: readonly { colour: string; tint: string; warm: number }[] = [
  { colour: '#efe6da', tint: '#dcc3a8', warm: 0.2 },
  { colour: '#f0dcbf', tint: '#e2bd8f', warm: 0.8 },
  { colour: '#f1d7c3', tint: '#e0af8c', warm: 0.9 },
  { colour: '#ecdfd3', tint: '#ddb9a6', warm: 0.4 },
  { colour: '#edd7cc', tint: '#dba892', warm: 0.7 },
  { colour: '#c9d5c4', tint: '#a9bca6', warm: -0.5 },
  { colour: '#e3e6d5', tint: '#c3caae', warm: -0.2 },
  { colour: '#cddbe0', tint: '#a9c0c9', warm: -0.9 },
  { colour: '#d0dcd9', tint: '#afc3be', warm: -0.7 },
  { colour: '#d8d0de', tint: '#b9aec8', warm: -0.5 },
  { colour: '#e2d4c4', tint: '#c9ae92', warm: 0.5 },
  { colour: '#dad6cb', tint: '#bdb7a5', warm: 0 },
];

export interface Paper {
  colour: string;
  tint: string;
}

export function toRgb(hex: string): Rgb {
  return [parseInt(hex.slice(1, 3), 16), parseInt(hex.slice(3, 5), 16), parseInt(hex.slice(5, 7), 16)];
}

export function toHex(rgb: Rgb): string {
  return `#${rgb
    .map((v) =>
      Math.max(0, Math.min(255, Math.round(v)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

export function mix(a: string, b: string, amount: number): string {
  const [x, y] = [toRgb(a), toRgb(b)];
  return toHex([x[0] + (y[0] - x[0]) * amount, x[1] + (y[1] - x[1]) * amount, x[2] + (y[2] - x[2]) * amount]);
}

export function darker(colour: string, amount: number): string {
  return mix(colour, toHex(shadeOf(toRgb(colour))), Math.min(1, amount * 1.35));
}

export function lighter(colour: string, amount: number): string {
  return mix(colour, '#fff3e2', amount);
}

export function luminance(colour: string): number {
  const [r, g, b] = toRgb(colour);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

/** The cloth's own shade: the colour multiplied with itself, a little plum; pale cloth gets a warm one. */
export function shadeOf([r, g, b]: Rgb): Rgb {
  const own = (v: number): number => v * 0.3 + (v * v * 0.38) / 255;
  const light = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  const warm = Math.max(0, Math.min(1, (light - 0.55) / 0.35)) * 0.42;
  const plum = 0.1;
  const blend = (v: number, p: number, w: number): number => (own(v) * (1 - plum) + p * plum) * (1 - warm) + w * warm;
  return [blend(r, 74, 176), blend(g, 26, 132), blend(b, 56, 108)];
}

/** A named colour as this piece wears it: a small seeded shift keeps two reds from being one red. */
export function clothColour(name: string | undefined, random: Random, fallback = '#cbb595'): string {
  const base = toRgb((name && CLOTH[name]) || fallback);
  const shift = random.jitter(7);
  return toHex([
    base[0] + shift + random.jitter(4),
    base[1] + shift + random.jitter(3),
    base[2] + shift + random.jitter(4),
  ]);
}

function warmth(colour: string): number {
  const [r, , b] = toRgb(colour);
  return Math.max(-1, Math.min(1, (r - b) / 90));
}

/** Warm cloth on cool or pale paper, cool cloth on warm; never a paper close to the cloth. */
export function choosePaper(cloth: string, random: Random): Paper {
  const light = luminance(cloth);
  const heat = warmth(cloth);
  const ranked = PAPERS.map((paper) => {
    const contrast = Math.abs(luminance(paper.colour) - light);
    const distance = toRgb(paper.colour).reduce((sum, v, i) => sum + Math.abs(v - toRgb(cloth)[i]!), 0) / 765;
    const temper = -heat * paper.warm * 0.11;
    const palePenalty = light > 0.78 && luminance(paper.colour) > 0.86 ? 0.25 : 0;
    return {
      paper,
      score: Math.min(contrast, 0.3) * 0.8 + Math.min(distance, 0.35) + temper - palePenalty + random.next() * 0.16,
    };
  });
  ranked.sort((a, b) => b.score - a.score);
  return ranked[0]!.paper;
}
