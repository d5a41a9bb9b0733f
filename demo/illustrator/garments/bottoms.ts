// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Jeans, trousers and skirts. */
import { addInk, addPiece, addSeam, addStitch, type Drawing, type Fold, fold, stitchArt, turned } from '../drawing.ts';
import { type Point, sided, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter, luminance } from '../palette.ts';
import type { Traits } from '../traits.ts';
import { loosen } from './bodice.ts';
import { drawSkirt } from './skirt-shape.ts';
import { buttonColour, drawBelt, drawBow, drawButton, drawLabel, drawPocket } from './trimmings.ts';

interface LegCut { waist: number; hip: number; knee: number; hemOut: number; hemIn: number; hemY: number }

function cutLegs(traits: Traits, jeans: boolean): LegCut {
  const hemY = ({ cropped: 960, ankle: 1010, knee: 720, 'above-knee': 640, mini: 560 } as Record<string, number>)[traits.length] ?? 1080;
  const base = { waist: 138, hip: 172, hemY };
  switch (traits.silhouette) {
    case 'wide-leg': return { ...base, knee: 212, hemOut: 252, hemIn: 26 };
    case 'tapered': return { ...base, knee: 176, hemOut: 150, hemIn: 58 };
    case 'skinny': return { ...base, hip: 162, knee: 150, hemOut: 132, hemIn: 66 };
    case 'bootcut': return { ...base, knee: 168, hemOut: 202, hemIn: 46 };
    default: return jeans ? { ...base, knee: 182, hemOut: 188, hemIn: 58 } : { ...base, knee: 184, hemOut: 190, hemIn: 48 };
  }
}

function legOutline(cut: LegCut, side: 1 | -1): Point[] {
  const crotch = 452;
  return sided([[X, 190, 1], [X + cut.waist - 4, 180, 1], [X + (cut.waist + cut.hip) / 2 + 10, 270], [X + cut.hip, 390], [X + (cut.hip + cut.knee) / 2 + 4, 560], [X + cut.knee, 730], [X + cut.hemOut, cut.hemY, 1], [X + (cut.hemOut + cut.hemIn) / 2, cut.hemY + 12], [X + cut.hemIn, cut.hemY + 4, 1], [X + (cut.hemIn * 0.8 + 8), 800], [X + Math.min(44, cut.hemIn * 0.7 + 6), 620], [X + 7, crotch + 12], [X - 2, crotch, 1]], side);
}

function legFolds(art: Drawing, cut: LegCut, side: 1 | -1, stiff: boolean): Fold[] {
  const r = art.random;
  const s = side;
  const k = stiff ? 1 : 0.8;
  const folds = [
    fold(X + s * 6, 440, X + s * (cut.hip - 40), 394 + r.jitter(8), 34, -6 * k, { bow: -s * 6 }), fold(X + s * 10, 458, X + s * (cut.hip - 60), 476, 30, -5 * k, { bow: s * 5 }), fold(X + s * 16, 478, X + s * (cut.hip - 70), 540, 28, 5 * k),
    fold(X + s * cut.knee, 640 + r.jitter(14), X + s * 80, 690, 36, -5 * k, { bow: s * 6 }), fold(X + s * 52, 704 + r.jitter(12), X + s * (cut.knee - 30), 742, 32, -5 * k), fold(X + s * cut.knee, 700, X + s * 100, 728 + r.jitter(10), 26, 4.5 * k), fold(X + s * 54, 760, X + s * 140, 790, 26, 4 * k),
    fold(X + s * (cut.hip - 14), 300, X + s * (cut.hip - 70), 420, 30, 3),
  ];
  if (cut.hemOut - cut.hemIn < 150) folds.push(fold(X + s * (cut.hemIn + 4), cut.hemY - 30, X + s * (cut.hemOut - 30), cut.hemY - 76, 32, -5), fold(X + s * cut.hemOut, cut.hemY - 40, X + s * (cut.hemIn + 40), cut.hemY - 110, 30, 5), fold(X + s * cut.hemOut, cut.hemY - 96, X + s * (cut.hemIn + 60), cut.hemY - 140, 26, -4));
  else for (const [t, h] of [[0.12, -8], [0.34, 7], [0.62, 7], [0.86, -9]] as const) folds.push(fold(X + s * (cut.hemIn + (cut.hemOut - cut.hemIn) * t), cut.hemY + 6, X + s * (30 + 120 * t), 470 + r.jitter(60), 62, h, { endWidth: 18 }));
  return folds;
}

