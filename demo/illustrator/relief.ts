/** The height field: every piece rolls at its edges, swells, and carries its folds, in floating point. */
import type { Camera, Drawing, Fold, Piece } from './drawing.ts';
import { scratchField } from './fields.ts';
import { type Point, type RibbonPoint, ribbonEdges } from './geometry.ts';
import { materialNamed } from './materials.ts';

export interface Relief {
  width: number;
  height: number;
  /** Piece number per pixel, 0 is paper. */
  ids: Uint16Array;
  /** Height in pixels. */
  heights: Float32Array;
  /** Cloth coordinates in drawing units, where a piece defines its own flow; NaN elsewhere. */
  flowU: Float32Array;
  flowV: Float32Array;
  /** Pixels per drawing unit. */
  scale: number;
}

interface Vertex {
  x: number;
  y: number;
  u: number;
  v: number;
}

/** Scanline triangle with two interpolants; shared edges meet without overlap. */
function fillTriangle(
  a: Vertex,
  b: Vertex,
  c: Vertex,
  width: number,
  height: number,
  plot: (index: number, u: number, v: number) => void,
): void {
  const [p, q, r] = [a, b, c].sort((m, n) => m.y - n.y || m.x - n.x) as [Vertex, Vertex, Vertex];
  const area = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  if (Math.abs(area) < 1e-6) return;
  const first = Math.max(0, Math.ceil(p.y - 0.5));
  const last = Math.min(height - 1, Math.ceil(r.y - 0.5) - 1);
  for (let y = first; y <= last; y++) {
    const cy = y + 0.5;
    const long = p.x + ((r.x - p.x) * (cy - p.y)) / (r.y - p.y);
    const short =
      cy < q.y
        ? p.x + ((q.x - p.x) * (cy - p.y)) / (q.y - p.y)
        : q.y === r.y
          ? q.x
          : q.x + ((r.x - q.x) * (cy - q.y)) / (r.y - q.y);
    const [x0, x1] = long < short ? [long, short] : [short, long];
    const end = Math.min(width - 1, Math.ceil(x1 - 0.5) - 1);
    for (let x = Math.max(0, Math.ceil(x0 - 0.5)); x <= end; x++) {
      const cx = x + 0.5;
      const wq = ((cx - p.x) * (r.y - p.y) - (cy - p.y) * (r.x - p.x)) / area;
      const wr = ((q.x - p.x) * (cy - p.y) - (q.y - p.y) * (cx - p.x)) / area;
      const wp = 1 - wq - wr;
      plot(y * width + x, wp * p.u + wq * q.u + wr * r.u, wp * p.v + wq * q.v + wr * r.v);
    }
  }
}

function cornerOf(point: Point, u: number, v: number): Vertex {
  return { x: point[0], y: point[1], u, v };
}

/** Plots every pixel of a ribbon with its sideways offset and the distance travelled, both in pixels (both are linear, so triangles keep them exact). */
function stripAlong(
  line: readonly RibbonPoint[],
  width: number,
  height: number,
  plot: (index: number, u: number, v: number) => void,
): void {
  const { left, right } = ribbonEdges(line);
  let travelled = 0;
  for (let i = 0; i < line.length - 1; i++) {
    const step = Math.hypot(line[i + 1]![0] - line[i]![0], line[i + 1]![1] - line[i]![1]);
    const [half, nextHalf] = [line[i]![2] / 2, line[i + 1]![2] / 2];
    const a = cornerOf(left[i]!, -half, travelled);
    const b = cornerOf(right[i]!, half, travelled);
    const c = cornerOf(left[i + 1]!, -nextHalf, travelled + step);
    const d = cornerOf(right[i + 1]!, nextHalf, travelled + step);
    fillTriangle(a, b, c, width, height, plot);
    fillTriangle(b, d, c, width, height, plot);
    travelled += step;
  }
}

/** Folds that run in from an edge start a little outside, so inside the cloth they never begin with a step. */
const LEAD = 38;

