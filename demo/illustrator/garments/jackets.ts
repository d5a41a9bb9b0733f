// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Tailored and casual outerwear: blazers, coats, denim, rain. */
import { addInk, addPiece, addSeam, addStitch, type Drawing, type Fold, fold, stitchArt, stitchColour, turned } from '../drawing.ts';
import { ellipse, flip, type Point, ribbon, sided, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter, luminance, mix } from '../palette.ts';
import type { Traits } from '../traits.ts';
import { loosen, type Torso } from './bodice.ts';
import { drawSleeve } from './sleeves.ts';
import { buttonColour, drawBelt, drawBow, drawBuckle, drawButton, drawHanger, drawLabel, drawPocket, drawZip } from './trimmings.ts';

interface CoatCut { torso: Torso; waistY: number; waist: number; hemY: number; hem: number; double: boolean; rollY: number; overlap: number }

const LININGS = ['#7a2e36', '#8c6a4a', '#47566b', '#6f5a6f', '#9a7b52'];

function cutCoat(traits: Traits, kind: 'blazer' | 'coat'): CoatCut {
  const man = traits.department === 'men' ? 1.06 : 1;
  const loose = traits.fit === 'oversized' ? 1.1 : traits.fit === 'relaxed' ? 1.05 : 1;
  const k = man * loose;
  const double = traits.silhouette === 'double-breasted' || traits.style === 'trench';
  if (kind === 'blazer') {
    const hemY = traits.length === 'cropped' ? 800 : traits.length === 'thigh' ? 960 : 900;
    return { torso: { neckHalf: 64, neckY: 200, shoulderHalf: 170 * k, shoulderY: 244, armHalf: 156 * k, armY: 430 }, waistY: 610, waist: (traits.silhouette === 'boxy' ? 158 : 146) * k, hemY, hem: 172 * k, double, rollY: double ? 560 : 610, overlap: double ? 62 : 26 };
  }
  const hemY = ({ hip: 900, thigh: 980, 'above-knee': 1020, knee: 1060, midi: 1130, ankle: 1180 } as Record<string, number>)[traits.length] ?? 1080;
  return { torso: { neckHalf: 62, neckY: 186, shoulderHalf: 164 * k, shoulderY: 230, armHalf: 154 * k, armY: 416 }, waistY: 586, waist: 150 * k, hemY, hem: 206 * k, double, rollY: double ? 500 : 530, overlap: double ? 62 : 28 };
}

/** The two fronts; the wearer's left lies over the right. */
function drawFronts(art: Drawing, cut: CoatCut, round: boolean, skirtFolds: number): void {
  const { torso: t, waistY, waist, hemY, hem, overlap, rollY } = cut;
  for (const side of [1, -1] as const) {
    const edge = X - side * overlap * 1;
    const right: Point[] = [
      [X + side * (t.neckHalf + 2), t.neckY, 1], [X + side * (t.neckHalf + t.shoulderHalf) * 0.52, t.neckY + (t.shoulderY - t.neckY) * 0.42], [X + side * t.shoulderHalf, t.shoulderY, 1], [X + side * (t.armHalf - 10), (t.shoulderY + t.armY) / 2 + 10], [X + side * t.armHalf, t.armY, 1], [X + side * waist, waistY], [X + side * (waist + (hem - waist) * 0.5), (waistY + hemY) / 2],
      [X + side * hem, hemY - 16, 1], [X + side * hem * 0.5, hemY + 2], ...(round ? ([[X - side * overlap * 0.2, hemY + 2], [edge, hemY - 44]] as Point[]) : ([[edge, hemY + 8, 1]] as Point[])), [edge, (rollY + hemY) / 2], [edge, rollY, 1], [X + side * 18, rollY - 130], [X + side * 48, t.neckY + 110],
    ];
    const folds: Fold[] = [
      fold(X + side * t.armHalf, t.armY + 8, X + side * 60, t.armY + 120, 44, -6, { bow: -side * 12, skew: -0.3 * side }), fold(X + side * waist, waistY - 20, X + side * 54, waistY + 20, 34, -5, { bow: side * 6 }), fold(X + side * waist, waistY + 26, X + side * 70, waistY + 44, 28, 4),
      fold(X + side * hem * 0.72, hemY, X + side * waist * 0.7, waistY + 60, 60, 6, { skew: 0.3 }), fold(X + side * hem * 0.45, hemY, X + side * waist * 0.5, waistY + 100, 48, -5),
    ];
    for (let k = 0; k < skirtFolds; k++) folds.push(fold(X + side * (30 + k * 44 + art.random.jitter(8)), hemY + 4, X + side * (26 + k * 30), waistY + 30, 42, k % 2 ? 7 : -7, { endWidth: 12 }));
    addPiece(art, loosen(art, right, 1.6), { folds, pattern: turned(art, side * 1) });
    addSeam(art, spline([[X + side * t.armHalf * 0.6, t.armY + 10], [X + side * waist * 0.62, waistY], [X + side * waist * 0.7, waistY + 150]], false), darker(art.cloth.colour, 0.6), 1.8, 0.32);
  }
}

