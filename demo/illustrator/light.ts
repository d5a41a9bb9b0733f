/** Lights a drawing: one window, upper left; saturated shade, cream light, gloss, soft contact shadows. */
import type { Drawing } from './drawing.ts';
import {
  ambientMap,
  copyRim,
  highestNearby,
  sampleHeight,
  sampleTile,
  scratchField,
  slopeAt,
  type TileRaster,
} from './fields.ts';
import { type Material, materialNamed } from './materials.ts';
import { luminance, toRgb } from './palette.ts';
import type { Relief } from './relief.ts';
import { GRAIN_SIZE, type GrainTile, grainNamed, type HeightTile, sway, textureNamed } from './textures.ts';

interface Surface {
  material: Material;
  grain: GrainTile;
  texture: HeightTile | null;
  textureCos: number;
  textureSin: number;
  tile: TileRaster | null;
  tileWidth: number;
  tileHeight: number;
  cos: number;
  sin: number;
  strength: number;
  originX: number;
  originY: number;
  lift: number;
  pale: number;
  flat: readonly [number, number, number] | null;
  phase: number;
  /** Gloss of the flat surface, which is not a highlight. */
  resting: number;
}

const LIGHT = normalize(-0.56, -0.66, 0.86);
const HALF = normalize(LIGHT[0], LIGHT[1], LIGHT[2] + 1);

function normalize(x: number, y: number, z: number): readonly [number, number, number] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** Taps towards the light, near ones heavier: what stands there throws its shadow here. */
const SHADOW_TAPS = Array.from({ length: 28 }, (_, i) => {
  const distance = 1.2 + (i / 28) ** 1.15 * 16;
  const angle = Math.atan2(LIGHT[1], LIGHT[0]) + (((i * 0.618) % 1) - 0.5) * 1.5;
  return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance, weight: (1 - distance / 20) ** 1.4 };
});
const TAPS = SHADOW_TAPS.length;
const TAP_TOTAL = SHADOW_TAPS.reduce((sum, tap) => sum + tap.weight, 0);

function surfacesOf(drawing: Drawing, tiles: Map<string, TileRaster>): Surface[] {
  return drawing.pieces.map((piece, n) => {
    const material = materialNamed(piece.material);
    const turn = ((piece.pattern?.turn ?? 0) * Math.PI) / 180;
    const textureTurn = (piece.textureTurn * Math.PI) / 180;
    const tile = piece.pattern ? (tiles.get(piece.pattern.tile.key) ?? null) : null;
    return {
      material,
      grain: grainNamed(material.grain),
      texture: piece.texture ? textureNamed(piece.texture) : null,
      textureCos: Math.cos(textureTurn),
      textureSin: Math.sin(textureTurn),
      tile,
      tileWidth: piece.pattern?.tile.width ?? 1,
      tileHeight: piece.pattern?.tile.height ?? 1,
      cos: Math.cos(turn),
      sin: Math.sin(turn),
      strength: piece.pattern?.strength ?? 0,
      originX: (piece.bounds.x0 + piece.bounds.x1) / 2,
      originY: (piece.bounds.y0 + piece.bounds.y1) / 2,
      lift: piece.lift,
      pale: luminance(piece.colour),
      flat: piece.paint ? null : toRgb(piece.colour),
      phase: (n * 97) % GRAIN_SIZE,
      resting: HALF[2] ** material.focus * 0.7,
    };
  });
}

/** What a mirror-like surface sees: a tall window upper left, a dim room, warm light from the paper below. */
function studio(x: number, y: number): number {
  const window = Math.exp(-(((x + 0.5) / 0.32) ** 2) - ((y + 0.35) / 0.7) ** 2) * 1.25;
  const strip = Math.exp(-(((x - 0.62) / 0.1) ** 2)) * 0.6;
  const floor = Math.max(0, y) * 0.5;
  const horizon = -Math.exp(-(((y - 0.1) / 0.16) ** 2)) * 0.38;
  return 0.42 + window + strip + floor + horizon;
}

const CREAM = [255, 243, 222] as const;