export function drawJeans(art: Drawing, traits: Traits, back = false): void {
  const c = art.cloth.colour;
  const cut = cutLegs(traits, true);
  const thread = luminance(c) < 0.14 ? '#8d7550' : luminance(c) > 0.7 ? '#c9a877' : '#d99a4a';
  const { random } = art;
  if (!back) {
    addPiece(art, [[X - 122, 156, 1], [X, 164], [X + 122, 156, 1], [X + 126, 200], [X, 216], [X - 126, 200]], { colour: darker(c, 0.5), lift: 0 });
    drawLabel(art, X, 178, 58, 26, '#9a6238');
  }
  const fade = lighter(c, 0.55);
  for (const side of [1, -1] as const) {
    const gradient = `fade${side + 1}`;
    art.definitions.push(`<radialGradient id="${gradient}"><stop offset="0" stop-color="${fade}" stop-opacity=".42"/><stop offset="1" stop-color="${fade}" stop-opacity="0"/></radialGradient>`);
    addPiece(art, loosen(art, legOutline(cut, side), 2), {
      folds: legFolds(art, cut, side, true), textureTurn: 0,
      art: `<ellipse cx="${X + side * cut.hip * 0.64}" cy="${540 + random.jitter(14)}" rx="66" ry="230" fill="url(#${gradient})"/><ellipse cx="${X + side * cut.knee * 0.66}" cy="860" rx="52" ry="170" fill="url(#${gradient})" opacity=".7"/>`,
    });
    addStitch(art, spline(sided([[X + cut.hip - 8, 330], [X + cut.knee - 8, 730], [X + cut.hemOut - 9, cut.hemY - 30]], side), false), thread, 1.8, 0.6);
    addSeam(art, spline(sided([[X + 12, 474], [X + Math.min(50, cut.hemIn * 0.7 + 12), 640], [X + cut.hemIn + 8, cut.hemY - 20]], side), false), darker(c, 0.6), 2, 0.4);
    if (traits.details.has('turn-up')) addPiece(art, sided([[X + cut.hemIn - 4, cut.hemY - 42, 1], [X + (cut.hemIn + cut.hemOut) / 2, cut.hemY - 34], [X + cut.hemOut + 4, cut.hemY - 46, 1], [X + cut.hemOut + 6, cut.hemY + 16, 1], [X + (cut.hemIn + cut.hemOut) / 2, cut.hemY + 28], [X + cut.hemIn - 4, cut.hemY + 20, 1]], side), { colour: lighter(c, 0.42), lift: 1 });
    else addStitch(art, spline(sided([[X + cut.hemIn + 3, cut.hemY - 16], [X + (cut.hemIn + cut.hemOut) / 2, cut.hemY - 6], [X + cut.hemOut - 4, cut.hemY - 20]], side), false), thread, 1.9, 0.8);
    if (back) {
      const pocket = sided([[X + 30, 290, 1], [X + 128, 282, 1], [X + 134, 388], [X + 84, 420, 1], [X + 36, 396]], side);
      drawPocket(art, pocket, {}, false);
      addStitch(art, spline(pocket.map(([x, y, k]): Point => [x + (X + side * 82 - x) * 0.1, y + (346 - y) * 0.08, k])), thread, 1.8, 0.8);
      addStitch(art, spline(sided([[X + 42, 320], [X + 84, 352, 1], [X + 124, 312]], side), false), thread, 1.8, 0.7);
      addStitch(art, spline(sided([[X, 276], [X + 150, 236]], side), false), thread, 1.9, 0.8);
    } else {
      addPiece(art, sided([[X + 62, 204, 1], [X + 70, 252], [X + 104, 282], [X + cut.hip - 20, 288, 1], [X + cut.waist - 4, 200, 1]], side), { colour: darker(c, 0.14), lift: 0, textureTurn: 30 });
      for (const [dx, o] of [[0, 0.9], [-7, 0.6]] as const) addStitch(art, spline(sided([[X + 58 + dx, 206], [X + 66 + dx, 258 - dx * 0.4], [X + 102, 290 - dx], [X + cut.hip - 14, 297 - dx]], side), false), thread, 1.9, o);
      if (side > 0) addStitch(art, spline([[X + 94, 290, 1], [X + 96, 262, 1], [X + 134, 252]], false), thread, 1.6, 0.6);
      for (const [x, y] of [[X + side * 66, 216], [X + side * (cut.hip - 26), 282]] as const) drawButton(art, x, y, 4.6, '#c98b4a', 'shank');
    }
  }
  if (back) addSeam(art, `M${X} 210V456`, darker(c, 0.7), 3, 0.6);
  else {
    addSeam(art, `M${X} 208V448`, darker(c, 0.75), 3, 0.6);
    for (const dx of [0, 7]) addStitch(art, `M${X + 34 + dx} 206V346C${X + 34 + dx} 404 ${X + 22} 424 ${X + 4} 440`, thread, 1.9, dx ? 0.6 : 0.9);
  }
  addPiece(art, [[X - cut.waist - 2, 164, 1], [X, back ? 158 : 182], [X + cut.waist + 2, 164, 1], [X + cut.waist + 5, 212, 1], [X, back ? 208 : 230], [X - cut.waist - 5, 212, 1]], { textureTurn: 90, lift: 0.8, bulge: 0.6, art: stitchArt(`M${X - cut.waist} 172Q450 ${back ? 166 : 190} ${X + cut.waist} 172M${X - cut.waist} 205Q450 ${back ? 200 : 222} ${X + cut.waist} 205`, thread, 1.9, 0.9) });
  for (const dx of back ? [-106, 0, 106] : [-104, 104]) addPiece(art, [[X + dx - 9, 158 + (dx === 0 ? 0 : 2), 1], [X + dx + 9, 158 + (dx === 0 ? 0 : 2), 1], [X + dx + 9, 230, 1], [X + dx - 9, 230, 1]], { lift: 0.8, bulge: 0.5, art: stitchArt(`M${X + dx - 5} 160V228M${X + dx + 5} 160V228`, thread, 1.4, 0.6) });
  if (back) addPiece(art, [[X + 40, 168, 1], [X + 112, 164, 1], [X + 114, 206, 1], [X + 42, 210, 1]], { colour: '#a5703f', material: 'leather', lift: 0.7, art: `<path d="M${X + 54} 184H${X + 100}M${X + 60} 194H${X + 94}" stroke="#5b3a22" stroke-width="3" opacity=".7"/>` });
  else drawButton(art, X + 3, 206, 12, '#b98a52', 'metal');
  art.focus = back ? { x: X + 60, y: 300, zoom: 2.2 } : { x: X + 40, y: 290, zoom: 2.15 };
}

