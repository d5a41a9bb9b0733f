/** A picture before it is lit: pieces from back to front, each with colour, folds, pattern and surface. */
import { type Bounds, boundsOf, type Point, type RibbonPoint, spline } from './geometry.ts';
import type { MaterialName } from './materials.ts';
import { darker, luminance, mix } from './palette.ts';
import type { PatternTile } from './patterns.ts';
import { createRandom, type Random } from './random.ts';
import type { TextureName } from './textures.ts';

/** A fold runs along a bent line; positive height is a ridge, negative a valley. All in units. */
export interface Fold {
  from: readonly [number, number];
  to: readonly [number, number];
  /** Sideways bend of the line's middle. */
  bow: number;
  width: number;
  endWidth: number;
  height: number;
  /** -0.8..0.8: where across the fold the crest lies; off-centre is crisper. */
  skew: number;
  /** `start` fades only at the far end (the fold runs in from a hem), `both` fades at both. */
  fade: 'start' | 'both' | 'none';
}

export interface PatternUse {
  tile: PatternTile;
  turn: number;
  strength: number;
}

export interface PieceStyle {
  colour?: string;
  /** SVG paint instead of a flat colour. */
  paint?: string;
  material?: MaterialName;
  pattern?: PatternUse | null;
  texture?: TextureName | null;
  textureTurn?: number;
  folds?: Fold[];
  roll?: number;
  bulge?: number;
  /** How far the piece stands above what is below it; 0 casts no shadow. */
  lift?: number;
  /** SVG clipped to the piece: stitching, prints, fades. */
  art?: string;
  /** Cloth runs along this line (a sleeve, a strap). */
  flow?: readonly RibbonPoint[];
  opacity?: number;
}

export interface Piece extends Required<Omit<PieceStyle, 'paint' | 'flow' | 'pattern' | 'texture' | 'art'>> {
  path: string;
  bounds: Bounds;
  paint: string | null;
  pattern: PatternUse | null;
  texture: TextureName | null;
  art: string;
  flow: readonly RibbonPoint[] | null;
}

export interface Cloth {
  colour: string;
  material: MaterialName;
  pattern: PatternTile | null;
  texture: TextureName | null;
}
export interface Contact {
  x: number;
  y: number;
  rx: number;
  ry: number;
  strength: number;
}

type Layer = { kind: 'piece'; piece: Piece; id: number } | { kind: 'ink'; svg: string };

export interface Drawing {
  random: Random;
  cloth: Cloth;
  layers: Layer[];
  pieces: Piece[];
  contacts: Contact[];
  definitions: string[];
  /** Where a close-up looks, in drawing units. */
  focus: { x: number; y: number; zoom: number };
}

export function openDrawing(seed: number, cloth: Cloth): Drawing {
  return {
    random: createRandom(seed),
    cloth,
    layers: [],
    pieces: [],
    contacts: [],
    definitions: [],
    focus: { x: 450, y: 500, zoom: 2.1 },
  };
}

/** Adds a piece of the drawing's cloth (or of its own) and returns it. */
export function addPiece(drawing: Drawing, points: readonly Point[], style: PieceStyle = {}): Piece {
  const { cloth } = drawing;
  const material = style.material ?? cloth.material;
  const plain = style.material !== undefined && style.material !== cloth.material;
  const pattern =
    style.pattern !== undefined
      ? style.pattern
      : cloth.pattern && !plain && style.colour === undefined
        ? { tile: cloth.pattern, turn: 0, strength: 1 }
        : null;
  const piece: Piece = {
    path: spline(points),
    bounds: boundsOf(points),
    colour: style.colour ?? cloth.colour,
    paint: style.paint ?? null,
    material,
    pattern,
    texture: style.texture !== undefined ? style.texture : plain ? null : cloth.texture,
    textureTurn: style.textureTurn ?? 0,
    folds: style.folds ?? [],
    roll: style.roll ?? 1,
    bulge: style.bulge ?? 1,
    lift: style.lift ?? 1,
    art: style.art ?? '',
    flow: style.flow ?? null,
    opacity: style.opacity ?? 1,
  };
  drawing.pieces.push(piece);
  drawing.layers.push({ kind: 'piece', piece, id: drawing.pieces.length });
  return piece;
}

