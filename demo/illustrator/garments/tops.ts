// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** T-shirts, shirts, blouses, jumpers and cardigans. */
import { addPiece, addSeam, addStitch, type Drawing, type Fold, fold, type PieceStyle, turned } from '../drawing.ts';
import { type Point, ribbon, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter } from '../palette.ts';
import type { Traits } from '../traits.ts';
import { drawNeckBand, drawShirtCollar, loosen, type NeckEdge, neckEdge, type Torso } from './bodice.ts';
import { drawSleeve } from './sleeves.ts';
import { buttonColour, drawBackNeck, drawBow, drawButton, drawHanger, drawPocket } from './trimmings.ts';

export interface BodyCut { hemY: number; waist: number; hem: number; waistY: number }

const FIT: Record<string, number> = { slim: 0.93, regular: 1, relaxed: 1.06, oversized: 1.13 };

export function topTorso(traits: Traits): Torso {
  const k = FIT[traits.fit] ?? 1;
  const child = traits.department === 'children' ? 0.9 : 1;
  const man = traits.department === 'men' ? 1.05 : 1;
  const neck = traits.neckline === 'boat' ? 70 : 78;
  return { neckHalf: neck * child, neckY: 236, shoulderHalf: 170 * k * child * man, shoulderY: 272, armHalf: 162 * k * child * man, armY: 440 + (k - 1) * 180 };
}

export function bodyCut(traits: Traits, torso: Torso, normalHem: number): BodyCut {
  const hemY = traits.length === 'cropped' ? normalHem - 150 : traits.length === 'thigh' ? normalHem + 70 : normalHem;
  const boxy = traits.silhouette === 'boxy' || traits.department === 'men' ? 0 : 8;
  return { hemY, waistY: 640, waist: torso.armHalf - boxy, hem: torso.armHalf + 4 };
}

export interface TorsoOptions { edge: NeckEdge; torso: Torso; cut: BodyCut; style?: PieceStyle; hem?: 'straight' | 'curved' | 'gathered'; folds?: Fold[] }

/** The front as one piece. */
export function drawTorso(art: Drawing, { edge, torso, cut, style = {}, hem = 'straight', folds = [] }: TorsoOptions): void {
  const { armHalf, armY } = torso;
  const { hemY, waist, waistY, hem: hemHalf } = cut;
  const r = art.random;
  const tail = hem === 'curved' ? 38 : 0;
  const rest: Point[] = [[X + (armHalf + waist) / 2 - 2, (armY + waistY) / 2], [X + waist, waistY], [X + hemHalf - 1, (waistY + hemY) / 2 + 20], [X + hemHalf, hemY - tail, 1], [X + hemHalf * 0.55, hemY + 4], [X, hemY + 8]];
  const right = loosen(art, [...edge.right, ...rest], 2);
  const left = loosen(art, [...edge.left, ...rest.map(([x, y, c]): Point => [2 * X - x, y, c])], 2);
  const natural: Fold[] = [
    fold(X - armHalf, armY + 6, X - 40, armY + 130, 50, -7, { bow: 14, skew: 0.4 }), fold(X + armHalf, armY + 4, X + 56, armY + 112, 46, -7, { bow: -14, skew: -0.4 }),
    fold(X - armHalf, armY + 44, X - 20, armY + 210, 40, 6, { bow: 12, skew: -0.4 }), fold(X + armHalf, armY + 60, X + 30, armY + 250, 40, 5, { bow: -12, skew: 0.3 }),
    fold(X - hemHalf * 0.7 + r.jitter(20), hemY, X - waist * 0.5 + r.jitter(20), waistY + r.jitter(30), 54, -6, { bow: 10, skew: 0.3 }), fold(X - hemHalf * 0.34 + r.jitter(16), hemY, X - waist * 0.3, waistY + 60, 42, 5, { skew: -0.3 }),
    fold(X + hemHalf * 0.74 + r.jitter(16), hemY, X + waist * 0.56, waistY - 20 + r.jitter(40), 54, -6, { bow: -12, skew: -0.3 }), fold(X + hemHalf * 0.4, hemY, X + waist * 0.3 + r.jitter(12), waistY + 90, 40, 5),
    fold(X - waist, waistY + 20, X - waist * 0.3, waistY - 10 + r.jitter(12), 30, -3.5, { bow: -6 }), fold(X + waist, waistY - 40, X + waist * 0.4, waistY - 20, 28, 3, { bow: 5 }),
    ...(edge.hasShoulders ? [fold(X - torso.shoulderHalf + 24, torso.shoulderY + 20, X - 60, torso.armY - 20, 40, 3.4, { bow: -14, fade: 'both' }), fold(X + torso.shoulderHalf - 30, torso.shoulderY + 30, X + 66, torso.armY - 40, 36, -3, { bow: 12, fade: 'both' })] : []),
  ];
  if (edge.depth > 60 && edge.depth < 90 && style.textureTurn === 1) for (let k = 0; k < 4; k++) for (const s of [-1, 1]) natural.push(fold(X + s * (86 + k * 8), torso.neckY + 30 + k * 30, X - s * 8, torso.neckY + edge.depth + 10 + k * 36, 28, k % 2 ? -7 : 8, { bow: s * (14 + k * 4), endWidth: 26 }));
  if (hem === 'gathered') for (let k = 0; k < 13; k++) { const t = -0.92 + k * 0.153 + r.jitter(0.03); natural.push(fold(X + t * hemHalf, hemY, X + t * waist * 0.92 + r.jitter(14), hemY - r.between(90, 260), 26, k % 2 ? 6 : -6, { endWidth: 14 })); }
  addPiece(art, [...right, ...left.reverse().filter(([x]) => Math.abs(x - X) > 0.5)], { ...style, folds: [...natural, ...folds] });
}