function drawLapels(art: Drawing, cut: CoatCut, style: 'notch' | 'shawl' | 'wide'): void {
  const { torso: t, rollY, overlap } = cut;
  const reach = style === 'wide' ? 20 : 0;
  for (const side of [1, -1] as const) {
    const lapel: Point[] = style === 'shawl'
      ? [[X + t.neckHalf - 6, t.neckY - 6, 1], [X + t.neckHalf + 40, t.neckY + 60], [X + t.neckHalf + 56, t.neckY + 150], [X + 66, rollY - 90], [X - overlap, rollY + 10, 1], [X + 8, rollY - 150], [X + 44, t.neckY + 110]]
      : [[X + t.neckHalf + 4, t.neckY + 30, 1], [X + t.neckHalf + 60 + reach, t.neckY + 106 - reach * 0.6, 1], [X + t.neckHalf + 40 + reach * 0.4, t.neckY + 124, 1], [X + t.neckHalf + 76 + reach, t.neckY + 158 - reach * 0.4, 1], [X + t.neckHalf + 34, t.neckY + 270], [X - overlap, rollY + 12, 1], [X + 10, rollY - 140], [X + 40, t.neckY + 190]];
    addPiece(art, sided(lapel, side), { colour: lighter(art.cloth.colour, 0.05), pattern: turned(art, side * 15), lift: 1.3, folds: [fold(X + side * (t.neckHalf + 20), t.neckY + 90, X, rollY - 30, 36, 3, { bow: side * 10 })] });
    if (style === 'shawl') continue;
    addPiece(art, sided([[X + t.neckHalf - 16, t.neckY - 16, 1], [X + t.neckHalf + 16, t.neckY + 4], [X + t.neckHalf + 66 + reach, t.neckY + 92 - reach * 0.6, 1], [X + t.neckHalf + 34, t.neckY + 130, 1], [X + t.neckHalf + 2, t.neckY + 84], [X + t.neckHalf - 22, t.neckY + 36]], side), { colour: lighter(art.cloth.colour, 0.02), pattern: turned(art, side * 40), lift: 1.1 });
  }
  addPiece(art, [[X - t.neckHalf + 2, t.neckY - 10, 1], [X - 30, t.neckY - 28], [X, t.neckY - 32], [X + 30, t.neckY - 28], [X + t.neckHalf - 2, t.neckY - 10, 1], [X + 42, t.neckY + 24], [X, t.neckY + 12], [X - 42, t.neckY + 24]], { colour: darker(art.cloth.colour, 0.05), pattern: turned(art, 90), lift: 0.8 });
}

function drawLining(art: Drawing, cut: CoatCut, colour: string): void {
  const { torso: t, rollY } = cut;
  addPiece(art, [[X, t.neckY + 4], [X + t.neckHalf, t.neckY - 4, 1], [X + t.neckHalf + 30, t.neckY + 160], [X + 20, rollY + 40, 1], [X - 20, rollY + 40, 1], [X - t.neckHalf - 30, t.neckY + 160], [X - t.neckHalf, t.neckY - 4, 1]], { colour, material: 'satin', lift: 0, bulge: 0.4, folds: [fold(X - 36, t.neckY + 60, X - 10, rollY, 30, -5), fold(X + 30, t.neckY + 50, X + 16, rollY - 40, 26, 4)] });
  drawLabel(art, X, t.neckY + 34, 62, 34);
}

