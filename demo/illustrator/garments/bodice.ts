// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** The upper body of any garment: shoulders, neckline edge, straps, neck bands. */
import { addPiece, addStitch, type Drawing, fold, type PieceStyle, turned } from '../drawing.ts';
import { flip, type Point, type RibbonPoint, ribbon, sided, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter } from '../palette.ts';

/** Half widths and heights of the upper body, right side. */
export interface Torso { neckHalf: number; neckY: number; shoulderHalf: number; shoulderY: number; armHalf: number; armY: number }

export interface NeckEdge {
  /** From the centre line over the shoulder (or straight) to the underarm. */
  right: Point[];
  left: Point[];
  hasShoulders: boolean;
  /** The back of the neck shows, down to this depth. */
  depth: number;
}

const STRAPLESS = new Set(['strapless', 'sweetheart']);

export function neckDepth(neckline: string): number {
  return ({ crew: 44, scoop: 104, 'v-neck': 136, boat: 22, square: 88, turtleneck: 20, 'shirt-collar': 62, cowl: 74, halter: 20, hood: 50 } as Record<string, number>)[neckline] ?? 58;
}

/** `bare` garments (strap or no sleeve over a low top) stand on straps instead of shoulders. */
export function neckEdge(neckline: string, torso: Torso, bare: boolean, depthScale = 1, sleeved = false): NeckEdge {
  const { neckHalf, neckY, shoulderHalf, shoulderY, armHalf, armY } = torso;
  const depth = neckDepth(neckline) * depthScale;
  const lowTop = armY - 52;
  const heart = sleeved && STRAPLESS.has(neckline);
  if ((!heart && STRAPLESS.has(neckline)) || (bare && (neckline === 'cowl' || neckline === 'v-neck' || neckline === 'square' || neckline === 'scoop' || neckline === ''))) {
    const dip = neckline === 'strapless' ? 4 : neckline === 'sweetheart' ? 48 : neckline === 'v-neck' ? 66 : neckline === 'cowl' ? 30 : neckline === 'square' ? 0 : 22;
    const right: Point[] = [[X, lowTop + dip, neckline === 'cowl' || neckline === 'strapless' || neckline === 'scoop' ? 0 : 1]];
    if (neckline === 'sweetheart') right.push([X + 22, lowTop + 14], [X + 56, lowTop - 14], [X + armHalf * 0.78, lowTop - 6]);
    else if (neckline === 'v-neck') right.push([X + armHalf * 0.62, lowTop - 22, 1]);
    else right.push([X + armHalf * 0.55, lowTop + dip * 0.2]);
    right.push([X + armHalf + 2, lowTop + 26, 1], [X + armHalf, armY - 4]);
    return { right, left: flip(right), hasShoulders: false, depth: 0 };
  }
  if (neckline === 'halter') {
    const right: Point[] = [[X, neckY + 34], [X + 30, neckY + 16], [X + 46, neckY - 14, 1], [X + 64, neckY - 6, 1], [X + 78, neckY + 60], [X + armHalf, armY - 2, 1]];
    return { right, left: flip(right), hasShoulders: false, depth: 0 };
  }
  if (neckline === 'off-shoulder') {
    const right: Point[] = [[X, lowTop + 10], [X + 60, lowTop + 4], [X + armHalf + 6, lowTop - 8, 1], [X + armHalf, armY]];
    return { right, left: flip(right), hasShoulders: false, depth: 0 };
  }
  const armhole: Point[] = [[X + armHalf - 12, shoulderY + (armY - shoulderY) * 0.55], [X + armHalf, armY, 1]];
  if (neckline === 'one-shoulder') {
    const right: Point[] = [[X, lowTop - 34], [X + neckHalf * 0.7, neckY + 44], [X + neckHalf + 14, neckY + 4, 1], [X + shoulderHalf, shoulderY, 1], ...armhole];
    const left: Point[] = [[X, lowTop - 34], [X - armHalf * 0.5, lowTop + 2], [X - armHalf - 2, lowTop + 26, 1], [X - armHalf, armY - 4]];
    return { right, left, hasShoulders: true, depth: 0 };
  }
  const top: Point[] =
    heart ? [[X, neckY + 116, 1], [X + 26, neckY + 88], [X + neckHalf, neckY + 80], [X + neckHalf + 26, neckY + 52], [X + neckHalf + 30, neckY + 6, 1]]
    : neckline === 'v-neck' || neckline === 'shawl' || neckline === 'notch-lapel' ? [[X, neckY + depth, 1], [X + neckHalf * 0.56, neckY + depth * 0.44], [X + neckHalf, neckY, 1]]
    : neckline === 'square' ? [[X, neckY + depth], [X + neckHalf * 0.98, neckY + depth - 2, 1], [X + neckHalf + 6, neckY, 1]]
    : neckline === 'boat' ? [[X, neckY + depth], [X + neckHalf * 0.9, neckY + depth * 0.7], [X + neckHalf * 1.5, neckY + 8, 1]]
    : [[X, neckY + depth], [X + neckHalf * 0.62, neckY + depth * 0.68], [X + neckHalf, neckY, 1]];
  const right: Point[] = [...top, [X + (neckHalf + shoulderHalf) / 2 + 8, neckY + (shoulderY - neckY) * 0.4], [X + shoulderHalf, shoulderY, 1], ...armhole];
  return { right, left: flip(right), hasShoulders: true, depth: heart ? 120 : depth };
}

