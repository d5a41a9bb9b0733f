/** From a drawing to a finished sheet: colours and identities from librsvg, light and shadow from the relief. */
import sharp from 'sharp';
import { loadBackdrop, type Scene } from './backdrop.ts';
import { albedoSvg, type Camera, type Drawing, drawingBounds, identitySvg } from './drawing.ts';
import { boxBlur, type TileRaster } from './fields.ts';
import { lightDrawing } from './light.ts';
import { type Paper, shadeOf, toRgb } from './palette.ts';
import type { PatternTile } from './patterns.ts';
import { raiseRelief } from './relief.ts';
import { GRAIN_SIZE, grainNamed } from './textures.ts';

export interface Sheet {
  drawing: Drawing;
  paper: Paper;
  scene: Scene;
  camera: Camera /** Far shadow: 1 flat-lay, more when it hangs free. */;
  float: number;
}

const OVERSAMPLE = 1.25;
const tileCache = new Map<string, Promise<TileRaster>>();

/** Centres the object and fills the sheet; standing objects keep their feet at `floor`. */
export function frame(drawing: Drawing, fill: { width: number; height: number; floor?: number }): Camera {
  const bounds = drawingBounds(drawing);
  const zoom = Math.min((900 * fill.width) / (bounds.x1 - bounds.x0), (1200 * fill.height) / (bounds.y1 - bounds.y0));
  const x = (bounds.x0 + bounds.x1) / 2;
  if (fill.floor === undefined) return { x, y: (bounds.y0 + bounds.y1) / 2, zoom };
  return { x, y: bounds.y1 - (fill.floor - 600) / zoom, zoom };
}

function loadTile(tile: PatternTile, pixelsPerUnit: number): Promise<TileRaster> {
  const [columns, rows] = [
    Math.max(6, Math.round(tile.width * pixelsPerUnit)),
    Math.max(6, Math.round(tile.height * pixelsPerUnit)),
  ];
  const key = `${tile.key}@${columns}x${rows}`;
  const svg = tile.svg.replace('SIZE', `width="${columns}" height="${rows}"`);
  const found =
    tileCache.get(key) ??
    sharp(Buffer.from(svg))
      .ensureAlpha()
      .raw()
      .toBuffer()
      .then((data) => ({ columns, rows, data }));
  if (tileCache.size > 60) tileCache.clear();
  tileCache.set(key, found);
  return found;
}

/** The lit object on nothing: straight RGBA at the given width. */
async function lightObject(sheet: Sheet, width: number): Promise<Buffer> {
  const { drawing, camera } = sheet;
  const big = Math.round(width * OVERSAMPLE);
  const tiles = new Map<string, TileRaster>();
  for (const { pattern } of drawing.pieces) {
    if (pattern && !tiles.has(pattern.tile.key))
      tiles.set(pattern.tile.key, await loadTile(pattern.tile, (big / 900) * camera.zoom));
  }
  const [albedo, identity] = await Promise.all([
    sharp(Buffer.from(albedoSvg(drawing, big, camera)))
      .ensureAlpha()
      .raw()
      .toBuffer(),
    sharp(Buffer.from(identitySvg(drawing, big, camera)))
      .ensureAlpha()
      .raw()
      .toBuffer(),
  ]);
  const relief = raiseRelief(drawing, identity, 4, big, camera);
  const lit = lightDrawing(drawing, relief, albedo, tiles, camera);
  return sharp(lit, { raw: { width: big, height: Math.round((big * 4) / 3), channels: 4 } })
    .resize(width, Math.round((width * 4) / 3), { kernel: 'cubic' })
    .raw()
    .toBuffer();
}