export function drawBlazer(art: Drawing, traits: Traits): void {
  const cut = cutCoat(traits, 'blazer');
  const { torso: t } = cut;
  const buttons = buttonColour(art.cloth.colour);
  drawHanger(art, t.shoulderY, t.shoulderHalf - 12, 92);
  drawLining(art, cut, art.random.pick(LININGS));
  for (const side of [-1, 1] as const) {
    drawSleeve(art, { kind: traits.sleeve === 'three-quarter' ? 'three-quarter' : 'long', side, torso: t, ease: 1.06, cuff: 'none', swing: 11, bend: side > 0 ? 9 : 5, length: 600, style: { pattern: turned(art, side * -6) } });
    for (let k = 0; k < 3; k++) drawButton(art, X + side * (t.shoulderHalf + 108 - k * 1.2 - (side > 0 ? 16 : 4)), 788 + k * 22, 6.5, buttons);
  }
  drawFronts(art, cut, !cut.double, 0);
  const pocketY = cut.hemY - 156;
  for (const side of [1, -1] as const) addPiece(art, sided([[X + 64, pocketY + 8, 1], [X + 146, pocketY - 6, 1], [X + 150, pocketY + 34, 1], [X + 66, pocketY + 50, 1]], side), { lift: 0.8, bulge: 0.6 });
  addPiece(art, sided([[X + 66, t.armY - 4, 1], [X + 128, t.armY - 18, 1], [X + 130, t.armY + 2, 1], [X + 68, t.armY + 17, 1]], 1), { lift: 0.5, bulge: 0.4 });
  drawLapels(art, cut, traits.neckline === 'shawl' ? 'shawl' : cut.double ? 'wide' : 'notch');
  if (cut.double) for (const y of [cut.rollY + 60, cut.rollY + 150]) for (const side of [-1, 1]) drawButton(art, X + side * 44 - 6, y, 12.5, buttons);
  else for (const y of [cut.rollY + 24, cut.rollY + 118].slice(0, traits.details.has('buttons') ? 2 : 2)) drawButton(art, X - 2, y, 12.5, buttons);
  if (traits.details.has('belt')) drawBelt(art, cut.waistY + 16, cut.waist + 6, 42, { colour: darker(art.cloth.colour, 0.08), kind: 'tied' });
  art.focus = { x: X + 20, y: 380, zoom: 2 };
}

export function drawCoat(art: Drawing, traits: Traits): void {
  const trench = traits.style === 'trench';
  const duffle = traits.style === 'duffle';
  if (traits.style === 'cape') { drawCape(art, traits); return; }
  const cut = cutCoat(traits, 'coat');
  const { torso: t } = cut;
  const colour = art.cloth.colour;
  const belted = trench || traits.details.has('belt') || traits.silhouette === 'wrap';
  const buttons = trench ? '#5b3a2a' : buttonColour(colour);
  if (duffle || traits.neckline === 'hood') drawHoodBack(art, t);
  drawLining(art, cut, trench ? '#d8c4a0' : art.random.pick(LININGS));
  for (const side of [-1, 1] as const) {
    drawSleeve(art, { kind: 'long', side, torso: t, ease: 1.12, cuff: trench ? 'turn-up' : 'none', swing: 13, bend: side > 0 ? 10 : 4, length: 610 });
  }
  drawFronts(art, cut, false, belted ? 3 : 2);
  if (trench) {
    addPiece(art, [[X - t.neckHalf - 2, t.neckY + 24, 1], [X - t.shoulderHalf + 12, t.shoulderY + 10, 1], [X - t.armHalf - 2, t.armY - 20], [X - 112, t.armY + 22], [X - 60, t.armY - 2, 1], [X - 40, t.neckY + 140]], { colour: lighter(colour, 0.04), lift: 0.9 });
    for (const side of [1, -1]) {
      addPiece(art, ribbon([[X + side * (t.shoulderHalf - 4), t.shoulderY + 4, 34], [X + side * 96, t.neckY + 22, 30]]), { colour: lighter(colour, 0.06), lift: 0.8, roll: 0.6 });
      drawButton(art, X + side * 104, t.neckY + 24, 6.5, buttons);
    }
  }
  for (const side of [1, -1] as const) {
    if (duffle || traits.details.has('patch-pockets')) drawPocket(art, sided([[X + 62, cut.waistY + 130, 1], [X + 164, cut.waistY + 124, 1], [X + 172, cut.waistY + 270, 1], [X + 66, cut.waistY + 276, 1]], side), { pattern: turned(art, 0) });
    else addPiece(art, sided([[X + 96, cut.waistY + 100, 1], [X + 122, cut.waistY + 90, 1], [X + 152, cut.waistY + 210, 1], [X + 124, cut.waistY + 220, 1]], side), { colour: lighter(colour, 0.04), lift: 0.7, bulge: 0.5 });
  }
  if (duffle) drawToggles(art, cut);
  else if (!(traits.silhouette === 'wrap')) {
    const rows = cut.double ? [cut.rollY + 46, cut.rollY + 180, cut.rollY + 300] : [cut.rollY + 30, cut.rollY + 150, cut.rollY + 270, cut.rollY + 390];
    for (const y of rows) for (const side of cut.double ? [-1, 1] : [0]) drawButton(art, X + side * 46 - 4, y, 13.5, buttons);
  }
  if (duffle || traits.neckline === 'hood') drawHoodFront(art, t);
  else if (traits.neckline === 'turtleneck' || traits.neckline === 'crew') drawStand(art, t);
  else drawLapels(art, cut, traits.neckline === 'shawl' || traits.silhouette === 'wrap' ? 'shawl' : 'wide');
  if (belted) drawBelt(art, cut.waistY, cut.waist + 6, 50, { colour: darker(colour, 0.08), kind: traits.silhouette === 'wrap' ? 'tied' : 'buckle' });
  if (traits.bow !== 'none') drawBow(art, X, traits.bowPosition === 'neck' ? t.neckY + 60 : cut.waistY, traits.bow === 'big' ? 110 : 60, { tails: 3, style: { texture: null } });
  art.focus = { x: X + 10, y: trench ? 420 : 380, zoom: 1.95 };
}