/** The cloth's own pattern, turned as the piece is cut. */
export function turned(drawing: Drawing, degrees: number, strength = 1): PatternUse | null {
  return drawing.cloth.pattern ? { tile: drawing.cloth.pattern, turn: degrees, strength } : null;
}

/** Flat marks over everything so far: seams, stitches, print. */
export function addInk(drawing: Drawing, svg: string): void {
  drawing.layers.push({ kind: 'ink', svg });
}

export function addContact(drawing: Drawing, x: number, y: number, rx: number, ry: number, strength = 0.5): void {
  drawing.contacts.push({ x, y, rx, ry, strength });
}

export function addSeam(
  drawing: Drawing,
  path: string,
  colour = darker(drawing.cloth.colour, 0.5),
  width = 2.2,
  opacity = 0.55,
): void {
  addInk(
    drawing,
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" opacity="${opacity}" stroke-linecap="round" stroke-linejoin="round"/>`,
  );
}

export function stitchArt(path: string, colour: string, width = 2.2, opacity = 0.8, dash = '7 4.5'): string {
  return `<path d="${path}" fill="none" stroke="#2a1a18" stroke-width="${width}" opacity="${opacity * 0.3}" stroke-dasharray="${dash}" transform="translate(.8 1.4)"/><path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" opacity="${opacity}" stroke-dasharray="${dash}"/>`;
}

export function addStitch(
  drawing: Drawing,
  path: string,
  colour = stitchColour(drawing.cloth.colour),
  width = 1.9,
  opacity = 0.6,
): void {
  addInk(drawing, stitchArt(path, colour, width, opacity));
}

export function stitchColour(colour: string): string {
  return luminance(colour) > 0.55 ? darker(colour, 0.42) : mix(colour, '#fff0dc', 0.42);
}

export function fold(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  width: number,
  height: number,
  more: Partial<Fold> = {},
): Fold {
  return {
    from: [x1, y1],
    to: [x2, y2],
    bow: 0,
    width,
    endWidth: width * 0.25,
    height,
    skew: 0,
    fade: 'start',
    ...more,
  };
}

export interface Camera {
  x: number;
  y: number;
  zoom: number;
}

/** Bounds of the whole object, for framing. */
export function drawingBounds(drawing: Drawing): Bounds {
  const all = drawing.pieces.map((piece) => piece.bounds);
  return {
    x0: Math.min(...all.map((b) => b.x0)),
    y0: Math.min(...all.map((b) => b.y0)),
    x1: Math.max(...all.map((b) => b.x1)),
    y1: Math.max(...all.map((b) => b.y1)),
  };
}

function openSvg(width: number, camera: Camera, definitions: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round((width * 4) / 3)}" viewBox="0 0 900 1200"><defs>${definitions}</defs><g transform="translate(450 600) scale(${camera.zoom}) translate(${-camera.x} ${-camera.y})">`;
}

/** The colours of the object on nothing: flat cloth, prints and stitching. */
export function albedoSvg(drawing: Drawing, width: number, camera: Camera): string {
  const clips: string[] = [...drawing.definitions];
  const body = drawing.layers.map((layer) => {
    if (layer.kind === 'ink') return layer.svg;
    const { piece, id } = layer;
    const fill = `<path d="${piece.path}" fill="${piece.paint ?? piece.colour}"${piece.opacity < 1 ? ` opacity="${piece.opacity}"` : ''}/>`;
    if (!piece.art) return fill;
    clips.push(`<clipPath id="c${id}"><path d="${piece.path}"/></clipPath>`);
    return `${fill}<g clip-path="url(#c${id})">${piece.art}</g>`;
  });
  return `${openSvg(width, camera, clips.join(''))}${body.join('')}</g></svg>`;
}

/** Which piece is on top where: its number in red and green, edges hard. */
export function identitySvg(drawing: Drawing, width: number, camera: Camera): string {
  const body = drawing.layers.map((layer) =>
    layer.kind === 'ink' ? '' : `<path d="${layer.piece.path}" fill="rgb(${layer.id & 255},${layer.id >> 8},255)"/>`,
  );
  return `${openSvg(width, camera, '')}<g shape-rendering="crispEdges">${body.join('')}</g></g></svg>`;
}
