/** Arithmetic on rasters: blurs, slopes, wrapping samples, neighbourhoods. */
import type { Relief } from './relief.ts';
import type { HeightTile } from './textures.ts';

export interface TileRaster {
  columns: number;
  rows: number;
  data: Buffer;
}

const scratch = new Map<string, Float32Array>();

/** A zeroed raster, reused from picture to picture: raising and lighting run in one turn, so two never share it. */
export function scratchField(name: string, size: number): Float32Array {
  const kept = scratch.get(name);
  if (kept && kept.length === size) return kept.fill(0);
  const fresh = new Float32Array(size);
  scratch.set(name, fresh);
  return fresh;
}

export function boxBlur(field: Float32Array, columns: number, rows: number, radius: number): Float32Array {
  const line = new Float32Array(Math.max(columns, rows));
  const pass = (count: number, start: number, stride: number): void => {
    let sum = 0;
    const at = (k: number): number => field[start + Math.max(0, Math.min(count - 1, k)) * stride]!;
    for (let k = -radius; k <= radius; k++) sum += at(k);
    for (let i = 0; i < count; i++) {
      line[i] = sum / (2 * radius + 1);
      sum += at(i + radius + 1) - at(i - radius);
    }
    for (let i = 0; i < count; i++) field[start + i * stride] = line[i]!;
  };
  for (let y = 0; y < rows; y++) pass(columns, y * columns, 1);
  for (let x = 0; x < columns; x++) pass(rows, x, columns);
  return field;
}

export function sampleTile(tile: TileRaster, u: number, v: number, out: Float32Array): void {
  const x = (u - Math.floor(u)) * tile.columns - 0.5;
  const y = (v - Math.floor(v)) * tile.rows - 0.5;
  const i = Math.floor(x);
  const j = Math.floor(y);
  const tx = x - i;
  const ty = y - j;
  const i0 = (i + tile.columns) % tile.columns;
  const i1 = (i + 1) % tile.columns;
  const j0 = ((j + tile.rows) % tile.rows) * tile.columns;
  const j1 = ((j + 1) % tile.rows) * tile.columns;
  const a = (j0 + i0) * 4;
  const b = (j0 + i1) * 4;
  const c = (j1 + i0) * 4;
  const d = (j1 + i1) * 4;
  for (let k = 0; k < 4; k++) {
    out[k] =
      (tile.data[a + k]! * (1 - tx) + tile.data[b + k]! * tx) * (1 - ty) +
      (tile.data[c + k]! * (1 - tx) + tile.data[d + k]! * tx) * ty;
  }
}

export function sampleHeight(tile: HeightTile, u: number, v: number): number {
  const x = (u / tile.width - Math.floor(u / tile.width)) * tile.columns;
  const y = (v / tile.height - Math.floor(v / tile.height)) * tile.rows;
  const i = Math.floor(x) % tile.columns;
  const j = Math.floor(y) % tile.rows;
  const tx = x - Math.floor(x);
  const ty = y - Math.floor(y);
  const i1 = (i + 1) % tile.columns;
  const j0 = j * tile.columns;
  const j1 = ((j + 1) % tile.rows) * tile.columns;
  return (
    (tile.values[j0 + i]! * (1 - tx) + tile.values[j0 + i1]! * tx) * (1 - ty) +
    (tile.values[j1 + i]! * (1 - tx) + tile.values[j1 + i1]! * tx) * ty
  );
}

/** Slope of a field within one piece: never across the edge to another. */
export function slopeAt(ids: Uint16Array, index: number, step: number, field: Float32Array): number {
  const id = ids[index];
  const forward = ids[index + step] === id;
  const back = ids[index - step] === id;
  if (forward && back) return (field[index + step]! - field[index - step]!) / 2;
  if (forward) return field[index + step]! - field[index]!;
  return back ? field[index]! - field[index - step]! : 0;
}

/** Per 8 x 8 block, the highest piece within `reach` blocks: above, left and a little right and below. */
export function highestNearby(ids: Uint16Array, width: number, height: number, reach: number): Uint16Array {
  const columns = (width >> 3) + 1;
  const rows = (height >> 3) + 1;
  const top = new Uint16Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = (y >> 3) * columns;
    for (let x = 0; x < width; x++) {
      const at = row + (x >> 3);
      const id = ids[y * width + x]!;
      if (id > top[at]!) top[at] = id;
    }
  }
  const across = new Uint16Array(top.length);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      let best = 0;
      for (let k = Math.max(0, i - reach); k <= Math.min(columns - 1, i + 1); k++)
        best = Math.max(best, top[j * columns + k]!);
      across[j * columns + i] = best;
    }
  const out = new Uint16Array(top.length);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      let best = 0;
      for (let k = Math.max(0, j - reach); k <= Math.min(rows - 1, j + 1); k++)
        best = Math.max(best, across[k * columns + i]!);
      out[j * columns + i] = best;
    }
  return out;
}

/** Valleys sit darker than their surroundings: the height against its own blur, at a quarter of the size. */
export function ambientMap({ width, height, heights, ids, scale }: Relief): { map: Float32Array; columns: number } {
  const [columns, rows] = [Math.ceil(width / 4) + 1, Math.ceil(height / 4) + 1];
  const small = new Float32Array(columns * rows);
  const weight = new Float32Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const at = Math.min(height - 1, j * 4) * width + Math.min(width - 1, i * 4);
      if (ids[at]) {
        small[j * columns + i] = heights[at]!;
        weight[j * columns + i] = 1;
      }
    }
  }
  const radius = Math.max(2, Math.round((13 * scale) / 4));
  for (const field of [small, weight]) boxBlur(boxBlur(field, columns, rows, radius), columns, rows, radius);
  for (let i = 0; i < small.length; i++) small[i] = weight[i]! > 0.01 ? small[i]! / weight[i]! : 0;
  return { map: small, columns };
}

/** Slopes need neighbours, so the outermost pixels are taken from those beside them. */
export function copyRim(out: Buffer, width: number, height: number): void {
  for (let y = 0; y < height; y++) {
    out.copyWithin(y * width * 4, (y * width + 1) * 4, (y * width + 2) * 4);
    out.copyWithin((y * width + width - 1) * 4, (y * width + width - 2) * 4, (y * width + width - 1) * 4);
  }
  out.copyWithin(0, width * 4, width * 8);
  out.copyWithin((height - 1) * width * 4, (height - 2) * width * 4, (height - 1) * width * 4);
}