export function drawTrousers(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  const cut = cutLegs(traits, false);
  const elastic = traits.details.has('drawstring') || traits.closure === 'drawstring';
  const sport = art.cloth.material === 'nylon' || art.cloth.material === 'fleece';
  addPiece(art, [[X - cut.waist + 16, 150, 1], [X, 158], [X + cut.waist - 16, 150, 1], [X + cut.waist - 10, 196], [X, 212], [X - cut.waist + 10, 196]], { colour: darker(c, 0.5), lift: 0 });
  for (const side of [1, -1] as const) {
    const crease = elastic || sport ? [] : [fold(X + side * (cut.hemIn + cut.hemOut) * 0.5, cut.hemY + 6, X + side * 70, 232, 24, 5, { endWidth: 14, fade: 'start', skew: 0.6 * side })];
    addPiece(art, loosen(art, legOutline(cut, side), 2), { folds: [...legFolds(art, cut, side, false), ...crease], pattern: turned(art, side * 2) });
    addSeam(art, spline(sided([[X + cut.waist - 14, 236], [X + cut.hip - 12, 356]], side), false), darker(c, 0.75), 3, 0.6);
    if (traits.details.has('pleats')) for (const dx of [52, 74]) addPiece(art, sided([[X + dx - 8, 224, 1], [X + dx + 10, 226, 1], [X + dx + 20, 400, 1]], side), { colour: darker(c, 0.1), lift: 0.6, bulge: 0.2 });
    if (traits.details.has('turn-up')) addPiece(art, sided([[X + cut.hemIn - 3, cut.hemY - 44, 1], [X + cut.hemOut + 3, cut.hemY - 48, 1], [X + cut.hemOut + 4, cut.hemY + 10, 1], [X + (cut.hemIn + cut.hemOut) / 2, cut.hemY + 20], [X + cut.hemIn - 3, cut.hemY + 12, 1]], side), { lift: 0.9 });
    if (sport || traits.details.has('patch-pockets')) drawPocket(art, sided([[X + cut.hip - 74, 560, 1], [X + cut.hip + 2, 556, 1], [X + cut.knee - 2, 680, 1], [X + cut.hip - 66, 686, 1]], side), {});
  }
  addSeam(art, `M${X} 222V450`, darker(c, 0.7), 2.4, 0.55);
  if (!elastic) addSeam(art, `M${X + 26} 230V350C${X + 26} 396 ${X + 18} 420 ${X + 4} 436`, darker(c, 0.6), 1.8, 0.35);
  const gathers: Fold[] = elastic ? Array.from({ length: 22 }, (_, k) => { const x = X - cut.waist + 8 + k * ((cut.waist * 2 - 16) / 21); return fold(x, 166, x + art.random.jitter(3), 224, 11, k % 2 ? 3.4 : -3.4, { fade: 'none', endWidth: 11 }); }) : [];
  addPiece(art, [[X - cut.waist - 1, 166, 1], [X, 184], [X + cut.waist + 1, 166, 1], [X + cut.waist + 4, 218, 1], [X, 238], [X - cut.waist - 4, 218, 1]], { pattern: turned(art, 90), folds: gathers, lift: 0.7, bulge: 0.6 });
  if (elastic) for (const side of [-1, 1]) addPiece(art, [[X + side * 6, 204, 1], [X + side * 20, 300], [X + side * 34, 350, 1], [X + side * 26, 352, 1], [X + side * 10, 300], [X + side * 1, 214, 1]], { colour: lighter(c, 0.5), material: 'cotton', lift: 0.9 });
  else {
    for (const dx of [-86, 86]) addPiece(art, [[X + dx - 7, 164, 1], [X + dx + 7, 164, 1], [X + dx + 7, 238, 1], [X + dx - 7, 238, 1]], { lift: 0.7, bulge: 0.4, pattern: turned(art, 0) });
    if (traits.details.has('belt')) drawBelt(art, 202, cut.waist + 5, 38, { colour: darker(c, 0.1), kind: traits.silhouette === 'wide-leg' ? 'tied' : 'buckle' });
    else drawButton(art, X + 8, 212, 9, buttonColour(c));
  }
  art.focus = { x: X + 30, y: 290, zoom: 2.1 };
}