function drawStand(art: Drawing, t: Torso): void {
  addPiece(art, [[X - t.neckHalf - 4, t.neckY + 12, 1], [X - t.neckHalf + 4, t.neckY - 42, 1], [X, t.neckY - 30], [X + t.neckHalf - 4, t.neckY - 42, 1], [X + t.neckHalf + 4, t.neckY + 12, 1], [X + 30, t.neckY + 42], [X, t.neckY + 62, 1], [X - 30, t.neckY + 42]], { lift: 1, pattern: turned(art, 90) });
}

function drawHoodBack(art: Drawing, t: Torso): void {
  addPiece(art, [[X - t.neckHalf - 40, t.neckY + 40], [X - t.neckHalf - 34, t.neckY - 40], [X - 60, t.neckY - 104], [X, t.neckY - 122], [X + 60, t.neckY - 104], [X + t.neckHalf + 34, t.neckY - 40], [X + t.neckHalf + 40, t.neckY + 40], [X, t.neckY + 90]], { colour: darker(art.cloth.colour, 0.1), folds: [fold(X, t.neckY - 120, X + 4, t.neckY + 60, 40, -5), fold(X - 70, t.neckY - 90, X - 30, t.neckY + 40, 36, 5)] });
  addPiece(art, [[X - t.neckHalf - 6, t.neckY + 30], [X - t.neckHalf, t.neckY - 34], [X - 40, t.neckY - 72], [X, t.neckY - 82], [X + 40, t.neckY - 72], [X + t.neckHalf, t.neckY - 34], [X + t.neckHalf + 6, t.neckY + 30], [X, t.neckY + 80]], { colour: darker(art.cloth.colour, 0.55), lift: 0, bulge: 0, folds: [fold(X - 50, t.neckY - 60, X - 10, t.neckY + 60, 40, -4), fold(X + 46, t.neckY - 60, X + 10, t.neckY + 60, 40, -4)] });
}

function drawHoodFront(art: Drawing, t: Torso): void {
  for (const side of [1, -1] as const) addPiece(art, sided([[X + t.neckHalf + 16, t.neckY - 40, 1], [X + t.neckHalf + 56, t.neckY + 10], [X + t.neckHalf + 52, t.neckY + 66], [X + 60, t.neckY + 104], [X + 4, t.neckY + 128, 1], [X + 30, t.neckY + 70], [X + t.neckHalf - 14, t.neckY + 10]], side), { lift: 1.3, pattern: turned(art, side * 30), folds: [fold(X + side * (t.neckHalf + 40), t.neckY, X + side * 10, t.neckY + 110, 30, 5, { bow: side * 14 })] });
}