export function drawTShirt(art: Drawing, traits: Traits): void {
  const torso = topTorso(traits);
  const neckline = traits.neckline && traits.neckline !== 'shirt-collar' ? traits.neckline : 'crew';
  const edge = neckEdge(neckline, torso, false, 0.95);
  const cut = bodyCut(traits, torso, 880);
  drawBackNeck(art, torso.neckHalf, torso.neckY + 2, edge.depth, art.cloth.colour);
  const kind = traits.sleeve || 'short';
  if (kind !== 'sleeveless' && kind !== 'strap') for (const side of [-1, 1] as const) drawSleeve(art, { kind, side, torso, ease: 1.08, swing: kind === 'long' ? 15 : 36, bend: side > 0 ? 10 : 4, cuff: 'hem', style: { pattern: turned(art, traits.patternName === 'breton' ? 0 : 0) } });
  drawTorso(art, { edge, torso, cut });
  for (const dy of [10, 17]) addStitch(art, spline([[X - cut.hem + 4, cut.hemY - dy - 4], [X, cut.hemY + 6 - dy], [X + cut.hem - 4, cut.hemY - dy - 4]], false), undefined, 1.5, 0.42);
  drawNeckBand(art, neckline, torso, 17, { colour: darker(art.cloth.colour, 0.05), pattern: null, texture: 'fine-rib' });
  if (traits.details.has('patch-pockets') || traits.details.has('pockets')) drawPocket(art, [[X + 46, 430, 1], [X + 124, 426, 1], [X + 126, 512], [X + 86, 530, 1], [X + 46, 514]], {});
  art.focus = { x: X - 20, y: 330, zoom: 2.15 };
}