const SKIRT_HEMS: Record<string, number> = { mini: 640, 'above-knee': 700, knee: 780, midi: 960, ankle: 1040, floor: 1090 };

export function drawSkirtGarment(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  const hemY = SKIRT_HEMS[traits.length] ?? 880;
  const pleated = traits.silhouette === 'pleated' || traits.details.has('pleats');
  const waistY = 250;
  const drop = (hemY - waistY) / 700;
  addPiece(art, [[X - 104, 222, 1], [X, 228], [X + 104, 222, 1], [X + 112, 262], [X, 280], [X - 112, 262]], { colour: darker(c, 0.5), lift: 0 });
  drawLabel(art, X, 236, 40, 22);
  if (pleated) drawPleats(art, waistY, hemY, 118, 190 + 110 * drop);
  else {
    const kind = traits.silhouette;
    const flare = kind === 'fit-and-flare';
    const pencil = kind === 'pencil' || kind === 'straight' || kind === 'bodycon' || kind === 'column';
    drawSkirt(art, { waistY, waistHalf: 118, hipHalf: pencil ? 158 : flare ? 205 : 170, hemY, hemHalf: pencil ? 148 : flare ? 260 + 60 * drop : 190 + 90 * drop, fullness: pencil ? 0 : flare ? 6 : 4, wave: pencil ? 0 : flare ? 12 : 7, gathered: flare, slit: traits.details.has('slit') ? 'right' : null, sag: 18 + drop * 20 });
    if (art.cloth.material === 'denim') {
      const thread = '#d99a4a';
      addSeam(art, `M${X} 262V${hemY}`, darker(c, 0.7), 2.6, 0.5);
      for (const side of [1, -1] as const) for (const dx of [0, 7]) addStitch(art, spline(sided([[X + 54 - dx, 262], [X + 66 - dx, 312 + dx], [X + 142, 336 + dx]], side), false), thread, 1.9, dx ? 0.6 : 0.9);
    }
    if (traits.details.has('patch-pockets') || traits.details.has('pockets')) for (const side of [-1, 1] as const) addSeam(art, spline(sided([[X + 104, 270], [X + 150, 380]], side), false), darker(c, 0.75), 3, 0.5);
    if (traits.details.has('buttons')) for (let y = waistY + 40; y < hemY - 40; y += 72) drawButton(art, X, y, 9, buttonColour(c));
    if (traits.silhouette === 'wrap') addPiece(art, [[X + 116, 256, 1], [X + 60, 600], [X + 10, hemY, 1], [X - 20, hemY + 6, 1], [X + 20, 600], [X + 70, 256, 1]], { lift: 1 });
  }
  addPiece(art, [[X - 122, 228, 1], [X, 246], [X + 122, 228, 1], [X + 126, 274, 1], [X, 294], [X - 126, 274, 1]], { pattern: turned(art, 90), lift: 0.8, bulge: 0.6, folds: [fold(X - 110, 250, X + 30, 268, 12, 1.6, { fade: 'both' })] });
  if (traits.details.has('belt')) drawBelt(art, 262, 126, 40, { colour: darker(c, 0.12), kind: 'buckle' });
  if (traits.closure === 'buttons' && !traits.details.has('buttons')) drawButton(art, X + 92, 258, 9, buttonColour(c));
  if (traits.bow !== 'none') drawBow(art, traits.bowPosition === 'side' ? X + 84 : X - 6, 264, traits.bow === 'big' ? 120 : 60, { tails: traits.bow === 'big' ? 3.4 : 2.2, style: { pattern: turned(art, 60) } });
  if (art.cloth.pattern === null && art.cloth.material === 'leather') addInk(art, `<path d="M${X} 290V${hemY}" stroke="${darker(c, 0.6)}" stroke-width="2" opacity=".4"/>`);
  art.focus = { x: X + 30, y: 330, zoom: 2.1 };
}