function drawToggles(art: Drawing, cut: CoatCut): void {
  for (let k = 0; k < 4; k++) {
    const y = cut.rollY - 100 + k * 128;
    for (const side of [-1, 1] as const) addPiece(art, sided([[X + 40, y - 16, 1], [X + 96, y - 20, 1], [X + 96, y + 20, 1], [X + 40, y + 16, 1]], side), { colour: '#6b4630', material: 'leather', lift: 0.6, roll: 0.5, art: stitchArt(`M${X + side * 48} ${y - 10}H${X + side * 88}V${y + 10}H${X + side * 48}`, '#c69a68', 1.4) });
    addPiece(art, ribbon([[X - 44, y, 5], [X - 20, y + 4, 5], [X + 44, y, 5]]), { colour: '#4a3122', material: 'cotton', lift: 0.5, roll: 0.5 });
    addPiece(art, [[X - 44, y - 6], [X - 10, y - 11], [X + 30, y - 5], [X + 34, y + 3], [X - 8, y + 11], [X - 44, y + 6]], { colour: '#b98a58', material: 'plastic', lift: 1.1, roll: 1 });
  }
}

function drawCape(art: Drawing, traits: Traits): void {
  const t: Torso = { neckHalf: 60, neckY: 200, shoulderHalf: 170, shoulderY: 246, armHalf: 230, armY: 460 };
  const half: Point[] = [[X, 220], [X + 60, 196, 1], [X + 130, 226], [X + 190, 300], [X + 270, 560], [X + 330, 900], [X + 338, 940, 1], [X + 170, 1000], [X, 1016]];
  const folds: Fold[] = [];
  for (const [t1, h] of [[-0.9, 8], [-0.7, -9], [-0.46, 9], [-0.24, -7], [0.18, 8], [0.42, -9], [0.64, 9], [0.86, -8]] as const) folds.push(fold(X + t1 * 320, 1000 - t1 * t1 * 50, X + t1 * 130, 320 + art.random.jitter(40), 74, h, { endWidth: 18 }));
  addPiece(art, [...loosen(art, half), ...loosen(art, flip(half)).reverse().filter(([x]) => Math.abs(x - X) > 0.5)], { folds });
  addSeam(art, `M${X} 240V1014`, darker(art.cloth.colour, 0.7), 3, 0.5);
  for (const side of [-1, 1]) addPiece(art, [[X + side * 130, 560, 1], [X + side * 154, 556, 1], [X + side * 176, 740, 1], [X + side * 150, 744, 1]], { lift: 0.6 });
  for (const y of [330, 450, 570]) drawButton(art, X, y, 15, buttonColour(art.cloth.colour));
  drawStand(art, t);
  if (traits.bow !== 'none') drawBow(art, X, 270, 90, { tails: 3 });
  art.focus = { x: X, y: 380, zoom: 1.9 };
}