function foldLine({ from, to, bow, width, endWidth, fade }: Fold): RibbonPoint[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [mx, my] = [(from[0] + to[0]) / 2 - (dy / length) * bow * 2, (from[1] + to[1]) / 2 + (dx / length) * bow * 2];
  const steps = Math.max(5, Math.min(40, Math.round(length / 18)));
  const line: RibbonPoint[] = [];
  if (fade === 'start') {
    const lead = Math.min(LEAD, length * 0.3);
    const away = Math.hypot(mx - from[0], my - from[1]) || 1;
    line.push([from[0] - ((mx - from[0]) / away) * lead, from[1] - ((my - from[1]) / away) * lead, width * 0.9]);
  }
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const s = 1 - t;
    line.push([
      s * s * from[0] + 2 * s * t * mx + t * t * to[0],
      s * s * from[1] + 2 * s * t * my + t * t * to[1],
      width + (endWidth - width) * t,
    ]);
  }
  return line;
}

const ease = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

function toScreen(line: readonly RibbonPoint[], camera: Camera, scale: number): RibbonPoint[] {
  const zoom = camera.zoom * scale;
  return line.map(([x, y, w]) => [(x - camera.x) * zoom + 450 * scale, (y - camera.y) * zoom + 600 * scale, w * zoom]);
}

function raiseFold(relief: Relief, id: number, item: Fold, softness: number, camera: Camera, pixelScale: number): void {
  const line = toScreen(foldLine(item), camera, pixelScale);
  const total =
    line.reduce((sum, p, i) => (i ? sum + Math.hypot(p[0] - line[i - 1]![0], p[1] - line[i - 1]![1]) : 0), 0) || 1;
  const lead =
    item.fade === 'start' && line.length > 2 ? Math.hypot(line[1]![0] - line[0]![0], line[1]![1] - line[0]![1]) : 1;
  const peak = item.height * softness * relief.scale;
  const { ids, heights } = relief;
  const firstHalf = line[lead > 1 ? 1 : 0]![2] / 2;
  const lastHalf = line[line.length - 1]![2] / 2;
  const start = lead > 1 ? lead : 0;
  stripAlong(line, relief.width, relief.height, (index, offset, v) => {
    if (ids[index] !== id) return;
    const t = v / total;
    const half =
      v < start
        ? firstHalf * (0.9 + (0.1 * v) / start)
        : firstHalf + ((lastHalf - firstHalf) * (v - start)) / (total - start);
    const u = Math.max(-1, Math.min(1, offset / half));
    const across = u < item.skew ? ease((u + 1) / (item.skew + 1)) : ease((1 - u) / (1 - item.skew));
    const along =
      item.fade === 'none'
        ? 1
        : item.fade === 'both'
          ? ease(t * 3) * ease((1 - t) * 3)
          : ease((1 - t) * 1.7) * ease(v / lead);
    heights[index]! += peak * across * along;
  });
}

/** Three box blurs over a window of the sheet: near enough to a Gaussian of the given radius. */
function blurWindow(source: Float32Array, columns: number, rows: number, radius: number): void {
  const r = Math.max(1, Math.round(radius / 1.7));
  const line = new Float32Array(Math.max(columns, rows));
  const pass = (count: number, start: number, stride: number): void => {
    let sum = 0;
    const first = source[start]!;
    const last = source[start + (count - 1) * stride]!;
    for (let k = -r; k <= r; k++) sum += k < 0 ? first : k >= count ? last : source[start + k * stride]!;
    for (let i = 0; i < count; i++) {
      line[i] = sum / (2 * r + 1);
      const [leaving, entering] = [i - r, i + r + 1];
      sum +=
        (entering >= count ? last : source[start + entering * stride]!) -
        (leaving < 0 ? first : source[start + leaving * stride]!);
    }
    for (let i = 0; i < count; i++) source[start + i * stride] = line[i]!;
  };
  for (let n = 0; n < 2; n++) {
    for (let y = 0; y < rows; y++) pass(columns, y * columns, 1);
    for (let x = 0; x < columns; x++) pass(rows, x, columns);
  }
}