/** Paints light and shade into premultiplied RGBA colours, in place of the flat ones. */
export function lightDrawing(
  drawing: Drawing,
  relief: Relief,
  albedo: Buffer,
  tiles: Map<string, TileRaster>,
  camera: { x: number; y: number; zoom: number },
): Buffer {
  const { width, height, ids, heights, flowU, flowV, scale } = relief;
  const surfaces = surfacesOf(drawing, tiles);
  const pixelScale = width / 900;
  const ambient = ambientMap(relief);
  const bumps = scratchField('bumps', width * height);
  const coordinateU = scratchField('coordinateU', width * height);
  const coordinateV = scratchField('coordinateV', width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const index = y * width + x;
      const id = ids[index]!;
      if (!id) continue;
      const surface = surfaces[id - 1]!;
      if (!surface.tile && !surface.texture) continue;
      let u: number;
      let v: number;
      const own = flowU[index]!;
      if (!Number.isNaN(own)) {
        u = own;
        v = flowV[index]!;
      } else {
        u = (x / pixelScale - 450) / camera.zoom + camera.x - surface.originX;
        v = (y / pixelScale - 600) / camera.zoom + camera.y - surface.originY;
      }
      // Cloth that climbs a fold moves its pattern sideways; slow noise keeps lines from being ruled.
      const s =
        (Math.floor(v * 0.35 + surface.phase) & 255) * GRAIN_SIZE + (Math.floor(u * 0.35 + surface.phase) & 255);
      u += Math.max(-3, Math.min(3, slopeAt(ids, index, 1, heights) * 2.6)) + sway[s]! * 1.6;
      v += Math.max(-3, Math.min(3, slopeAt(ids, index, width, heights) * 2.6)) + sway[(s + 9000) & 65535]! * 1.6;
      coordinateU[index] = u;
      coordinateV[index] = v;
      if (surface.texture) {
        const a = u * surface.textureCos + v * surface.textureSin;
        const b = v * surface.textureCos - u * surface.textureSin;
        bumps[index] = sampleHeight(surface.texture, a, b);
      }
    }
  }
  const tapX = Int32Array.from(SHADOW_TAPS, (tap) => Math.round(tap.x * scale));
  const tapY = Int32Array.from(SHADOW_TAPS, (tap) => Math.round(tap.y * scale));
  const tapWeight = Float32Array.from(SHADOW_TAPS, (tap) => tap.weight);
  const lifts = Float32Array.from([0, ...surfaces.map((surface) => surface.lift)]);
  const blockColumns = (width >> 3) + 1;
  const nearbyTop = highestNearby(ids, width, height, Math.ceil((18 * scale) / 8));
  const out = Buffer.alloc(width * height * 4);
  const ink = new Float32Array(4);
  const grainStep = Math.max(1, scale * 0.62);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const index = y * width + x;
      const o = index * 4;
      const alpha = albedo[o + 3]!;
      if (!alpha) continue;
      let id = ids[index]!;
      if (!id) id = ids[index + 1]! || ids[index - 1]! || ids[index + width]! || ids[index - width]!;
      if (!id) {
        for (let k = 0; k < 4; k++) out[o + k] = albedo[o + k]!;
        continue;
      }
      const surface = surfaces[id - 1]!;
      const { material } = surface;
      let r = albedo[o]!;
      let g = albedo[o + 1]!;
      let b = albedo[o + 2]!;
      if (surface.tile && ids[index]) {
        const u = (coordinateU[index]! * surface.cos + coordinateV[index]! * surface.sin) / surface.tileWidth;
        const v = (coordinateV[index]! * surface.cos - coordinateU[index]! * surface.sin) / surface.tileHeight;
        sampleTile(surface.tile, u, v, ink);
        const flat = surface.flat;
        const drawn = flat
          ? Math.min(1, (Math.abs(r - flat[0]) + Math.abs(g - flat[1]) + Math.abs(b - flat[2])) / 60)
          : 0;
        const cover = (ink[3]! / 255) * surface.strength * (1 - drawn);
        r += (ink[0]! - r) * cover;
        g += (ink[1]! - g) * cover;
        b += (ink[2]! - b) * cover;
      }
      let nx = -slopeAt(ids, index, 1, heights);
      let ny = -slopeAt(ids, index, width, heights);
      let cavity = 0;
      if (surface.texture) {
        const amplitude = surface.texture.amplitude * scale;
        nx -= slopeAt(ids, index, 1, bumps) * amplitude;
        ny -= slopeAt(ids, index, width, bumps) * amplitude;
        cavity = (0.62 - bumps[index]!) * surface.texture.depthShade;
      }
      const gx = (Math.floor(x / grainStep) + surface.phase) & 255;
      const gy = (Math.floor(y / grainStep) + surface.phase * 3) & 255;
      const grain = gy * GRAIN_SIZE + gx;
      nx -= surface.grain.dx[grain]! * material.bite;
      ny -= surface.grain.dy[grain]! * material.bite;
      const inverse = 1 / Math.sqrt(nx * nx + ny * ny + 1);
      nx *= inverse;
      ny *= inverse;
      const nz = inverse;
      const lit = (nx * LIGHT[0] + ny * LIGHT[1] + nz * LIGHT[2]) / LIGHT[2] - 1;

      let cast = 0;
      // Nothing higher in the neighbourhood: nothing to throw a shadow.
      if (nearbyTop[(y >> 3) * blockColumns + (x >> 3)]! > id)
        for (let k = 0; k < TAPS; k++) {
          const sx = x + tapX[k]!;
          const sy = y + tapY[k]!;
          if (sx < 0 || sy < 0 || sx >= width || sy >= height) continue;
          const other = ids[sy * width + sx]!;
          if (other > id) cast += tapWeight[k]! * lifts[other]!;
        }
      cast = Math.min(1, (cast / TAP_TOTAL) * 1.25);
      const ai = x / 4;
      const aj = y / 4;
      const at = Math.floor(aj) * ambient.columns + Math.floor(ai);
      const tx = ai - Math.floor(ai);
      const ty = aj - Math.floor(aj);
      const around =
        (ambient.map[at]! * (1 - tx) + ambient.map[at + 1]! * tx) * (1 - ty) +
        (ambient.map[at + ambient.columns]! * (1 - tx) + ambient.map[at + ambient.columns + 1]! * tx) * ty;
      const hollow = Math.max(-0.15, Math.min(0.6, (around - heights[index]!) / (scale * 26)));

      const falloff = ((x / width) * 0.6 + (y / height) * 0.8 - 0.7) * 0.12;
      let shadeAmount = Math.max(0, -lit) * 0.95 + cast * 0.62 + hollow * 0.7 + cavity + falloff;
      shadeAmount = shadeAmount <= 0 ? 0 : 1 - Math.exp(-shadeAmount * 1.12);
      const lightAmount =
        Math.max(0, lit) * (surface.pale > 0.66 ? 0.5 : 0.34) * (1 - cast) + Math.max(0, -hollow) * 0.1;
      const fleck = 1 + surface.grain.fleck[grain]! * material.heather;
      // shadeOf() written out: this is the hottest line of the picture.
      const pale = Math.max(0, Math.min(1, ((0.2126 * r + 0.7152 * g + 0.0722 * b) / 255 - 0.55) / 0.35)) * 0.42;
      const keep = (1 - pale) * 0.9;
      const plum = (1 - pale) * 0.1;
      r += ((r * 0.3 + (r * r * 0.38) / 255) * keep + 74 * plum + 176 * pale - r) * shadeAmount;
      g += ((g * 0.3 + (g * g * 0.38) / 255) * keep + 26 * plum + 132 * pale - g) * shadeAmount;
      b += ((b * 0.3 + (b * b * 0.38) / 255) * keep + 56 * plum + 108 * pale - b) * shadeAmount;
      r *= fleck;
      g *= fleck;
      b *= fleck;
      let glow = Math.min(0.6, lightAmount);
      if (material.gloss) {
        const aim = Math.max(0, nx * HALF[0] + ny * HALF[1] + nz * HALF[2]);
        glow += Math.max(0, aim ** material.focus - surface.resting) * material.gloss * (1 - cast * 0.8);
      }
      r += (CREAM[0] - r) * glow;
      g += (CREAM[1] - g) * glow;
      b += (CREAM[2] - b) * glow;
      if (material.mirror) {
        const seen = studio(2 * nz * nx, 2 * nz * ny) * (1 - cast * 0.5);
        const gain = 1 + (seen - 0.8) * material.mirror * 1.5;
        r *= gain;
        g *= gain;
        b *= gain;
        const flash = Math.max(0, seen - 1.15) * material.mirror * 0.9;
        r += (CREAM[0] - r) * flash;
        g += (CREAM[1] - g) * flash;
        b += (CREAM[2] - b) * flash;
      }
      out[o] = r < 0 ? 0 : r > 255 ? 255 : r;
      out[o + 1] = g < 0 ? 0 : g > 255 ? 255 : g;
      out[o + 2] = b < 0 ? 0 : b > 255 ? 255 : b;
      out[o + 3] = alpha * material.opacity;
    }
  }
  copyRim(out, width, height);
  return out;
}