/** Soft shadow of the whole object on the paper, at a quarter of the size. */
function castShadow(
  object: Buffer,
  width: number,
  height: number,
  float: number,
  sheet: Sheet,
): { map: Float32Array; columns: number } {
  const [columns, rows] = [Math.ceil(width / 4) + 2, Math.ceil(height / 4) + 2];
  const layer = (dx: number, dy: number, radius: number): Float32Array => {
    const field = new Float32Array(columns * rows);
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) {
        const [x, y] = [Math.round(i * 4 - dx), Math.round(j * 4 - dy)];
        if (x >= 0 && y >= 0 && x < width && y < height)
          field[j * columns + i] = object[(y * width + x) * 4 + 3]! / 255;
        else if (sheet.camera.zoom > 1.6)
          field[j * columns + i] =
            object[(Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))) * 4 + 3]! / 255;
      }
    }
    return boxBlur(boxBlur(field, columns, rows, radius), columns, rows, radius);
  };
  const unit = width / 900;
  const far = layer(20 * unit * float, 30 * unit * float, Math.max(1, Math.round(5.2 * unit * float)));
  const near = layer(5 * unit, 8 * unit, Math.max(1, Math.round(1.6 * unit)));
  const standing = sheet.scene.kind === 'table';
  const map = new Float32Array(columns * rows);
  for (let i = 0; i < map.length; i++)
    map[i] = 1 - (1 - far[i]! * (standing ? 0.24 : 0.46)) * (1 - near[i]! * (standing ? 0.16 : 0.34));
  for (const contact of sheet.drawing.contacts) {
    const { x, y, zoom } = sheet.camera;
    const [cx, cy] = [(((contact.x - x) * zoom + 450) * unit) / 4, (((contact.y - y) * zoom + 600) * unit) / 4];
    const [rx, ry] = [(contact.rx * zoom * unit) / 4, (contact.ry * zoom * unit) / 4];
    for (let j = Math.max(0, Math.floor(cy - ry * 2)); j < Math.min(rows, cy + ry * 2); j++) {
      for (let i = Math.max(0, Math.floor(cx - rx * 2)); i < Math.min(columns, cx + rx * 2); i++) {
        const d = ((i - cx) / rx) ** 2 + ((j - cy) / ry) ** 2;
        const at = j * columns + i;
        map[at] = 1 - (1 - map[at]!) * (1 - contact.strength * Math.exp(-d * 1.5));
      }
    }
  }
  return { map, columns };
}

/** Raw RGB of the finished sheet. */
export async function paintSheet(sheet: Sheet, width: number): Promise<Buffer> {
  const height = Math.round((width * 4) / 3);
  const [backdrop, object] = await Promise.all([
    loadBackdrop(sheet.paper, sheet.scene, width),
    lightObject(sheet, width),
  ]);
  const shadow = castShadow(object, width, height, sheet.float, sheet);
  const deep = shadeOf(toRgb(sheet.paper.tint));
  const dusk = [deep[0] * 0.55 + 59 * 0.45, deep[1] * 0.55 + 31 * 0.45, deep[2] * 0.55 + 28 * 0.45];
  const grain = grainNamed('fine').fleck;
  const out = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      const i = x >> 2;
      const j = y >> 2;
      const tx = x / 4 - i;
      const ty = y / 4 - j;
      const at = j * shadow.columns + i;
      const dark =
        (shadow.map[at]! * (1 - tx) + shadow.map[at + 1]! * tx) * (1 - ty) +
        (shadow.map[at + shadow.columns]! * (1 - tx) + shadow.map[at + shadow.columns + 1]! * tx) * ty;
      const alpha = object[index * 4 + 3]! / 255;
      const dust = 1 + grain[(y & 255) * GRAIN_SIZE + (x & 255)]! * 0.014;
      for (let k = 0; k < 3; k++) {
        const paper = backdrop[index * 3 + k]!;
        const shaded = paper + (dusk[k]! - paper) * dark;
        const value = (shaded + (object[index * 4 + k]! - shaded) * alpha) * dust;
        out[index * 3 + k] = value > 255 ? 255 : value;
      }
    }
  }
  return out;
}
