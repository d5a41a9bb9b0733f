/** Height tiles in floating point: knit, rib, quilting, sequins; and the grain of surfaces. */
import type { Grain } from './materials.ts';
import { createRandom } from './random.ts';

export type TextureName =
  | 'knit'
  | 'chunky-knit'
  | 'rib'
  | 'fine-rib'
  | 'corduroy'
  | 'quilt'
  | 'sequins'
  | 'straw'
  | 'twill'
  | 'mesh'
  | 'knurl';

export interface HeightTile {
  /** Size of one repeat in drawing units. */
  width: number;
  height: number;
  /** Peak height in units. */
  amplitude: number;
  /** Fraction by which the valleys darken. */
  depthShade: number;
  columns: number;
  rows: number;
  values: Float32Array;
}

const cache = new Map<string, HeightTile>();
const fract = (v: number): number => v - Math.floor(v);

function buildTile(
  width: number,
  height: number,
  amplitude: number,
  depthShade: number,
  columns: number,
  rows: number,
  at: (u: number, v: number) => number,
): HeightTile {
  const values = new Float32Array(columns * rows);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) values[j * columns + i] = at((i + 0.5) / columns, (j + 0.5) / rows);
  return { width, height, amplitude, depthShade, columns, rows, values };
}

/** Stockinette: two leaning legs a stitch, wrapping into the row below. */
function stitchHeight(u: number, v: number): number {
  let best = 0;
  for (const side of [-1, 1]) {
    for (const row of [-1, 0, 1]) {
      const [x, y] = [u - 0.5 - side * 0.25, v - 0.5 + row];
      const along = y * 0.87 - x * side * -0.5;
      const across = x * 0.87 + y * side * 0.5;
      best = Math.max(best, 1 - (across / 0.27) ** 2 - (along / 0.72) ** 2);
    }
  }
  return Math.sqrt(Math.max(0, best));
}

function sequinTile(): HeightTile {
  const [count, random] = [9, createRandom(77)];
  const tilts = Array.from({ length: count * count * 2 }, () => random.jitter(1));
  return buildTile(150, 132, 3.4, 0.25, 300, 264, (u, v) => {
    for (let layer = 0; layer < 2; layer++) {
      const row = Math.floor(v * count - layer * 0.5 + count) % count;
      const shift = row % 2 === 0 ? 0.5 : 0;
      const column = Math.floor(u * count - shift + count) % count;
      const x = fract(u * count - shift) - 0.5;
      const y = fract(v * count - layer * 0.5) - 0.5;
      if (x * x + y * y > 0.27 && layer === 0) continue;
      const k = (row * count + column) * 2;
      return 0.5 + tilts[k]! * x * 1.1 + (tilts[k + 1]! - 0.4) * y * 1.1 - (layer ? 0.25 : 0);
    }
    return 0.3;
  });
}

function buildTexture(name: TextureName): HeightTile {
  const round = (u: number): number => Math.sqrt(Math.max(0, 1 - (2 * u - 1) ** 2));
  switch (name) {
    case 'knit':
      return buildTile(15, 12.5, 3, 0.34, 48, 40, stitchHeight);
    case 'chunky-knit':
      return buildTile(25, 21, 5, 0.36, 60, 50, stitchHeight);
    case 'rib':
      return buildTile(15, 15, 3.4, 0.3, 48, 4, (u) => round(fract(u)) ** 1.4);
    case 'fine-rib':
      return buildTile(8, 8, 1.6, 0.26, 32, 4, (u) => round(fract(u)) ** 1.4);
    case 'corduroy':
      return buildTile(10.5, 10.5, 2.4, 0.3, 40, 4, (u) => round(fract(u)));
    case 'quilt':
      return buildTile(84, 84, 11, 0.1, 168, 168, (u, v) => {
        const [a, b] = [fract(u + v), fract(u - v + 1)];
        return (Math.sin(Math.PI * a) * Math.sin(Math.PI * b)) ** 0.42;
      });
    case 'sequins':
      return sequinTile();
    case 'straw':
      return buildTile(17, 17, 2.2, 0.3, 68, 68, (u, v) => {
        const over = (Math.floor(u * 2) + Math.floor(v * 2)) % 2 === 0;
        const [a, b] = [fract(u * 2), fract(v * 2)];
        return over
          ? round(b) * (0.55 + 0.45 * Math.sin(Math.PI * a))
          : round(a) * (0.55 + 0.45 * Math.sin(Math.PI * b));
      });
    case 'twill':
      return buildTile(7.2, 7.2, 0.75, 0.2, 36, 36, (u, v) => round(fract(u + v)));
    case 'mesh':
      return buildTile(9, 9, 1.4, 0.4, 36, 36, (u, v) => Math.min(1, Math.hypot(u - 0.5, v - 0.5) / 0.4));
    case 'knurl':
      return buildTile(10, 10, 2, 0.2, 40, 4, (u) => round(fract(u)));
  }
}

