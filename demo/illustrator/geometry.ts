/** Points, splines and ribbons in the drawing's units (a 900 x 1200 sheet, centre line x = 450). */
export const CENTRE = 450;

/** x, y and, when the spline breaks there, a trailing 1. */
export type Point = readonly [x: number, y: number, corner?: 0 | 1];
/** x, y, width of a ribbon's centre line. */
export type RibbonPoint = readonly [x: number, y: number, width: number];
export interface Bounds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

const TENSION = 0.18;
const round = (value: number): number => Math.round(value * 10) / 10;

/** Catmull-Rom through the points as Bézier path data; a corner point gets straight handles. */
export function spline(points: readonly Point[], closed = true): string {
  const count = points.length;
  const at = (i: number): Point =>
    closed ? points[(i + count) % count]! : points[Math.max(0, Math.min(count - 1, i))]!;
  let path = `M${round(points[0]![0])} ${round(points[0]![1])}`;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const [dx, dy] = [p2[0] - p1[0], p2[1] - p1[1]];
    const c1 = p1[2]
      ? [p1[0] + dx * 0.33, p1[1] + dy * 0.33]
      : [p1[0] + (p2[0] - p0[0]) * TENSION, p1[1] + (p2[1] - p0[1]) * TENSION];
    const c2 = p2[2]
      ? [p2[0] - dx * 0.33, p2[1] - dy * 0.33]
      : [p2[0] - (p3[0] - p1[0]) * TENSION, p2[1] - (p3[1] - p1[1]) * TENSION];
    path += `C${round(c1[0]!)} ${round(c1[1]!)} ${round(c2[0]!)} ${round(c2[1]!)} ${round(p2[0])} ${round(p2[1])}`;
  }
  return path + (closed ? 'Z' : '');
}

export function boundsOf(points: readonly Point[]): Bounds {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const [x, y] of points) {
    bounds.x0 = Math.min(bounds.x0, x);
    bounds.x1 = Math.max(bounds.x1, x);
    bounds.y0 = Math.min(bounds.y0, y);
    bounds.y1 = Math.max(bounds.y1, y);
  }
  return bounds;
}

export function flip(points: readonly Point[]): Point[] {
  return points.map(([x, y, corner]) => [2 * CENTRE - x, y, corner]);
}

/** Closes a shape given as its right half (from the centre line, clockwise, back to the centre line). */
export function mirrored(right: readonly Point[], left: readonly Point[] = flip(right)): Point[] {
  const back = [...left].reverse().filter(([x]) => Math.abs(x - CENTRE) > 0.5);
  return [...right, ...back];
}

/** Side +1 keeps the right-hand points, -1 mirrors them. */
export function sided(points: readonly Point[], side: 1 | -1): Point[] {
  return side === 1 ? [...points] : flip(points);
}

export function sidedRibbon(line: readonly RibbonPoint[], side: 1 | -1): RibbonPoint[] {
  return line.map(([x, y, width]) => [side === 1 ? x : 2 * CENTRE - x, y, width]);
}

/** The two edges of a ribbon, each in the direction of travel. */
export function ribbonEdges(line: readonly RibbonPoint[]): { left: Point[]; right: Point[] } {
  const left: Point[] = [];
  const right: Point[] = [];
  line.forEach(([x, y, width], i) => {
    const before = line[Math.max(0, i - 1)]!;
    const after = line[Math.min(line.length - 1, i + 1)]!;
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const nx = (-(after[1] - before[1]) / length) * (width / 2);
    const ny = ((after[0] - before[0]) / length) * (width / 2);
    const corner = i === 0 || i === line.length - 1 ? 1 : 0;
    left.push([x + nx, y + ny, corner]);
    right.push([x - nx, y - ny, corner]);
  });
  return { left, right };
}

export function ribbon(line: readonly RibbonPoint[]): Point[] {
  const { left, right } = ribbonEdges(line);
  return [...left, ...right.reverse()];
}

export function ellipse(cx: number, cy: number, rx: number, ry = rx, count = 14, turn = 0): Point[] {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * Math.PI * 2;
    const [x, y] = [Math.cos(angle) * rx, Math.sin(angle) * ry];
    return [cx + x * c - y * s, cy + x * s + y * c] as const;
  });
}

export function roundedBox(x0: number, y0: number, x1: number, y1: number, radius: number): Point[] {
  const r = Math.min(radius, (x1 - x0) / 2, (y1 - y0) / 2);
  const k = r * 0.29;
  return [
    [x0 + r, y0, 1],
    [x1 - r, y0, 1],
    [x1 - k, y0 + k],
    [x1, y0 + r, 1],
    [x1, y1 - r, 1],
    [x1 - k, y1 - k],
    [x1 - r, y1, 1],
    [x0 + r, y1, 1],
    [x0 + k, y1 - k],
    [x0, y1 - r, 1],
    [x0, y0 + r, 1],
    [x0 + k, y0 + k],
  ];
}

/** Turns, scales and moves points; a negative scaleX mirrors. */
export function place(points: readonly Point[], ox: number, oy: number, scale = 1, turn = 0, scaleX = 1): Point[] {
  const [c, s] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  return points.map(([x, y, corner]) => [ox + x * scaleX * c - y * s, oy + x * scaleX * s + y * c, corner]);
}

export function placeRibbon(line: readonly RibbonPoint[], ox: number, oy: number, scale = 1, turn = 0): RibbonPoint[] {
  const [c, s] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  return line.map(([x, y, w]) => [ox + x * c - y * s, oy + x * s + y * c, w * scale]);
}

/** Points sampled along an open spline, for stitches, fringes and pearls. */
export function sample(points: readonly Point[], count: number): { x: number; y: number; angle: number }[] {
  const dense: [number, number][] = [];
  const at = (i: number): Point => points[Math.max(0, Math.min(points.length - 1, i))]!;
  for (let i = 0; i < points.length - 1; i++) {
    for (let k = 0; k < 12; k++) {
      const t = k / 12;
      const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
      const blend = (axis: 0 | 1): number => {
        const [m1, m2] = [(p2[axis] - p0[axis]) * 0.5, (p3[axis] - p1[axis]) * 0.5];
        return (
          (2 * t ** 3 - 3 * t ** 2 + 1) * p1[axis] +
          (t ** 3 - 2 * t ** 2 + t) * m1 +
          (-2 * t ** 3 + 3 * t ** 2) * p2[axis] +
          (t ** 3 - t ** 2) * m2
        );
      };
      dense.push([blend(0), blend(1)]);
    }
  }
  dense.push([at(points.length - 1)[0], at(points.length - 1)[1]]);
  const lengths = [0];
  for (let i = 1; i < dense.length; i++)
    lengths.push(lengths[i - 1]! + Math.hypot(dense[i]![0] - dense[i - 1]![0], dense[i]![1] - dense[i - 1]![1]));
  const total = lengths[lengths.length - 1]!;
  return Array.from({ length: count }, (_, n) => {
    const target = count === 1 ? total / 2 : (total * n) / (count - 1);
    let i = 1;
    while (i < dense.length - 1 && lengths[i]! < target) i++;
    const span = lengths[i]! - lengths[i - 1]! || 1;
    const t = (target - lengths[i - 1]!) / span;
    const [a, b] = [dense[i - 1]!, dense[i]!];
    return { x: a[0] + (b[0] - a[0]) * t, y: a[1] + (b[1] - a[1]) * t, angle: Math.atan2(b[1] - a[1], b[0] - a[0]) };
  });
}
