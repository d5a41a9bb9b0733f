// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** The falling part of dresses and skirts: outline, fan of folds, hem. */
import { addPiece, addStitch, type Drawing, type Fold, fold, type PieceStyle } from '../drawing.ts';
import { type Point, spline, CENTRE as X } from '../geometry.ts';
import { darker } from '../palette.ts';

export interface SkirtShape {
  waistY: number;
  waistHalf: number;
  hipHalf: number;
  hemY: number;
  hemHalf: number;
  /** Number of folds and their height; 0 for straight skirts. */
  fullness: number;
  /** How far the hem waves. */
  wave: number;
  hem?: 'round' | 'shirt-tail' | 'straight';
  style?: PieceStyle;
  gathered?: boolean;
  /** Leave the pattern of the cloth unfanned. */
  slit?: 'left' | 'right' | null;
  sag?: number;
}

interface Rib { t: number; ridge: boolean }

function foldRibs(art: Drawing, count: number): Rib[] {
  const total = count * 2 + 1;
  return Array.from({ length: total }, (_, k) => ({ t: Math.max(-0.99, Math.min(0.99, -1 + ((k + 0.5) * 2) / total + art.random.jitter(0.35 / total))), ridge: k % 2 === 0 }));
}

export interface SkirtResult { hemPoints: Point[]; at: (t: number, down: number) => readonly [number, number] }

