// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Sleeves of every length, hanging or bent, with cuffs. */
import { addPiece, addStitch, type Drawing, type Fold, fold, type PieceStyle, turned } from '../drawing.ts';
import { type Point, type RibbonPoint, ribbon, ribbonEdges, CENTRE as X } from '../geometry.ts';
import { lighter } from '../palette.ts';
import type { Torso } from './bodice.ts';
import { buttonColour, drawButton } from './trimmings.ts';

export interface SleeveOptions {
  kind: string;
  side: 1 | -1;
  torso: Torso;
  /** Width at elbow and wrist against the normal. */
  ease?: number;
  /** Degrees away from hanging straight. */
  swing?: number;
  /** Degrees the forearm turns back towards the body. */
  bend?: number;
  cuff?: 'hem' | 'cuff' | 'rib' | 'none' | 'turn-up';
  style?: PieceStyle;
  cuffStyle?: PieceStyle;
  length?: number;
}

interface Cut { length: number; top: number; elbow: number; wrist: number; cuffHeight: number }

const CUTS: Record<string, Cut> = {
  cap: { length: 96, top: 120, elbow: 112, wrist: 100, cuffHeight: 0 },
  short: { length: 176, top: 150, elbow: 140, wrist: 128, cuffHeight: 0 },
  elbow: { length: 280, top: 142, elbow: 132, wrist: 120, cuffHeight: 0 },
  'three-quarter': { length: 410, top: 134, elbow: 112, wrist: 92, cuffHeight: 0 },
  long: { length: 560, top: 132, elbow: 110, wrist: 84, cuffHeight: 58 },
  puff: { length: 250, top: 176, elbow: 186, wrist: 112, cuffHeight: 34 },
  bishop: { length: 540, top: 138, elbow: 148, wrist: 156, cuffHeight: 62 },
};

export function drawSleeve(art: Drawing, options: SleeveOptions): void {
  const { side, torso } = options;
  const cut = CUTS[options.kind] ?? CUTS.long!;
  const ease = options.ease ?? 1;
  const length = options.length ?? cut.length;
  const short = length < 320;
  const { random } = art;
  const swing = ((options.swing ?? (short ? 34 : 15)) + random.jitter(2)) * (Math.PI / 180);
  const bend = ((options.bend ?? 4) + random.jitter(2)) * (Math.PI / 180);
  const hole = Math.hypot(torso.shoulderHalf - torso.armHalf, torso.armY - torso.shoulderY);
  const start = [X + (torso.shoulderHalf * 0.52 + torso.armHalf * 0.48) - 8, torso.shoulderY * 0.46 + torso.armY * 0.54] as const;
  const reach = (t: number): readonly [number, number] => {
    const first = Math.min(t, 0.5) * length;
    const second = Math.max(0, t - 0.5) * length;
    const lower = swing - bend;
    return [start[0] + Math.sin(swing) * first + Math.sin(lower) * second, start[1] + Math.cos(swing) * first + Math.cos(lower) * second];
  };
  const width = (t: number): number => {
    const k = t < 0.5 ? cut.top * ease + (cut.elbow * ease - cut.top * ease) * (t / 0.5) : cut.elbow * ease + (cut.wrist * ease - cut.elbow * ease) * ((t - 0.5) / 0.5);
    const gathered = options.kind === 'puff' || options.kind === 'bishop' ? (t > 0.9 ? 0.84 : 1) : 1;
    return k * gathered;
  };
  const right: RibbonPoint[] = [0, 0.18, 0.36, 0.5, 0.62, 0.8, 0.92, 1].map((t) => { const [x, y] = reach(t); return [x + random.jitter(1.5), y, Math.max(t === 0 ? hole * 0.94 : 0, width(t)) + random.jitter(2)]; });
  const mirror = ([x, y, w]: RibbonPoint): RibbonPoint => [side === 1 ? x : 2 * X - x, y, w];
  const { left: inner0, right: outer0 } = ribbonEdges(right);
  // For a sleeve running down on the right, the ribbon's `right` edge lies outside.
  const [outer, inner] = outer0[3]![0] > inner0[3]![0] ? [outer0, inner0] : [inner0, outer0];
  const puffCap = options.kind === 'puff' || options.kind === 'bishop' ? 20 : 8;
  const outline: Point[] = [
    [X + torso.shoulderHalf - 10, torso.shoulderY - 2, 1], [X + torso.shoulderHalf + puffCap, torso.shoulderY + (puffCap > 10 ? -10 : 3)], [(X + torso.shoulderHalf + outer[1]![0]) / 2 + puffCap * 0.75, (torso.shoulderY + outer[1]![1]) / 2 - 3], ...outer.slice(1), ...inner.slice(1).reverse(), [X + torso.armHalf - 10, torso.armY + 2, 1], [X + torso.armHalf - 34, (torso.armY + torso.shoulderY) / 2],
  ];
  const at = (t: number, across: number): readonly [number, number] => {
    const [x, y] = reach(t);
    const angle = t < 0.5 ? swing : swing - bend;
    const offset = (across * width(t)) / 2;
    const px = x + Math.cos(angle) * offset;
    return [side === 1 ? px : 2 * X - px, y - Math.sin(angle) * offset];
  };
  const crease = (t1: number, a1: number, t2: number, a2: number, w: number, h: number, more: Partial<Fold> = {}): Fold => {
    const [p, q] = [at(t1, a1), at(t2, a2)];
    return fold(p[0], p[1], q[0], q[1], w + random.jitter(3), h, { bow: side * random.jitter(7), skew: 0.35 * side, ...more });
  };
  const folds: Fold[] = [crease(0.12, -0.95, 0.3, 0.35, 34, -5), crease(0.2, -0.98, 0.36, 0.1, 26, 4)];
  if (!short) folds.push(crease(0.44, -1, 0.54, 0.5, 32, -6), crease(0.52, -1, 0.5, 0.3, 26, 5), crease(0.58, 1, 0.64, -0.3, 26, -5), crease(0.7, -1, 0.66, 0.2, 24, -4), crease(0.82, 1, 0.76, -0.2, 22, 4), crease(0.08, 0.55, 0.42, 0.62, 34, 4, { fade: 'both' }));
  else folds.push(crease(0.98, -0.4, 0.3, -0.1, 30, 4), crease(0.98, 0.35, 0.35, 0.4, 28, -4));
  if (options.kind === 'puff') for (let k = 0; k < 6; k++) folds.push(crease(0.04, -0.6 + k * 0.3, 0.5, -0.7 + k * 0.3, 18, k % 2 ? 5 : -5), crease(0.99, -0.8 + k * 0.3, 0.5, -0.8 + k * 0.32, 20, k % 2 ? -6 : 6));
  if (options.kind === 'bishop') for (let k = 0; k < 6; k++) folds.push(crease(0.99, -0.75 + k * 0.28, 0.6 + random.jitter(0.06), -0.8 + k * 0.32, 26, k % 2 ? 7 : -7));
  const flow = right.map(mirror);
  addPiece(art, outline.map((p): Point => (side === 1 ? p : [2 * X - p[0], p[1], p[2]])), { pattern: turned(art, 0), flow, ...options.style, folds: [...folds, ...(options.style?.folds ?? [])] });
  drawCuff(art, options, cut, right, mirror, swing - bend);
}