export function textureNamed(name: TextureName): HeightTile {
  const found = cache.get(name) ?? buildTexture(name);
  cache.set(name, found);
  return found;
}

export const GRAIN_SIZE = 256;
export interface GrainTile {
  dx: Float32Array;
  dy: Float32Array;
  fleck: Float32Array;
}
const grains = new Map<Grain, GrainTile>();

/** Wrapping value noise with cells of the given size in pixels. */
function noise(cellX: number, cellY: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const [nx, ny] = [Math.max(1, Math.round(GRAIN_SIZE / cellX)), Math.max(1, Math.round(GRAIN_SIZE / cellY))];
  const grid = Float32Array.from({ length: nx * ny }, () => random.next());
  const out = new Float32Array(GRAIN_SIZE * GRAIN_SIZE);
  const smooth = (t: number): number => t * t * (3 - 2 * t);
  for (let y = 0; y < GRAIN_SIZE; y++) {
    const fy = (y / GRAIN_SIZE) * ny;
    const [j, ty] = [Math.floor(fy), smooth(fy - Math.floor(fy))];
    for (let x = 0; x < GRAIN_SIZE; x++) {
      const fx = (x / GRAIN_SIZE) * nx;
      const [i, tx] = [Math.floor(fx), smooth(fx - Math.floor(fx))];
      const g = (a: number, b: number): number => grid[(b % ny) * nx + (a % nx)]!;
      out[y * GRAIN_SIZE + x] =
        (g(i, j) * (1 - tx) + g(i + 1, j) * tx) * (1 - ty) + (g(i, j + 1) * (1 - tx) + g(i + 1, j + 1) * tx) * ty;
    }
  }
  return out;
}

const RECIPES: Record<Grain, readonly (readonly [cellX: number, cellY: number, weight: number])[]> = {
  fine: [
    [1.6, 1.6, 0.7],
    [3.2, 3.2, 0.5],
  ],
  slub: [
    [9, 1.5, 0.7],
    [1.5, 9, 0.6],
    [2, 2, 0.3],
  ],
  fibre: [
    [2.2, 2.2, 0.6],
    [4.5, 4.5, 0.8],
    [9, 9, 0.3],
  ],
  pebble: [
    [5, 5, 0.9],
    [10, 10, 0.8],
  ],
  brushed: [[30, 1.5, 1]],
  fur: [
    [2, 6, 0.9],
    [4, 14, 1.4],
    [9, 18, 1.2],
  ],
  smooth: [[8, 8, 0.1]],
};

export function grainNamed(grain: Grain): GrainTile {
  const found = grains.get(grain);
  if (found) return found;
  const height = new Float32Array(GRAIN_SIZE * GRAIN_SIZE);
  RECIPES[grain].forEach(([cx, cy, weight], n) => {
    const layer = noise(cx, cy, 31 * n + grain.length * 7 + 1);
    for (let i = 0; i < height.length; i++) height[i]! += (layer[i]! - 0.5) * weight * Math.sqrt(Math.min(cx, cy));
  });
  const [dx, dy] = [new Float32Array(height.length), new Float32Array(height.length)];
  for (let y = 0; y < GRAIN_SIZE; y++) {
    for (let x = 0; x < GRAIN_SIZE; x++) {
      const wrap = (a: number, b: number): number =>
        height[((b + GRAIN_SIZE) % GRAIN_SIZE) * GRAIN_SIZE + ((a + GRAIN_SIZE) % GRAIN_SIZE)]!;
      dx[y * GRAIN_SIZE + x] = wrap(x + 1, y) - wrap(x - 1, y);
      dy[y * GRAIN_SIZE + x] = wrap(x, y + 1) - wrap(x, y - 1);
    }
  }
  const tile = { dx, dy, fleck: height };
  grains.set(grain, tile);
  return tile;
}

/** Slow wrapping noise in [-1, 1] that makes stripes sway. */
export const sway = noise(64, 64, 5).map((v) => v * 2 - 1);