export function drawDenimJacket(art: Drawing, traits: Traits): void {
  const torso: Torso = { neckHalf: 68, neckY: 226, shoulderHalf: 176, shoulderY: 268, armHalf: 168, armY: 440 };
  const c = art.cloth.colour;
  const thread = luminance(c) < 0.15 ? '#a98a5c' : '#d99a4a';
  const hemY = traits.length === 'cropped' ? 740 : 810;
  addPiece(art, [[X - 76, 216, 1], [X, 200], [X + 76, 216, 1], [X + 50, 300], [X, 320], [X - 50, 300]], { colour: darker(c, 0.5), lift: 0 });
  drawLabel(art, X, 232, 60, 32, '#9a6238');
  for (const side of [-1, 1] as const) drawSleeve(art, { kind: 'long', side, torso, ease: 1.1, swing: 15, bend: side > 0 ? 16 : 4, length: 560, cuff: 'cuff', cuffStyle: { colour: lighter(c, 0.08), pattern: null } });
  for (const side of [1, -1] as const) {
    const front: Point[] = [[X + 64, 222, 1], [X + 120, 242], [X + 176, 268, 1], [X + 160, 350], [X + 168, 440, 1], [X + 162, 600], [X + 158, hemY, 1], [X - 14, hemY + 10, 1], [X - 14, 320, 1], [X + 30, 290]];
    addPiece(art, loosen(art, sided(front, side), 1.5), { art: `<ellipse cx="${X + side * 84}" cy="600" rx="46" ry="150" fill="${lighter(c, 0.6)}" opacity=".16"/>`, folds: [fold(X + side * 166, 450, X + side * 50, 560, 40, -6, { bow: -side * 10 }), fold(X + side * 160, 640, X + side * 40, 680, 34, 5), fold(X + side * 156, 720, X + side * 60, 700, 28, -4)] });
    addStitch(art, spline(sided([[X + 16, 400], [X + 164, 392]], side), false), thread, 2, 0.85);
    addStitch(art, spline(sided([[X + 60, 480], [X + 46, hemY]], side), false), thread, 2, 0.8);
    addStitch(art, spline(sided([[X + 124, 480], [X + 100, hemY]], side), false), thread, 2, 0.8);
    addSeam(art, spline(sided([[X + 53, 480], [X + 40, hemY]], side), false));
    drawPocket(art, sided([[X + 42, 402, 1], [X + 138, 396, 1], [X + 136, 500], [X + 88, 528, 1], [X + 46, 504]], side), {});
    addPiece(art, sided([[X + 38, 392, 1], [X + 142, 386, 1], [X + 142, 424], [X + 90, 446, 1], [X + 38, 430]], side), { lift: 1, art: stitchArt(spline(sided([[X + 44, 396, 1], [X + 45, 424], [X + 90, 438, 1], [X + 136, 419], [X + 136, 393, 1]], side), false), thread, 1.8) });
    drawButton(art, X + side * 90, 424, 8, '#b98a52', 'metal');
  }
  addPiece(art, [[X - 20, 306, 1], [X + 22, 300, 1], [X + 22, hemY + 4, 1], [X - 20, hemY + 8, 1]], { lift: 0.8, bulge: 0.4, art: stitchArt(`M${X - 13} 310V${hemY}M${X + 15} 310V${hemY}`, thread, 1.8) });
  addPiece(art, [[X - 164, hemY - 8, 1], [X, hemY + 4], [X + 164, hemY - 8, 1], [X + 160, hemY + 44, 1], [X, hemY + 56], [X - 160, hemY + 44, 1]], { lift: 0.7, bulge: 0.6, art: stitchArt(`M${X - 160} ${hemY}Q450 ${hemY + 12} ${X + 160} ${hemY}M${X - 156} ${hemY + 36}Q450 ${hemY + 48} ${X + 156} ${hemY + 36}`, thread, 1.8) });
  for (let y = 336; y < hemY + 40; y += 86) drawButton(art, X + 1, y, 11, '#b98a52', 'metal');
  for (const side of [-1, 1] as const) addPiece(art, sided([[X + 58, 190, 1], [X + 84, 216], [X + 112, 290, 1], [X + 66, 322, 1], [X + 8, 300, 1], [X + 36, 250]], side), { lift: 1.3, art: stitchArt(spline(sided([[X + 80, 222], [X + 104, 286, 1], [X + 66, 312, 1], [X + 20, 296]], side), false), thread, 1.8) });
  addPiece(art, [[X - 62, 196, 1], [X, 172], [X + 62, 196, 1], [X + 44, 222], [X, 216], [X - 44, 222]], { colour: darker(c, 0.08), lift: 0.6 });
  art.focus = { x: X + 20, y: 400, zoom: 2.1 };
}