function swellPiece(relief: Relief, id: number, piece: Piece, camera: Camera, pixelScale: number): void {
  const material = materialNamed(piece.material);
  const { ids, heights, width, height, scale } = relief;
  const extent = Math.min(piece.bounds.x1 - piece.bounds.x0, piece.bounds.y1 - piece.bounds.y0);
  const profiles = [
    {
      radius: Math.min(material.roll * piece.roll, extent * 0.42),
      rise: Math.min(material.roll * piece.roll, extent * 0.42) * 0.62,
    },
    { radius: Math.min(46, extent * 0.34), rise: material.bulge * piece.bulge * Math.min(1, extent / 120) },
  ];
  for (const { radius, rise } of profiles) {
    const r = radius * scale;
    if (r < 0.8 || rise < 0.2) continue;
    const margin = Math.ceil(r * 1.6) + 2;
    const x0 = Math.max(0, Math.floor((piece.bounds.x0 - 12 - camera.x) * scale + 450 * pixelScale) - margin);
    const x1 = Math.min(width - 1, Math.ceil((piece.bounds.x1 + 12 - camera.x) * scale + 450 * pixelScale) + margin);
    const y0 = Math.max(0, Math.floor((piece.bounds.y0 - 12 - camera.y) * scale + 600 * pixelScale) - margin);
    const y1 = Math.min(height - 1, Math.ceil((piece.bounds.y1 + 12 - camera.y) * scale + 600 * pixelScale) + margin);
    if (x1 <= x0 || y1 <= y0) return;
    // Broad swells are smooth: compute them on a coarser window.
    const step = r > 22 ? 4 : r > 4.5 ? 2 : 1;
    const [columns, rows] = [Math.ceil((x1 - x0 + 1) / step) + 1, Math.ceil((y1 - y0 + 1) / step) + 1];
    const window = new Float32Array(columns * rows);
    for (let j = 0; j < rows; j++) {
      const y = Math.min(height - 1, y0 + j * step);
      const below = Math.min(height - 1, y + (step >> 1)) * width;
      for (let i = 0; i < columns; i++) {
        const x = Math.min(width - 1, x0 + i * step);
        const beside = Math.min(width - 1, x + (step >> 1));
        window[j * columns + i] =
          ((ids[y * width + x]! >= id ? 1 : 0) +
            (ids[y * width + beside]! >= id ? 1 : 0) +
            (ids[below + x]! >= id ? 1 : 0) +
            (ids[below + beside]! >= id ? 1 : 0)) /
          4;
      }
    }
    blurWindow(window, columns, rows, r / step);
    const peak = rise * scale;
    for (let y = y0; y <= y1; y++) {
      const fy = (y - y0) / step;
      const [j, ty] = [Math.floor(fy), fy - Math.floor(fy)];
      for (let x = x0; x <= x1; x++) {
        const index = y * width + x;
        if (ids[index] !== id) continue;
        const fx = (x - x0) / step;
        const i = Math.floor(fx);
        const tx = fx - i;
        const at = j * columns + i;
        const value =
          step === 1
            ? window[at]!
            : (window[at]! * (1 - tx) + window[at + 1]! * tx) * (1 - ty) +
              (window[at + columns]! * (1 - tx) + window[at + columns + 1]! * tx) * ty;
        const inside = Math.max(0, Math.min(1, value * 2 - 1));
        heights[index]! += peak * inside * (1.5708 - inside * inside * (0.6459 - 0.0751 * inside * inside));
      }
    }
  }
}

/** Builds the height field of a drawing from its identity raster (red + 256 x green). */
export function raiseRelief(
  drawing: Drawing,
  identity: Buffer,
  channels: number,
  width: number,
  camera: Camera,
): Relief {
  const height = Math.round((width * 4) / 3);
  const size = width * height;
  const pixelScale = width / 900;
  const ids = new Uint16Array(size);
  for (let i = 0, o = 0; i < size; i++, o += channels)
    ids[i] = identity[o + 2]! > 127 ? identity[o]! + identity[o + 1]! * 256 : 0;
  const relief: Relief = {
    width,
    height,
    ids,
    heights: scratchField('heights', size),
    flowU: scratchField('flowU', size).fill(Number.NaN),
    flowV: scratchField('flowV', size),
    scale: pixelScale * camera.zoom,
  };
  drawing.pieces.forEach((piece, n) => {
    const id = n + 1;
    swellPiece(relief, id, piece, camera, pixelScale);
    const softness = materialNamed(piece.material).fold;
    for (const item of piece.folds) raiseFold(relief, id, item, softness, camera, pixelScale);
    if (!piece.flow) return;
    const line = toScreen(
      piece.flow.map(([x, y, w]) => [x, y, w * 1.5] as const),
      camera,
      pixelScale,
    );
    stripAlong(line, width, height, (index, u, v) => {
      if (ids[index] !== id) return;
      relief.flowU[index] = u / relief.scale;
      relief.flowV[index] = v / relief.scale;
    });
  });
  return relief;
}
