// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Small parts every garment shares: hanger, label, buttons, bow, belt, pockets. */
import { addInk, addPiece, addSeam, type Drawing, fold, type PieceStyle, stitchArt, stitchColour, turned } from '../drawing.ts';
import { ellipse, type Point, place, type RibbonPoint, ribbon, roundedBox, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter, luminance, mix } from '../palette.ts';

export const GOLD = '#c9a04e';
export const STEEL = '#bdbab4';

export function drawHanger(art: Drawing, shoulderY: number, half: number, drop: number): void {
  const top = shoulderY - drop;
  addPiece(art, ribbon([[450, top + 14, 8], [450, top - 30, 8], [454, top - 46, 8], [478, top - 62, 8], [482, top - 88, 8], [456, top - 106, 8], [430, top - 92, 8], [428, top - 80, 7]]), { colour: '#b9b2a8', material: 'metal', pattern: null });
  addPiece(art, [[X - half - 6, shoulderY + 4, 1], [X - half * 0.5, top + drop * 0.32], [X, top - 4], [X + half * 0.5, top + drop * 0.32], [X + half + 6, shoulderY + 4, 1], [X + half, shoulderY + 26, 1], [X + half * 0.5, top + drop * 0.32 + 26], [X, top + 24], [X - half * 0.5, top + drop * 0.32 + 26], [X - half, shoulderY + 26, 1]], { colour: '#b98655', material: 'leather', pattern: null, art: `<path d="M${X - half} ${shoulderY}Q450 ${top - 10} ${X + half} ${shoulderY}" stroke="#8a5a34" stroke-width="1.4" fill="none" opacity=".5" transform="translate(0 12)"/>` });
}

export function drawLabel(art: Drawing, x: number, y: number, width = 42, height = 24, ink = '#8a7f74'): void {
  addPiece(art, roundedBox(x - width / 2, y, x + width / 2, y + height, 2), { colour: '#f4eee2', material: 'cotton', lift: 0.4, bulge: 0, roll: 0.4, pattern: null, art: `<path d="M${x - width * 0.28} ${y + height * 0.5}H${x + width * 0.28}" stroke="${ink}" stroke-width="2.4"/><path d="M${x - width * 0.14} ${y + height * 0.72}H${x + width * 0.14}" stroke="${ink}" stroke-width="1.2"/>` });
}

export function buttonColour(cloth: string): string {
  const light = luminance(cloth);
  if (light > 0.62) return '#f3e9d8';
  return light > 0.3 ? '#5a3c29' : '#3b3030';
}

export function drawButton(art: Drawing, x: number, y: number, radius: number, colour: string, kind: 'sewn' | 'metal' | 'shank' = 'sewn'): void {
  addPiece(art, ellipse(x, y, radius, radius, 10), { colour, material: kind === 'metal' ? 'gold' : 'plastic', lift: 0.9, roll: 0.5, bulge: 0.6, pattern: null });
  if (kind === 'sewn') {
    const hole = darker(colour, 0.75);
    addInk(art, `<circle cx="${x}" cy="${y}" r="${radius * 0.68}" fill="none" stroke="${darker(colour, 0.45)}" stroke-width="1" opacity=".55"/>${[[-0.24, -0.24], [0.24, -0.24], [-0.24, 0.24], [0.24, 0.24]].map(([a, b]) => `<circle cx="${x + radius * a!}" cy="${y + radius * b!}" r="${radius * 0.12}" fill="${hole}"/>`).join('')}`);
  }
  if (kind === 'metal') addInk(art, `<circle cx="${x}" cy="${y}" r="${radius * 0.62}" fill="none" stroke="#7a5a24" stroke-width="1.6" opacity=".6"/>`);
}

/** Inner back of the garment, seen through the neckline, with its label. */
export function drawBackNeck(art: Drawing, half: number, y: number, depth: number, colour: string, label = true): void {
  addPiece(art, [[X - half - 8, y - 6, 1], [X - half * 0.55, y - 20], [X, y - 25], [X + half * 0.55, y - 20], [X + half + 8, y - 6, 1], [X + half * 0.95, y + depth * 0.6], [X + half * 0.6, y + depth], [X, y + depth + 4], [X - half * 0.6, y + depth], [X - half * 0.95, y + depth * 0.6]], { colour: darker(colour, 0.5), lift: 0, bulge: 0, pattern: turned(art, 0, 0.5), texture: null, folds: [fold(X - half, y, X - 6, y + depth * 0.4, 40, -2), fold(X + half, y, X + 12, y + depth * 0.45, 36, -2)] });
  addSeam(art, `M${X - half * 0.9} ${y - 3}Q450 ${y - 8} ${X + half * 0.9} ${y - 3}`, darker(colour, 0.75), 1.6, 0.5);
  if (label) drawLabel(art, X, y - 6, 44, 26);
}