export function drawShirt(art: Drawing, traits: Traits, blouse: boolean): void {
  const torso = topTorso(traits);
  const { random } = art;
  const soft = blouse && traits.neckline !== 'shirt-collar';
  const neckline = soft ? traits.neckline || (traits.bow !== 'none' ? 'crew' : 'v-neck') : 'shirt-collar';
  const bare = blouse && traits.sleeve === 'strap';
  const edge = neckEdge(neckline === 'shirt-collar' ? 'shirt-collar' : neckline, torso, bare, neckline === 'v-neck' ? 0.95 : 0.9);
  const cut = bodyCut(traits, torso, blouse ? 890 : 930);
  if (edge.hasShoulders) {
    drawHanger(art, torso.shoulderY, torso.shoulderHalf - 14, 88);
    drawBackNeck(art, torso.neckHalf, torso.neckY + 2, Math.max(40, edge.depth), art.cloth.colour);
  }
  const kind = traits.sleeve || 'long';
  if (!['sleeveless', 'strap'].includes(kind)) for (const side of [-1, 1] as const) drawSleeve(art, { kind, side, torso, swing: kind === 'long' || kind === 'bishop' ? 13 : 30, bend: side > 0 ? 12 : 2, cuff: kind === 'short' || kind === 'cap' ? 'hem' : kind === 'elbow' ? 'turn-up' : undefined });
  drawTorso(art, { edge, torso, cut, style: neckline === 'cowl' ? { textureTurn: 1 } : {}, hem: blouse && traits.details.has('ruffle') ? 'gathered' : 'curved' });
  addStitch(art, spline([[X - cut.hem + 5, cut.hemY - 50], [X - cut.hem * 0.5, cut.hemY - 6], [X, cut.hemY - 3], [X + cut.hem * 0.5, cut.hemY - 6], [X + cut.hem - 5, cut.hemY - 50]], false), undefined, 1.4, 0.4);
  const pullover = soft && !traits.details.has('buttons') && traits.closure !== 'buttons';
  const top = torso.neckY + (soft ? (neckline === 'v-neck' ? 130 : 48) : 58);
  if (!pullover) {
    addPiece(art, [[X - 16, top, 1], [X + 18, top, 1], [X + 20, (top + cut.hemY) / 2], [X + 20, cut.hemY + 6, 1], [X - 18, cut.hemY + 6, 1], [X - 17, (top + cut.hemY) / 2]], { colour: lighter(art.cloth.colour, 0.05), pattern: turned(art, 0), lift: 0.6, bulge: 0.3, folds: [fold(X - 16, 560, X + 16, 590, 26, -2.4, { fade: 'none' })] });
    if (!blouse) addStitch(art, `M${X - 11} ${top + 24}L${X - 12} ${cut.hemY}M${X + 13} ${top + 24}L${X + 14} ${cut.hemY}`, undefined, 1.4, 0.45);
    for (let y = top + (soft ? 28 : 34); y < cut.hemY - 30; y += 88) drawButton(art, X + 1, y + random.jitter(1), blouse ? 7 : 8, buttonColour(art.cloth.colour));
  } else if (['crew', 'boat', 'square', 'v-neck', 'scoop'].includes(neckline) && !bare) drawNeckBand(art, neckline, torso, 11, { colour: lighter(art.cloth.colour, 0.04), pattern: turned(art, 90) });
  if (!soft) {
    drawShirtCollar(art, torso, { drop: blouse ? 64 : 56 });
    if (!blouse || traits.details.has('pockets')) drawPocket(art, [[X + 48, 424, 1], [X + 128, 420, 1], [X + 130, 508], [X + 90, 530, 1], [X + 49, 512]], { pattern: turned(art, 0) });
  }
  if (traits.details.has('ruffle')) drawFrontRuffle(art, top, cut.hemY - 150);
  if (traits.bow !== 'none') {
    const at: Record<string, readonly [number, number]> = { neck: [X, torso.neckY + 62], front: [X, torso.neckY + 70], waist: [X, 640], shoulder: [X + torso.shoulderHalf * 0.6, torso.shoulderY + 20], side: [X + cut.hem - 26, cut.hemY - 40], back: [X, torso.neckY + 50] };
    const [x, y] = at[traits.bowPosition] ?? at.neck!;
    if (soft && y < torso.neckY + 90) addPiece(art, [[X - torso.neckHalf - 2, torso.neckY - 6, 1], [X - 30, torso.neckY - 30], [X, torso.neckY - 34], [X + 30, torso.neckY - 30], [X + torso.neckHalf + 2, torso.neckY - 6, 1], [X + torso.neckHalf * 0.62, torso.neckY + 42], [X, torso.neckY + 66], [X - torso.neckHalf * 0.62, torso.neckY + 42]], { pattern: turned(art, 90), lift: 0.9, folds: [fold(X - 70, torso.neckY, X, torso.neckY + 54, 20, 5, { bow: 8 }), fold(X + 70, torso.neckY, X + 6, torso.neckY + 56, 20, -5, { bow: -8 })] });
    drawBow(art, x, y, traits.bow === 'big' ? 104 : 62, { tails: 3.2, colour: traits.hasSecond && traits.patternName === 'plain' ? traits.colour2 : art.cloth.colour, style: { pattern: turned(art, 60) } });
  }
  art.focus = { x: X + 6, y: 340, zoom: 2.1 };
}