function drawCuff(art: Drawing, options: SleeveOptions, cut: Cut, line: readonly RibbonPoint[], mirror: (point: RibbonPoint) => RibbonPoint, angle: number): void {
  const kind = options.cuff ?? (cut.cuffHeight ? 'cuff' : 'hem');
  const [x, y, w] = line[line.length - 1]!;
  const down = (distance: number, side = 0): RibbonPoint => [x + Math.sin(angle) * distance + Math.cos(angle) * side, y + Math.cos(angle) * distance - Math.sin(angle) * side, w];
  if (kind === 'none') return;
  if (kind === 'hem') {
    const [a, b] = [down(-13, -w / 2), down(-13, w / 2)].map(mirror) as [RibbonPoint, RibbonPoint];
    addStitch(art, `M${a[0]} ${a[1]}L${b[0]} ${b[1]}`, undefined, 1.6, 0.55);
    return;
  }
  const height = kind === 'rib' ? 72 : kind === 'turn-up' ? 52 : cut.cuffHeight || 44;
  const widths = kind === 'rib' ? [w * 0.9, w * 0.82, w * 0.86] : kind === 'turn-up' ? [w * 1.06, w * 1.08, w * 1.1] : [w * (options.kind === 'long' ? 0.96 : 0.7), w * (options.kind === 'long' ? 0.94 : 0.69), w * (options.kind === 'long' ? 0.95 : 0.71)];
  const from = kind === 'turn-up' ? -height * 0.8 : -12;
  const cuff: RibbonPoint[] = widths.map((width, i) => { const [cx, cy] = down(from + (height * i) / 2); return mirror([cx, cy, width]); });
  const style: PieceStyle = kind === 'rib' ? { texture: 'rib', pattern: null, bulge: 1.2 } : { colour: lighter(art.cloth.colour, 0.06), pattern: turned(art, kind === 'turn-up' ? 0 : 90), bulge: 0.7 };
  addPiece(art, ribbon(cuff), { flow: cuff, lift: 0.8, ...style, ...options.cuffStyle });
  if (kind !== 'cuff') return;
  const b = mirror(down(from + height * 0.5, w * (options.kind === 'long' ? 0.3 : 0.2)));
  drawButton(art, b[0], b[1], 6.5, buttonColour(art.cloth.colour));
}