export interface BowOptions { colour?: string; tails?: number; turn?: number; droop?: number; style?: PieceStyle }

/** A tied bow: two tails with swallow ends, two loops whose insides show, a knot. */
export function drawBow(art: Drawing, cx: number, cy: number, size: number, options: BowOptions = {}): void {
  const { random } = art;
  const colour = options.colour ?? art.cloth.colour;
  const style: PieceStyle = { colour, ...options.style };
  const tails = options.tails ?? 2.4;
  const droop = options.droop ?? 0.1;
  const k = size / 100;
  const at = (points: readonly Point[], side: number): Point[] => place(points, cx, cy, k, options.turn ?? 0, side);
  const spot = (x: number, y: number, side: number): readonly [number, number] => { const p = at([[x, y]], side)[0]!; return [p[0], p[1]]; };
  const crease = (side: number, x1: number, y1: number, x2: number, y2: number, width: number, height: number, bow = 0, more = {}) => {
    const [a, b] = [spot(x1, y1, side), spot(x2, y2, side)];
    return fold(a[0], a[1], b[0], b[1], width * k, height * k, { bow: bow * k * side, endWidth: width * k * 1.5, skew: 0.3 * side, ...more });
  };
  if (tails > 0) {
    for (const side of [-1, 1]) {
      const length = tails * 100 * (side < 0 ? 1 : 0.86) + random.jitter(8);
      const spread = 34 + random.jitter(8) + tails * 5;
      const points: Point[] = [[-6, 0, 1], [12, 2, 1], [26 + spread * 0.42, length * 0.34], [40 + spread * 0.72, length * 0.66], [38 + spread, length * 0.985, 1], [8 + spread * 0.86, length * 0.915, 1], [-26 + spread * 0.72, length * 1.03, 1], [-14 + spread * 0.4, length * 0.62], [-10 + spread * 0.16, length * 0.3]];
      addPiece(art, at(points, side), { ...style, lift: 1.1, folds: [
        crease(side, spread * 0.72 - 4, length, 4, 6, 22, 6, -6, { endWidth: 6 * k }), crease(side, spread * 0.98 + 8, length * 0.93, 6, 8, 16, -5, -6, { endWidth: 5 * k }),
        crease(side, spread * 0.5 - 6, length * 0.6, 2, 20, 12, -3, 3, { fade: 'both', endWidth: 10 * k }),
      ] });
    }
  }
  for (const side of [-1, 1]) {
    const grow = side < 0 ? 1 : 1.06 + random.jitter(0.05);
    const dip = droop * 100 * (side < 0 ? 1 : 0.5) + random.jitter(4);
    const g = (x: number): number => x * grow;
    // The inside of the loop, a darker lens at its mouth.
    addPiece(art, at([[g(70), -56 + dip * 0.5], [g(126), -68 + dip], [g(152), -50 + dip], [g(164), -6 + dip], [g(158), 36 + dip], [g(126), 46 + dip * 0.9], [g(90), 10]], side), { ...style, colour: darker(colour, 0.24), lift: 0.8, bulge: 0.5, folds: [crease(side, g(160), -20 + dip, g(110), -4 + dip, 26, -4)] });
    const face: Point[] = [[4, -15, 1], [g(34), -40 + dip * 0.2], [g(84), -66 + dip * 0.6], [g(130), -74 + dip], [g(149), -58 + dip], [g(147), -14 + dip], [g(153), 28 + dip], [g(138), 47 + dip], [g(92), 42 + dip * 0.8], [g(40), 28 + dip * 0.3], [4, 17, 1]];
    addPiece(art, at(face, side), { ...style, lift: 1.2, folds: [
      crease(side, 2, -6, g(128), -56 + dip, 10, 7, 6), crease(side, 2, -2, g(134), -30 + dip, 10, -7, 3), crease(side, 2, 2, g(138), -4 + dip, 9, 7, 0), crease(side, 2, 6, g(132), 24 + dip, 10, -6, -4),
      crease(side, 2, 10, g(100), 38 + dip, 8, 4, -5), crease(side, g(150), -40 + dip, g(96), -36 + dip, 18, -3, 0, { endWidth: 4 * k }),
    ] });
  }
  addPiece(art, at([[-20, -25], [0, -28], [21, -24], [26, 1], [20, 27], [-2, 30], [-21, 25], [-26, -1]], 1), { ...style, lift: 1.2, folds: [crease(1, -9, -26, -6, 27, 9, -4, 3, { fade: 'none', endWidth: 9 * k }), crease(1, 9, -26, 7, 28, 9, -3.5, -3, { fade: 'none', endWidth: 9 * k }), crease(1, 0, -26, 0, 27, 8, 3, 1, { fade: 'none' })] });
}

