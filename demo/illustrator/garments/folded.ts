// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Folded views: knitwear and shirts as a neat pack, trousers and scarves as slabs. */
import { addPiece, addStitch, type Drawing, fold, type PieceStyle, turned } from '../drawing.ts';
import { type Point, sided, spline, CENTRE as X } from '../geometry.ts';
import { darker } from '../palette.ts';
import type { Traits } from '../traits.ts';
import { drawNeckBand, drawShirtCollar, type Torso } from './bodice.ts';
import { drawCable } from './tops.ts';
import { buttonColour, drawBackNeck, drawButton } from './trimmings.ts';

export function drawFolded(art: Drawing, traits: Traits): void {
  if (traits.category === 'scarves') { drawFoldedScarf(art, traits); return; }
  const c = art.cloth.colour;
  const r = art.random;
  const torso: Torso = { neckHalf: 84, neckY: 372, shoulderHalf: 230, shoulderY: 410, armHalf: 250, armY: 620 };
  const knit = traits.category === 'jumpers' || traits.category === 'cardigans';
  for (let k = knit ? 2 : 1; k > 0; k--) addPiece(art, [[X - 240, 520, 1], [X, 508], [X + 240, 520, 1], [X + 270 + k * 5, 640], [X + 262 + k * 5, 856 + k * 15], [X + 234, 884 + k * 15], [X, 894 + k * 15], [X - 234, 884 + k * 15], [X - 262 - k * 5, 856 + k * 15], [X - 270 - k * 5, 640]], { colour: darker(c, 0.05 * k), pattern: turned(art, 0), bulge: 2 });
  drawBackNeck(art, torso.neckHalf, torso.neckY + 4, traits.neckline === 'v-neck' ? 130 : 50, c);
  const edge: Point[] = traits.neckline === 'v-neck' ? [[X, torso.neckY + 130, 1], [X + 46, torso.neckY + 60]] : [[X, torso.neckY + 46], [X + 52, torso.neckY + 32]];
  const half: Point[] = [...edge, [X + 84, torso.neckY, 1], [X + 160, 384], [X + 244, 402, 1], [X + 258, 620], [X + 250, 826], [X + 222, 852], [X, 862]];
  addPiece(art, [...half.map(([x, y, k]): Point => [x + r.jitter(2), y + r.jitter(2), k]), ...half.slice(0, -1).filter(([x]) => x > X + 1).map(([x, y, k]): Point => [2 * X - x + r.jitter(2), y + r.jitter(2), k]).reverse()], { lift: 1.4, bulge: 2.2, roll: 1.5, folds: [fold(X - 240, 846, X - 120, 690, 60, -5, { bow: 10 }), fold(X + 246, 830, X + 140, 700, 56, -5, { bow: -10 }), fold(X - 220, 430, X - 110, 560, 56, -5), fold(X + 220, 430, X + 120, 550, 56, -5), fold(X - 60, 850, X - 40, 700, 46, 3)] });
  if (traits.details.has('cable') || traits.patternName === 'cable') for (const dx of [-96, 0, 96]) drawCable(art, X + dx, torso.neckY + (dx === 0 ? 100 : 64), 850, 46);
  for (const side of [-1, 1] as const) addPiece(art, sided([[X + 184, 400, 1], [X + 246, 404], [X + 264, 560], [X + 260, 780], [X + 240, 842, 1], [X + 206, 806], [X + 196, 600]], side), { colour: darker(c, 0.03), pattern: turned(art, side * 9), lift: 1, bulge: 1.4, folds: [fold(X + side * 236, 420, X + side * 224, 800, 30, -5, { bow: side * 4 })] });
  if (traits.category === 'shirts' || traits.category === 'blouses') {
    const top = torso.neckY + 58;
    addPiece(art, [[X - 17, top, 1], [X + 19, top, 1], [X + 20, 862, 1], [X - 18, 862, 1]], { pattern: turned(art, 0), lift: 0.6, bulge: 0.3 });
    for (let y = top + 36; y < 850; y += 96) drawButton(art, X + 1, y, 8.5, buttonColour(c));
    drawShirtCollar(art, torso, { drop: 64 });
  } else {
    const style: PieceStyle = { texture: knit ? 'rib' : 'fine-rib', pattern: null, colour: darker(c, 0.04) };
    if (traits.category === 'cardigans') { addPiece(art, [[X - 24, torso.neckY + 60, 1], [X + 26, torso.neckY + 60, 1], [X + 26, 864, 1], [X - 24, 864, 1]], { ...style, lift: 0.8 }); for (let y = torso.neckY + 110; y < 850; y += 92) drawButton(art, X, y, 11, buttonColour(c)); }
    drawNeckBand(art, traits.neckline === 'v-neck' || traits.neckline === 'turtleneck' ? traits.neckline : 'crew', torso, knit ? 30 : 17, style, false);
  }
  art.focus = { x: X, y: 500, zoom: 1.8 };
}

function drawFoldedScarf(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  for (let k = 2; k >= 0; k--) {
    const g = k * 8;
    addPiece(art, [[230 - g, 330 + g * 1.6, 1], [X, 322 + g * 1.6], [668 + g * 0.6, 330 + g * 1.6, 1], [680 + g * 0.6, 600], [672 + g * 0.6, 860 + g * 1.8, 1], [X, 870 + g * 1.8], [228 - g, 860 + g * 1.8, 1], [218 - g, 600]], { colour: k ? darker(c, 0.05 * k) : c, pattern: turned(art, 0), lift: 1.2, bulge: 1.8, roll: 1.4, folds: k ? [] : [fold(250, 860, 320, 500, 80, -4), fold(640, 850, 590, 480, 80, -4), fold(440, 866, 450, 560, 60, 3)] });
  }
  addPiece(art, [[420, 326, 1], [668, 330, 1], [680, 600], [672, 862, 1], [440, 868, 1], [428, 600]], { lift: 1.2, bulge: 1.2, pattern: turned(art, 3), folds: [fold(480, 866, 500, 420, 60, -4)] });
  if (traits.details.has('fringe') || traits.patternName === 'plaid') for (let k = 0; k < 22; k++) { const x = 442 + k * 10.6; addPiece(art, [[x, 862, 1], [x + 7, 862, 1], [x + 5 + art.random.jitter(8), 930 + art.random.jitter(8)]], { colour: k % 3 ? c : traits.colour2, pattern: null, texture: null, lift: 0.5 }); }
  else addStitch(art, spline([[446, 850], [560, 852], [666, 848]], false), undefined, 1.8, 0.5);
  art.focus = { x: X + 40, y: 600, zoom: 1.8 };
}