/** Knife pleats: each a piece of its own, edges spaced by a sine so the outer ones narrow. */
export function drawPleats(art: Drawing, waistY: number, hemY: number, waist: number, hem: number, count = 16): void {
  const spread = (t: number): number => Math.sin((t - 0.5) * Math.PI * 0.9) / Math.sin(Math.PI * 0.45);
  const c = art.cloth.colour;
  const { random } = art;
  for (let i = 0; i < count; i++) {
    const [t0, t1] = [i / count, (i + 1) / count];
    const lap = 10;
    const [a, b] = [X + spread(t0) * waist, X + spread(t1) * waist + 4];
    const [d, e] = [X + spread(t0) * hem + random.jitter(4), X + spread(t1) * hem + lap + random.jitter(4)];
    const sag = (t: number): number => hemY - Math.abs(t - 0.5) ** 2 * 4 * 46;
    addPiece(art, [[a, waistY, 1], [b, waistY, 1], [b + (e - b) * 0.36, waistY + (hemY - waistY) * 0.34], [e, sag(t1) + random.jitter(4), 1], [(d + e) / 2, sag((t0 + t1) / 2) + 12], [d, sag(t0) + 5, 1], [a + (d - a) * 0.36, waistY + (hemY - waistY) * 0.34]], {
      colour: i % 2 ? lighter(c, 0.03) : c, pattern: turned(art, -spread((t0 + t1) / 2) * 12), texture: art.cloth.texture, lift: 0.9, roll: 0.6, bulge: 0.4,
      folds: [fold(e - lap * 0.8, sag(t1), b - 2, waistY + 20, 22, 5, { endWidth: 7, fade: 'none', skew: 0.6 }), fold(d + (e - d) * 0.3, sag(t0), a + 3, waistY + 40, (e - d) * 0.7, -4, { endWidth: 5 })],
    });
  }
}