/** Both sides get their own small errors, so nothing is a mirror image. */
export function loosen(art: Drawing, points: readonly Point[], amount = 2): Point[] {
  return points.map(([x, y, corner]) => [Math.abs(x - X) < 1 ? x : x + art.random.jitter(amount), y + art.random.jitter(amount), corner]);
}

/** Two thin straps from the top edge up and over. */
export function drawStraps(art: Drawing, torso: Torso, width: number, style: PieceStyle = {}): void {
  const top = torso.armY - 60;
  for (const side of [-1, 1] as const) {
    const line: RibbonPoint[] = [[X + side * (torso.armHalf * 0.62), top + 14, width], [X + side * (torso.armHalf * 0.66), top - 50, width], [X + side * (torso.armHalf * 0.6), torso.shoulderY - 8, width], [X + side * (torso.armHalf * 0.5), torso.shoulderY - 24, width * 0.9], [X + side * (torso.armHalf * 0.42), torso.shoulderY - 6, width * 0.9], [X + side * (torso.armHalf * 0.4), top - 18, width * 0.9]];
    addPiece(art, ribbon(line), { ...style, bulge: 0.4 });
  }
}

/** A knitted or bound band that follows the neckline from shoulder to shoulder. */
export function drawNeckBand(art: Drawing, neckline: string, torso: Torso, width: number, style: PieceStyle, stitched = true): void {
  const { neckHalf, neckY } = torso;
  const depth = neckDepth(neckline);
  if (neckline === 'turtleneck') {
    drawRollNeck(art, torso, style);
    return;
  }
  const wide = neckline === 'boat' ? 1.5 : 1;
  const line: Point[] = neckline === 'v-neck'
    ? [[X - neckHalf, neckY, 1], [X - neckHalf * 0.56, neckY + depth * 0.44], [X, neckY + depth, 1], [X + neckHalf * 0.56, neckY + depth * 0.44], [X + neckHalf, neckY, 1]]
    : neckline === 'square' ? [[X - neckHalf - 6, neckY, 1], [X - neckHalf, neckY + depth, 1], [X + neckHalf, neckY + depth, 1], [X + neckHalf + 6, neckY, 1]]
    : [[X - neckHalf * wide, neckY + 4, 1], [X - neckHalf * 0.62 * wide, neckY + depth * 0.68], [X, neckY + depth], [X + neckHalf * 0.62 * wide, neckY + depth * 0.68], [X + neckHalf * wide, neckY + 4, 1]];
  const inner = line.map(([x, y, c]): Point => [X + (x - X) * (1 - (width * 0.72) / neckHalf), y - (Math.abs(x - X) > neckHalf * 0.9 ? width * 0.32 : width), c]);
  const flow: RibbonPoint[] = line.map(([x, y], i) => [(x + inner[i]![0]) / 2, (y + inner[i]![1]) / 2, width]);
  addPiece(art, [...line, ...inner.reverse()], { bulge: 0.5, lift: 0.5, flow, textureTurn: 90, ...style });
  if (stitched) addStitch(art, spline(line.map(([x, y, c]): Point => [X + (x - X) * 1.05, y + 6, c]), false), undefined, 1.5, 0.5);
}