function drawFrontRuffle(art: Drawing, top: number, bottom: number): void {
  for (const side of [-1, 1] as const) {
    const points: Point[] = [[X + side * 8, top, 1], [X + side * 12, bottom, 1]];
    const folds: Fold[] = [];
    const count = 10;
    for (let k = 0; k <= count; k++) {
      const y = bottom - ((bottom - top) * k) / count;
      points.push([X + side * (54 + (k % 2 ? 12 : -4) - k * 0.8), y + art.random.jitter(4)]);
      folds.push(fold(X + side * 66, y, X + side * 10, y - 10, 34, k % 2 ? 7 : -7, { endWidth: 8 }));
    }
    addPiece(art, points, { lift: 0.9, folds, pattern: turned(art, 20 * side) });
  }
}

/** Crossing strands between two channels. */
export function drawCable(art: Drawing, cx: number, top: number, bottom: number, width: number): void {
  const step = width * 1.75;
  const strand = width * 0.42;
  for (const side of [-1, 1]) addPiece(art, ribbon([[cx + side * width * 0.82, top, 7], [cx + side * width * 0.82, bottom, 7]]), { texture: null, pattern: null, colour: darker(art.cloth.colour, 0.3), lift: 0, roll: 0.3, bulge: 0 });
  for (let y = top; y + step * 0.6 < bottom; y += step) {
    for (const side of [-1, 1]) {
      const from = cx + side * width * 0.34;
      const to = cx - side * width * 0.34;
      const line = [[from, y - 3, strand], [from, y + step * 0.14, strand], [(from + to) / 2, y + step * 0.5, strand * 1.05], [to, y + step * 0.86, strand], [to, y + step + 3, strand]] as const;
      addPiece(art, ribbon(line), { flow: line, lift: 0.7, roll: 1.1, bulge: 1.2, pattern: null });
    }
  }
}

export function drawKnit(art: Drawing, traits: Traits, cardigan: boolean): void {
  const base = topTorso(traits);
  const torso: Torso = { ...base, armHalf: base.armHalf + 12, armY: base.armY + 16 };
  const neckline = cardigan ? (traits.neckline === 'crew' || traits.neckline === 'shawl' ? traits.neckline : 'v-neck') : traits.neckline === 'hood' ? 'crew' : traits.neckline || 'crew';
  const edge = neckEdge(neckline === 'shawl' ? 'v-neck' : neckline, torso, false, cardigan && neckline !== 'crew' ? 1.7 : neckline === 'turtleneck' ? 1 : 1.1);
  const cut = bodyCut(traits, torso, 890);
  const ribStyle: PieceStyle = { texture: 'rib', pattern: null, colour: traits.hasSecond && !traits.pattern ? traits.colour2 : darker(art.cloth.colour, 0.03) };
  drawBackNeck(art, torso.neckHalf, torso.neckY + 2, Math.max(34, edge.depth), art.cloth.colour);
  const puffy = traits.sleeve === 'puff' || traits.sleeve === 'bishop';
  const kind = traits.sleeve || 'long';
  const sleeve = (side: 1 | -1, bend: number, swing: number): void => {
    if (['sleeveless', 'strap'].includes(kind)) return;
    drawSleeve(art, { kind: kind === 'long' ? 'long' : kind, side, torso, ease: 1.12, bend, swing, cuff: kind === 'short' ? 'hem' : 'rib', cuffStyle: ribStyle, length: kind === 'long' ? 560 : undefined });
  };
  sleeve(-1, 5, 15);
  if (puffy || kind !== 'long' || cardigan) sleeve(1, 8, 15);
  drawTorso(art, { edge, torso, cut });
  if (traits.details.has('cable') || traits.patternName === 'cable') {
    const columns = cardigan ? [-112, 112] : [-104, 0, 104];
    for (const dx of columns) drawCable(art, X + dx, torso.neckY + (Math.abs(dx) < 10 ? 96 : 60), cut.hemY - 6, 46);
  }
  addPiece(art, [[X - cut.hem - 2, cut.hemY - 14, 1], [X, cut.hemY], [X + cut.hem + 2, cut.hemY - 14, 1], [X + cut.hem - 1, cut.hemY + 30], [X + cut.hem - 10, cut.hemY + 62, 1], [X, cut.hemY + 74], [X - cut.hem + 10, cut.hemY + 62, 1], [X - cut.hem + 1, cut.hemY + 30]], { ...ribStyle, bulge: 1.1, folds: [fold(X - 90, cut.hemY + 64, X - 84, cut.hemY, 50, -4), fold(X + 100, cut.hemY + 60, X + 92, cut.hemY, 44, 4)] });
  if (cardigan) drawCardiganFront(art, traits, torso, cut, neckline, ribStyle);
  else drawNeckBand(art, neckline, torso, neckline === 'boat' ? 20 : 30, ribStyle, false);
  // The right sleeve lies bent across the hem: no paper doll.
  if (!puffy && kind === 'long' && !cardigan) sleeve(1, 58, 20);
  if (traits.bow !== 'none') drawBow(art, X, traits.bowPosition === 'neck' ? torso.neckY + 60 : 480, traits.bow === 'big' ? 96 : 56, { tails: 2.2, style: { texture: null } });
  art.focus = { x: X - 30, y: 400, zoom: 2.1 };
}