export function drawSkirt(art: Drawing, shape: SkirtShape): SkirtResult {
  const { waistY, waistHalf, hipHalf, hemY, hemHalf, fullness, wave } = shape;
  const { random } = art;
  const lean = random.jitter(hemHalf * 0.03);
  const height = hemY - waistY;
  const hipY = waistY + Math.min(110, height * 0.28);
  const ribs = fullness > 0 ? foldRibs(art, fullness) : [];
  const sag = shape.sag ?? (shape.hem === 'straight' ? 6 : 22);
  const hemAt = (t: number): number => hemY - t * t * sag * (shape.hem === 'shirt-tail' ? 2.6 : 1);
  const halfAt = (down: number): number => {
    const y = down * height;
    const hip = hipY - waistY;
    if (y < hip) { const t = y / hip; return waistHalf + (hipHalf - waistHalf) * Math.sin((t * Math.PI) / 2); }
    const t = (y - hip) / (height - hip);
    return hipHalf + (hemHalf - hipHalf) * (t * 0.75 + t * t * 0.25);
  };
  const at = (t: number, down: number): readonly [number, number] => [X + t * halfAt(down) + lean * down * down, down >= 1 ? hemAt(t) : waistY + down * height - t * t * sag * down * down];
  const side = (s: 1 | -1): Point[] => [0.12, 0.28, 0.46, 0.64, 0.82].map((down) => { const [x, y] = at(s, down); return [x + random.jitter(2.5), y]; });
  const hemPoints: Point[] = [];
  if (ribs.length) {
    hemPoints.push([...at(1, 1), 1]);
    for (const { t, ridge } of [...ribs].reverse()) { const [x, y] = at(t, 1); hemPoints.push([x, y + (ridge ? wave : -wave * 0.75) + random.jitter(wave * 0.2)]); }
    hemPoints.push([...at(-1, 1), 1]);
  } else for (const t of [1, 0.5, 0, -0.5, -1]) hemPoints.push([...at(t, 1), Math.abs(t) === 1 ? 1 : 0]);
  if (wave > 5) {
    // The far side of the hem, dark, behind the waves.
    addPiece(art, [[...at(0.97, 0.8), 1], ...[0.97, 0.5, 0, -0.5, -0.97].map((t): Point => { const [x, y] = at(t, 1); return [x, y + wave * 0.42]; }), [...at(-0.97, 0.8), 1]], { ...shape.style, colour: darker(shape.style?.colour ?? art.cloth.colour, 0.62), lift: 0 });
  }
  const spacing = ribs.length ? (2 * hemHalf) / ribs.length : 0;
  const flare = Math.min(1.5, 0.62 + (hemHalf - waistHalf) / 260);
  const folds: Fold[] = ribs.map(({ t, ridge }, k) => {
    const top = shape.gathered ? 0.015 : Math.max(0.02, random.between(0.04, 0.34) - (ridge ? 0.02 : 0));
    const [x1, y1] = at(t, 1);
    const [x2, y2] = at(t * 0.96 + random.jitter(0.03), top);
    const w = spacing * (ridge ? 1.7 : 1.55) * random.between(0.85, 1.15);
    return fold(x1, y1 + (ridge ? wave : 0), x2, y2, w, (ridge ? 1 : -1) * Math.min(19, w * 0.21) * flare, { endWidth: shape.gathered ? spacing * 0.5 : w * 0.22, bow: -t * 9 + random.jitter(5), skew: (k % 3 - 1) * 0.3 });
  });
  if (shape.gathered) {
    const count = Math.round(waistHalf / 6.5);
    for (let k = 0; k < count; k++) {
      const t = -0.94 + (1.88 * (k + 0.5)) / count + random.jitter(0.03);
      const [x1, y1] = at(t, 0.005);
      const [x2, y2] = at(t + random.jitter(0.05), random.between(0.1, 0.3));
      folds.push(fold(x1, y1, x2, y2, 11, k % 2 ? 4 : -4, { endWidth: 16 }));
    }
  }
  if (!ribs.length) {
    const [a, b, c, d] = [at(-0.9, 0.1), at(0.1, 0.22), at(0.95, 0.3), at(0.2, 0.42)];
    folds.push(fold(a[0], a[1], b[0], b[1], 34, -4, { bow: 10 }), fold(c[0], c[1], d[0], d[1], 34, -4, { bow: -8 }));
    for (const [t, down, h] of [[-0.55, 0.4, 5], [0.5, 0.5, -5], [0.15, 0.6, 4], [-0.2, 0.66, -4]] as const) {
      const [p, q] = [at(t, 1), at(t * 0.9 + random.jitter(0.08), down)];
      folds.push(fold(p[0], p[1], q[0], q[1], 60, h, { endWidth: 20, bow: random.jitter(8), skew: random.jitter(0.4) }));
    }
  }
  const outline: Point[] = [[X, waistY + 8], [X + waistHalf, waistY, 1], ...side(1), ...hemPoints, ...side(-1).reverse(), [X - waistHalf, waistY, 1]];
  addPiece(art, outline, { ...shape.style, folds: [...folds, ...(shape.style?.folds ?? [])], bulge: (shape.style?.bulge ?? 1) * 1.1 });
  if (shape.slit) drawSlit(art, shape, at);
  else if (art.cloth.material === 'cotton' || art.cloth.material === 'denim' || art.cloth.material === 'linen') {
    addStitch(art, spline(hemPoints.map(([x, y]): Point => [X + (x - X) * 0.992, y - 13]), false), undefined, 1.4, 0.4);
  }
  return { hemPoints, at };
}

/** An opening from the hem: dark inside, one edge turned back. */
function drawSlit(art: Drawing, shape: SkirtShape, at: SkirtResult['at']): void {
  const side = shape.slit === 'left' ? -1 : 1;
  const top = at(side * 0.42, 0.46);
  const foot = at(side * 0.5, 1);
  const colour = shape.style?.colour ?? art.cloth.colour;
  addPiece(art, [[top[0], top[1], 1], [top[0] + side * 14, (top[1] + foot[1]) / 2], [foot[0] + side * 46, foot[1] + shape.wave + 4, 1], [foot[0] - side * 26, foot[1] + shape.wave + 8, 1], [top[0] - side * 7, (top[1] + foot[1]) / 2]], { ...shape.style, colour: darker(colour, 0.66), lift: 0, bulge: 0, folds: [] });
  addPiece(art, [[top[0], top[1], 1], [top[0] - side * 4, (top[1] + foot[1]) / 2], [foot[0] - side * 20, foot[1] + shape.wave + 8, 1], [foot[0] - side * 66, foot[1] + shape.wave + 4, 1], [top[0] - side * 26, (top[1] + foot[1]) / 2]], { ...shape.style, lift: 1.3, folds: [fold(foot[0] - side * 40, foot[1] + 6, top[0], top[1] + 20, 36, 6)] });
}