/** A belt across the waist with buckle, or tied. */
export function drawBelt(art: Drawing, y: number, half: number, width: number, options: { colour: string; kind: 'buckle' | 'tied' | 'band'; material?: PieceStyle['material'] }): void {
  const { colour } = options;
  const style: PieceStyle = { colour, material: options.material ?? art.cloth.material, pattern: options.material ? null : turned(art, 90), texture: null };
  addPiece(art, [[X - half - 3, y - width / 2 - 3, 1], [X, y - width / 2 + 5], [X + half + 3, y - width / 2 - 3, 1], [X + half + 1, y + width / 2 - 2, 1], [X, y + width / 2 + 7], [X - half - 1, y + width / 2 - 2, 1]], { ...style, lift: 1.2, art: stitchArt(`M${X - half} ${y - width / 2 + 2}Q450 ${y - width / 2 + 11} ${X + half} ${y - width / 2 + 2}M${X - half} ${y + width / 2 - 7}Q450 ${y + width / 2 + 2} ${X + half} ${y + width / 2 - 7}`, stitchColour(colour), 1.4, 0.55), folds: [fold(X - half, y, X - 10, y + 8, width * 0.5, -1.6), fold(X + half, y - 4, X + 20, y + 2, width * 0.4, 1.4)] });
  if (options.kind === 'band') return;
  if (options.kind === 'tied') {
    drawBow(art, X + 8, y + 3, width * 1.15, { colour, tails: 4, style: { material: style.material!, pattern: style.pattern ?? null, texture: null } });
    return;
  }
  addPiece(art, ribbon([[X + 6, y + 4, width * 0.94], [X + 46, y + 14, width * 0.94], [X + 66, y + 70, width * 0.92], [X + 84, y + 150, width * 0.9]]), { ...style, colour: lighter(colour, 0.04), lift: 1, folds: [fold(X + 50, y + 20, X + 78, y + 140, 12, 2)] });
  drawBuckle(art, X, y + 4, width * 1.15, width * 1.5, luminance(colour) > 0.45 ? '#6b4630' : GOLD);
}

export function drawBuckle(art: Drawing, x: number, y: number, width: number, height: number, colour: string): void {
  const material = colour === GOLD || colour === STEEL ? 'gold' : 'plastic';
  const t = Math.max(5, width * 0.17);
  const [w, h] = [width / 2, height / 2];
  addPiece(art, ribbon([[x, y - h, t], [x + w * 0.8, y - h, t], [x + w, y - h * 0.8, t], [x + w, y + h * 0.8, t], [x + w * 0.8, y + h, t], [x - w * 0.8, y + h, t], [x - w, y + h * 0.8, t], [x - w, y - h * 0.8, t], [x - w * 0.8, y - h, t], [x, y - h, t]]), { colour, material, pattern: null, lift: 1, roll: 0.7 });
  addPiece(art, ribbon([[x - w, y, t * 0.6], [x + w, y + 1, t * 0.5]]), { colour, material, pattern: null, lift: 0.8, roll: 0.6 });
}

export function drawPocket(art: Drawing, points: readonly Point[], style: PieceStyle, stitched = true): void {
  const piece = addPiece(art, points, { lift: 0.5, bulge: 0.5, ...style });
  if (!stitched) return;
  const { x0, x1, y0, y1 } = piece.bounds;
  const inset = points.map(([x, y, c]): Point => [x + ((x0 + x1) / 2 - x) * 0.11, y + ((y0 + y1) / 2 - y) * 0.09, c]);
  addInk(art, stitchArt(spline(inset), stitchColour(style.colour ?? art.cloth.colour), 1.5, 0.55));
}

/** A zip: tape, teeth, pull. */
export function drawZip(art: Drawing, line: readonly (readonly [number, number])[], metal = '#d3c298', tape = darker(art.cloth.colour, 0.4), pull = true): void {
  const ribbonLine = line.map(([x, y]): RibbonPoint => [x, y, 19]);
  addPiece(art, ribbon(ribbonLine), { colour: tape, material: 'cotton', pattern: null, texture: null, lift: 0.5, bulge: 0, roll: 0.5 });
  const path = spline(line.map(([x, y]): Point => [x, y]), false);
  addInk(art, `<path d="${path}" fill="none" stroke="${darker(metal, 0.6)}" stroke-width="7"/><path d="${path}" fill="none" stroke="${metal}" stroke-width="6" stroke-dasharray="3.4 2.6"/>`);
  if (!pull) return;
  const [x, y] = line[0]!;
  addPiece(art, roundedBox(x - 8, y + 8, x + 8, y + 32, 5), { colour: metal, material: 'gold', pattern: null, texture: null });
  addPiece(art, roundedBox(x - 5, y + 30, x + 5, y + 66, 4), { colour: mix(metal, '#8a8a8a', 0.2), material: 'gold', pattern: null, texture: null });
}