function drawCardiganFront(art: Drawing, traits: Traits, torso: Torso, cut: BodyCut, neckline: string, style: PieceStyle): void {
  const depth = neckline === 'crew' ? 50 : 232;
  const y = torso.neckY;
  const n = torso.neckHalf;
  addSeam(art, `M${X} ${y + depth}V${cut.hemY + 66}`, darker(art.cloth.colour, 0.8), 3, 0.5);
  const w = neckline === 'shawl' ? 52 : 32;
  for (const side of [1, -1] as const) {
    const line = neckline === 'crew'
      ? ([[X + side * 4, y + depth - 4, w], [X + side * 4, cut.hemY * 0.6, w], [X + side * 4, cut.hemY + 70, w]] as const)
      : ([[X + side * (n - 4), y - 14, w * 0.9], [X + side * n * 0.72, y + 80, w], [X + side * 26, y + 190, w * 1.02], [X + side * 3, y + 260, w], [X + side * 3, cut.hemY * 0.7, w * 0.98], [X + side * 3, cut.hemY + 70, w * 0.98]] as const);
    addPiece(art, ribbon(line), { ...style, flow: line, lift: 0.9, bulge: 0.8, textureTurn: 0 });
  }
  if (neckline === 'crew') drawNeckBand(art, 'crew', torso, 26, style, false);
  else addPiece(art, ribbon([[X - n + 2, y - 8, 26], [X - n * 0.5, y - 28, 26], [X, y - 34, 26], [X + n * 0.5, y - 28, 26], [X + n - 2, y - 8, 26]]), { ...style, flow: [[X - n + 2, y - 8, 26], [X - n * 0.5, y - 28, 26], [X, y - 34, 26], [X + n * 0.5, y - 28, 26], [X + n - 2, y - 8, 26]], lift: 0.4 });
  for (let by = y + depth + 34; by < cut.hemY + 50; by += 84) drawButton(art, X - 3, by, 11, buttonColour(art.cloth.colour));
  if (traits.details.has('pockets') || traits.details.has('patch-pockets')) for (const side of [-1, 1]) {
    drawPocket(art, [[X + side * 44, cut.hemY - 150, 1], [X + side * 138, cut.hemY - 152, 1], [X + side * 140, cut.hemY - 30, 1], [X + side * 42, cut.hemY - 26, 1]], {}, false);
    addPiece(art, [[X + side * 42, cut.hemY - 162, 1], [X + side * 140, cut.hemY - 164, 1], [X + side * 140, cut.hemY - 134, 1], [X + side * 42, cut.hemY - 132, 1]], { ...style, lift: 0.5, bulge: 0.5 });
  }
}