function drawRollNeck(art: Drawing, { neckHalf, neckY }: Torso, style: PieceStyle): void {
  const h = 74;
  addPiece(art, [[X - neckHalf * 0.8, neckY - h + 6], [X, neckY - h - 8], [X + neckHalf * 0.8, neckY - h + 6], [X + neckHalf * 0.5, neckY - h + 18], [X, neckY - h + 22], [X - neckHalf * 0.5, neckY - h + 18]], { ...style, colour: darker(style.colour ?? art.cloth.colour, 0.5), lift: 0 });
  addPiece(art, [[X - neckHalf - 6, neckY + 10, 1], [X - neckHalf * 0.96, neckY - 30], [X - neckHalf * 0.84, neckY - h + 4, 1], [X - neckHalf * 0.4, neckY - h + 16], [X, neckY - h + 19], [X + neckHalf * 0.4, neckY - h + 16], [X + neckHalf * 0.84, neckY - h + 4, 1], [X + neckHalf * 0.96, neckY - 30], [X + neckHalf + 6, neckY + 10, 1], [X + neckHalf * 0.5, neckY + 26], [X, neckY + 32], [X - neckHalf * 0.5, neckY + 26]], { ...style, lift: 1.2, bulge: 1.4, folds: [fold(X - neckHalf, neckY - 26, X + 10, neckY - 10, 26, -4, { fade: 'both' }), fold(X + neckHalf, neckY - 44, X - 4, neckY - 28, 20, -3, { fade: 'both' }), fold(X - 20, neckY - 50, X + neckHalf * 0.8, neckY - 20, 16, 2.5, { fade: 'both' })] });
}

/** A shirt collar: stand and two leaves with stitching. */
export function drawShirtCollar(art: Drawing, torso: Torso, options: { drop?: number; spread?: number; colour?: string; pattern?: boolean; open?: number } = {}): void {
  const { neckHalf: n, neckY: y } = torso;
  const drop = options.drop ?? 58;
  const spread = options.spread ?? 1;
  const open = options.open ?? 62;
  const colour = options.colour ?? art.cloth.colour;
  for (const side of [-1, 1] as const) {
    const tip = art.random.jitter(4);
    const leaf: Point[] = [[X + (n - 8), y - 20, 1], [X + n + 14, y - 2], [X + (n + 16) * spread + 4, y + drop + 4 + tip, 1], [X + n * 0.74 * spread, y + drop + 30 + tip, 1], [X + n * 0.3, y + open + 10], [X + 5, y + open, 1], [X + n * 0.4, y + open * 0.42]];
    const points = sided(leaf, side);
    addPiece(art, points, { colour: options.colour ?? lighter(colour, 0.07), pattern: options.pattern === false ? null : turned(art, side * 36), lift: 1.2, bulge: 0.6, folds: [fold(X + side * (n + 6), y, X + side * n * 0.6, y + open * 0.7, 30, 2.4, { bow: side * 4 })] });
    const line = sided([[X + n + 7, y + 4], [X + (n + 9) * spread + 4, y + drop - 1 + tip, 1], [X + n * 0.72 * spread, y + drop + 21 + tip, 1], [X + 16, y + open - 2]], side);
    addStitch(art, spline(line, false), undefined, 1.4, 0.5);
  }
  addPiece(art, [[X - n - 3, y - 12, 1], [X - n * 0.55, y - 32], [X, y - 38], [X + n * 0.55, y - 32], [X + n + 3, y - 12, 1], [X + n * 0.6, y - 6], [X, y - 2], [X - n * 0.6, y - 6]], { colour: darker(colour, 0.06), pattern: options.pattern === false ? null : turned(art, 90), lift: 0.5, bulge: 0.8 });
}