export function drawRainJacket(art: Drawing, traits: Traits): void {
  const torso: Torso = { neckHalf: 72, neckY: 250, shoulderHalf: 176, shoulderY: 288, armHalf: 176, armY: 470 };
  const c = art.cloth.colour;
  const hemY = traits.length === 'thigh' || traits.length === 'knee' ? 1040 : 900;
  drawHoodBack(art, torso);
  for (const side of [-1, 1] as const) drawSleeve(art, { kind: 'long', side, torso, ease: 1.16, swing: 15, bend: side > 0 ? 12 : 4, length: 570, cuff: 'cuff', cuffStyle: { colour: darker(c, 0.08) } });
  const right: Point[] = [[X, 260], [X + 72, 250, 1], [X + 124, 262], [X + 176, 288, 1], [X + 164, 380], [X + 176, 470, 1], [X + 178, 700], [X + 190, hemY - 10, 1], [X + 90, hemY + 6], [X, hemY + 10]];
  addPiece(art, [...loosen(art, right), ...loosen(art, flip(right)).reverse().filter(([x]) => Math.abs(x - X) > 0.5)], { folds: [fold(X - 176, 480, X - 40, 600, 50, -8, { bow: 14 }), fold(X + 176, 484, X + 50, 590, 50, -8, { bow: -14 }), fold(X - 180, 700, X - 40, 650, 40, 6), fold(X + 180, 760, X + 50, 700, 40, -6), fold(X - 120, hemY, X - 90, 720, 60, 7), fold(X + 110, hemY, X + 80, 760, 56, -7), fold(X - 60, hemY, X - 40, 800, 40, -5)] });
  addSeam(art, `M${X - 166} 400Q450 440 ${X + 166} 400`, darker(c, 0.5), 2, 0.5);
  if (traits.attributes.seamTaped === true) addInk(art, `<path d="M${X - 168} 404Q450 444 ${X + 168} 404" fill="none" stroke="${lighter(c, 0.3)}" stroke-width="5" opacity=".35"/>`);
  for (const side of [-1, 1] as const) {
    drawPocket(art, sided([[X + 44, hemY - 250, 1], [X + 156, hemY - 260, 1], [X + 166, hemY - 90, 1], [X + 48, hemY - 84, 1]], side), {});
    addPiece(art, sided([[X + 40, hemY - 268, 1], [X + 160, hemY - 278, 1], [X + 162, hemY - 226, 1], [X + 42, hemY - 216, 1]], side), { lift: 1 });
    drawButton(art, X + side * 100, hemY - 236, 7, '#c9c4ba', 'shank');
  }
  addPiece(art, [[X - 24, 330, 1], [X + 26, 330, 1], [X + 26, hemY + 8, 1], [X - 24, hemY + 8, 1]], { lift: 1, bulge: 0.5, art: stitchArt(`M${X - 16} 336V${hemY}M${X + 18} 336V${hemY}`, stitchColour(c), 1.5, 0.5) });
  for (let y = 372; y < hemY - 20; y += 118) drawButton(art, X + 1, y, 8, '#c9c4ba', 'shank');
  drawHoodFront(art, torso);
  for (const side of [-1, 1]) {
    addPiece(art, ribbon([[X + side * 34, 352, 6], [X + side * 40, 410, 6], [X + side * 36, 470, 6]]), { colour: lighter(c, 0.6), material: 'cotton', lift: 0.7, roll: 0.6 });
    addPiece(art, ellipse(X + side * 38, 436, 9, 12), { colour: '#3b3a3c', material: 'plastic', lift: 0.9 });
  }
  if (traits.details.has('belt')) { drawBelt(art, 660, 182, 44, { colour: darker(c, 0.06), kind: 'buckle' }); drawBuckle(art, X, 664, 46, 58, '#4b4a4e'); }
  art.focus = { x: X + 20, y: 400, zoom: 2 };
}

export function drawPuffer(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  const { random } = art;
  const long = traits.length === 'knee' || traits.length === 'thigh' || traits.length === 'midi';
  const vest = traits.sleeve === 'sleeveless';
  const rows = traits.length === 'cropped' ? 6 : long ? 10 : 7;
  const pitch = 86;
  const top = 276;
  const baffle = (points: Point[], y: number, x0: number, x1: number): void => {
    const folds: Fold[] = [];
    const count = Math.max(3, Math.round(Math.abs(x1 - x0) / 34));
    for (let q = 0; q < count; q++) {
      const x = x0 + ((x1 - x0) * (q + 0.5)) / count + random.jitter(8);
      folds.push(fold(x, y + pitch * 0.52, x + random.jitter(12), y + 8 + random.jitter(12), 18, -5, { bow: random.jitter(5) }));
      folds.push(fold(x + 16, y - pitch * 0.5, x + 14 + random.jitter(10), y - 10 + random.jitter(10), 17, q % 2 ? -5 : 4, { bow: random.jitter(5) }));
    }
    addPiece(art, points, { folds, roll: 2.2, bulge: 1.9, lift: 0.8, pattern: null, texture: null });
  };
  if (traits.neckline === 'hood' || traits.details.has('hood')) {
    addPiece(art, [[X - 116, 250], [X - 108, 150], [X - 56, 88], [X, 74], [X + 56, 88], [X + 108, 150], [X + 116, 250], [X, 290]], { roll: 2, bulge: 1.6, folds: [fold(X - 100, 160, X + 100, 168, 22, -7, { fade: 'none', bow: 16 }), fold(X - 60, 96, X - 50, 160, 18, -4), fold(X + 40, 90, X + 46, 150, 18, -4)] });
    addPiece(art, [[X - 74, 246], [X - 66, 170], [X - 34, 134], [X, 124], [X + 34, 134], [X + 66, 170], [X + 74, 246], [X, 280]], { colour: darker(c, 0.6), lift: 0, bulge: 0 });
  }
  if (!vest) for (const side of [-1, 1] as const) {
    const n = 8;
    const step = 66;
    const line = (q: number): readonly [number, number] => [X + side * (156 + 74 * Math.sin(Math.min(1, q / n) * 1.3) + q * 4.5 - (side > 0 ? Math.max(0, q - 4) * 7 : 0)), 296 + q * step];
    for (let k = n - 1; k >= 0; k--) {
      const [x0, y0] = line(k - 0.18);
      const [x1, y1] = line(k + 1.12);
      const w = 80 - k * 2.4;
      const tilt = 16 * side;
      baffle([[x0 - side * w * 0.98, y0 + tilt * side * 0.4, 1], [x0, y0 - 10], [x0 + side * (k === 0 ? w * 0.5 : w * 0.96), y0 - 14 + (k === 0 ? 12 : 0), 1], [x0 + side * (w * 1.1), (y0 + y1) / 2 - 10], [x1 + side * w * 0.96, y1 - 16, 1], [x1, y1 + 2], [x1 - side * w * 0.98, y1 + 8, 1], [x0 - side * w * 1.08, (y0 + y1) / 2]], (y0 + y1) / 2, x0 - w * 0.8, x0 + w * 0.8);
    }
    const [cx, cy] = line(n);
    const cuff = [[cx, cy - 6, 112], [cx - side * 2, cy + 26, 104], [cx - side * 4, cy + 44, 106]] as const;
    addPiece(art, ribbon(cuff), { colour: darker(c, 0.1), material: 'wool', texture: 'rib', flow: cuff });
  }
  const bottom = top + rows * pitch;
  addPiece(art, [[X - 180, bottom - 50, 1], [X + 180, bottom - 50, 1], [X + 172, bottom + 8, 1], [X, bottom + 16], [X - 172, bottom + 8, 1]], { colour: darker(c, 0.1), material: long ? 'nylon' : 'wool', texture: long ? null : 'rib' });
  for (let k = rows - 1; k >= 0; k--) {
    const y = top + k * pitch;
    const half = (k === 0 ? 148 : 182) + random.jitter(3) + (long ? k * 2 : 0);
    const h = pitch * 0.6;
    for (const side of [-1, 1] as const) baffle([[X + side * 3, y - h + 4, 1], [X + side * half * 0.5, y - h - 2], [X + side * (half - (k === 0 ? 52 : 8)), y - h + (k === 0 ? 8 : 2), 1], [X + side * (half + 6), y], [X + side * (half - 5), y + h - 8, 1], [X + side * half * 0.5, y + h], [X + side * 3, y + h - 4, 1]], y, X + side * 24, X + side * (half - 14));
  }
  for (const k of [1, 0]) for (const side of [-1, 1] as const) baffle([[X + side * 3, 170 + k * 42, 1], [X + side * 54, 160 + k * 40], [X + side * 92, 172 + k * 44, 1], [X + side * 104, 196 + k * 42], [X + side * 92, 222 + k * 40, 1], [X + side * 50, 226 + k * 44], [X + side * 3, 226 + k * 42, 1]], 196 + k * 42, X + side * 10, X + side * 90);
  drawZip(art, [[X, 174], [X + 1, 500], [X, bottom + 8]], luminance(c) > 0.4 ? '#8d8a84' : '#d3c298');
  drawLabel(art, X + 96, 430, 54, 28, mix(c, '#8a7f74', 0.4));
  for (const side of [-1, 1]) addSeam(art, `M${X + side * 96} ${bottom - 210}L${X + side * 130} ${bottom - 80}`, darker(c, 0.85), 5, 0.65);
  art.focus = { x: X + 24, y: 400, zoom: 2 };
}
