// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Dresses: one bodice, one skirt, cut by silhouette and length. */
import { addPiece, addSeam, addStitch, type Drawing, type Fold, fold, turned } from '../drawing.ts';
import { type Point, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter, mix } from '../palette.ts';
import type { Traits } from '../traits.ts';
import { drawNeckBand, drawShirtCollar, drawStraps, loosen, neckEdge, type Torso } from './bodice.ts';
import { drawSkirt, type SkirtShape } from './skirt-shape.ts';
import { drawSleeve } from './sleeves.ts';
import { buttonColour, drawBackNeck, drawBelt, drawBow, drawButton, drawHanger } from './trimmings.ts';

const HEMS: Record<string, number> = { mini: 830, 'above-knee': 870, knee: 930, midi: 1050, ankle: 1190, floor: 1290 };
const SLEEVED = new Set(['cap', 'short', 'elbow', 'three-quarter', 'long', 'puff', 'bishop']);

interface Cut { waistY: number; waist: number; hip: number; hem: number; fullness: number; wave: number; seam: boolean; gathered: boolean }

function cutOf(traits: Traits, hemY: number): Cut {
  const drop = (hemY - 430) / 860;
  const soft = traits.material === 'chiffon' || traits.material === 'tulle' || traits.material === 'silk' || traits.material === 'satin';
  switch (traits.silhouette) {
    case 'column': case 'straight': return { waistY: 432, waist: 112, hip: 132, hem: 138 + drop * 44, fullness: 0, wave: 0, seam: false, gathered: false };
    case 'bodycon': case 'pencil': return { waistY: 428, waist: 96, hip: 134, hem: 122, fullness: 0, wave: 0, seam: false, gathered: false };
    case 'slip': return { waistY: 436, waist: 116, hip: 138, hem: 150 + drop * 70, fullness: 3, wave: 4, seam: false, gathered: false };
    case 'wrap': return { waistY: 426, waist: 100, hip: 142, hem: 170 + drop * 80, fullness: 4, wave: 7, seam: true, gathered: false };
    case 'fit-and-flare': return { waistY: 424, waist: 96, hip: 176, hem: 236 + drop * 96, fullness: 6, wave: 13, seam: true, gathered: true };
    case 'empire': return { waistY: 346, waist: 112, hip: 150, hem: 190 + drop * 110, fullness: 5, wave: 9, seam: true, gathered: true };
    case 'shirt-dress': return { waistY: 440, waist: 116, hip: 148, hem: 166 + drop * 60, fullness: 4, wave: 2, seam: true, gathered: false };
    default: {
      const grand = traits.length === 'floor' && (soft || traits.bow === 'big' || traits.materialWord === 'velvet');
      return { waistY: 424, waist: 98, hip: grand ? 170 : 148, hem: (grand ? 214 : 180) + drop * 105, fullness: grand ? 6 : 5, wave: grand ? 16 : 8, seam: true, gathered: false };
    }
  }
}

export function drawDress(art: Drawing, traits: Traits, back = false): void {
  const hemY = HEMS[traits.length] ?? 900;
  const cut = cutOf(traits, hemY);
  const torso: Torso = { neckHalf: 66, neckY: 158, shoulderHalf: 132, shoulderY: 186, armHalf: 116, armY: 302 };
  const shirt = traits.silhouette === 'shirt-dress' || traits.neckline === 'shirt-collar';
  const sleeved = SLEEVED.has(traits.sleeve) || (shirt && traits.sleeve === '');
  const neckline = back ? (['strapless', 'sweetheart', 'off-shoulder', 'halter'].includes(traits.neckline) ? 'strapless' : 'boat') : traits.neckline || (shirt ? 'shirt-collar' : sleeved ? 'scoop' : 'sweetheart');
  const bare = traits.sleeve === 'strap' || (traits.silhouette === 'slip' && !sleeved) || (!sleeved && traits.neckline === 'cowl');
  const edge = neckEdge(neckline, torso, bare, 1, sleeved);
  const onHanger = edge.hasShoulders && (shirt || traits.patternName !== 'plain' || sleeved);
  if (onHanger) drawHanger(art, torso.shoulderY, torso.shoulderHalf - 8, 78);
  if (edge.hasShoulders && (edge.depth > 26 || neckline === 'one-shoulder')) drawBackNeck(art, torso.neckHalf + (sleeved && (neckline === 'sweetheart' || neckline === 'strapless') ? 26 : 0), torso.neckY + 4, Math.max(44, edge.depth + 16), art.cloth.colour);
  if (traits.bow === 'big' && traits.bowPosition === 'back' && !back) drawBow(art, X, cut.waistY - 10, 124, { tails: hemY > 960 ? 4.6 : 2.6, droop: 0.2 });
  if (sleeved) for (const side of [-1, 1] as const) drawSleeve(art, { kind: traits.sleeve || 'short', side, torso, cuff: shirt && traits.sleeve !== 'long' ? 'turn-up' : undefined, bend: side > 0 ? 9 : 3 });
  if (bare || (traits.sleeve === 'strap' && !edge.hasShoulders)) drawStraps(art, torso, traits.silhouette === 'slip' ? 8 : 15, { pattern: null });

  const skirt: SkirtShape = {
    waistY: cut.waistY, waistHalf: cut.waist, hipHalf: cut.hip, hemY, hemHalf: cut.hem, fullness: cut.fullness, wave: cut.wave, gathered: cut.gathered, hem: shirt ? 'shirt-tail' : 'round',
    slit: traits.details.has('slit') ? (back ? 'left' : 'right') : null, sag: shirt ? 26 : Math.min(34, cut.hem * 0.1), style: {},
  };
  if (cut.seam) drawSkirt(art, skirt);
  const skirtTop = drawBodice(art, traits, torso, cut, edge.right, edge.left, back);
  if (!cut.seam) drawOnePiece(art, traits, torso, cut, edge, skirt, back);
  drawFront(art, traits, { torso, cut, neckline, hemY, shirt, back, skirtTop });
  drawDressBow(art, traits, torso, cut, hemY, back);
  art.focus = { x: 450, y: traits.bow === 'big' ? cut.waistY : 330, zoom: 2.1 };
}

/** Straight dresses are one length of cloth from neckline to hem. */
function drawOnePiece(art: Drawing, traits: Traits, torso: Torso, cut: Cut, edge: { right: Point[]; left: Point[] }, skirt: SkirtShape, back: boolean): void {
  const { random } = art;
  const hem = (s: number): Point[] => [[X + s * cut.waist, cut.waistY], [X + s * (cut.hip + 2), cut.waistY + 118], [X + s * (cut.hip + (cut.hem - cut.hip) * 0.45), (cut.waistY + skirt.hemY) / 2 + 60], [X + s * cut.hem, skirt.hemY - 12, 1], [X + s * cut.hem * 0.5, skirt.hemY + 2]];
  const folds: Fold[] = [
    fold(X - torso.armHalf, torso.armY + 6, X - 12, torso.armY + 110, 44, -6, { bow: 14, skew: 0.4 }), fold(X + torso.armHalf, torso.armY + 10, X + 20, torso.armY + 122, 40, -6, { bow: -12, skew: -0.4 }),
    fold(X - cut.waist, cut.waistY + 4, X + 14, cut.waistY + 40, 30, -5, { bow: 7 }), fold(X + cut.waist, cut.waistY - 16, X - 6, cut.waistY + 12, 28, 5, { bow: -6 }), fold(X + cut.waist, cut.waistY + 22, X + 12, cut.waistY + 52, 26, -4),
    fold(X - cut.hip, cut.waistY + 130, X - 10, cut.waistY + 176, 30, -3.5, { bow: 8 }),
  ];
  for (const [t, from, h, w] of [[-0.62, 0.3, 8, 80], [-0.3, 0.22, -8, 64], [0.06, 0.4, 7, 76], [0.36, 0.26, -8, 62], [0.7, 0.34, 7, 70]] as const) {
    folds.push(fold(X + t * cut.hem + random.jitter(6), skirt.hemY, X + t * cut.hip * 0.8, cut.waistY + (skirt.hemY - cut.waistY) * (from + random.jitter(0.06)), w, h, { endWidth: 18, bow: random.jitter(9), skew: random.jitter(0.4) }));
  }
  if (traits.neckline === 'cowl' && !back) for (let k = 0; k < 4; k++) for (const s of [-1, 1]) folds.push(fold(X + s * (torso.armHalf * 0.62 + k * 6), torso.armY - 44 + k * 22, X - s * 8, torso.armY - 10 + k * 34, 26, k % 2 ? -6 : 7, { bow: s * (16 + k * 3), endWidth: 24 }));
  const right = [...loosen(art, edge.right, 1.5), ...loosen(art, hem(1), 3)];
  const left = [...loosen(art, edge.left, 1.5), ...loosen(art, hem(-1), 3)];
  addPiece(art, [...right, [X, skirt.hemY + 6], ...left.reverse().filter(([x]) => Math.abs(x - X) > 0.5)], { folds });
  if (skirt.slit) drawSkirt(art, { ...skirt, waistY: skirt.hemY - 330, waistHalf: 1, hipHalf: 1, hemHalf: 1, style: { opacity: 0 } });
}

function drawBodice(art: Drawing, traits: Traits, torso: Torso, cut: Cut, edgeRight: Point[], edgeLeft: Point[], back: boolean): number {
  if (!cut.seam) return cut.waistY;
  const { armHalf, armY } = torso;
  const waistEdge = (s: number): Point[] => [[X + s * (armHalf - 4), (armY + cut.waistY) / 2 - 10], [X + s * (cut.waist + 1), cut.waistY - 10], [X + s * cut.waist, cut.waistY + 9, 1], [X + s * cut.waist * 0.5, cut.waistY + 14]];
  const right = [...loosen(art, edgeRight, 1.5), ...loosen(art, waistEdge(1), 1.5)];
  const left = [...loosen(art, edgeLeft, 1.5), ...loosen(art, waistEdge(-1), 1.5)];
  const r = art.random;
  const folds: Fold[] = [
    fold(X - armHalf, armY + 4, X - 20, cut.waistY - 30, 38, -6, { bow: 12, skew: 0.4 }), fold(X + armHalf, armY + 8, X + 26, cut.waistY - 24, 36, -6, { bow: -13, skew: -0.4 }),
    fold(X - cut.waist, cut.waistY - 26, X - 6, cut.waistY - 44, 26, 5, { bow: -5 }), fold(X + cut.waist, cut.waistY - 12, X + 8, cut.waistY - 40, 26, -5, { bow: 5 }), fold(X - cut.waist * 0.9, cut.waistY - 4, X + 10, cut.waistY - 18, 22, -4),
    fold(X - armHalf * 0.8, armY + 34, X - 6, cut.waistY - 60, 30, 5, { bow: 10 + r.jitter(3), skew: -0.3 }), fold(X + armHalf * 0.7, armY + 20, X + 10, cut.waistY - 66, 30, 5, { bow: -9, skew: 0.3 }),
  ];
  if (traits.neckline === 'cowl' && !back) for (let k = 0; k < 4; k++) for (const s of [-1, 1]) folds.push(fold(X + s * (70 + k * 6), armY - 60 + k * 24, X - s * 8, armY - 20 + k * 34, 26, k % 2 ? -6 : 7, { bow: s * (16 + k * 3), endWidth: 24 }));
  addPiece(art, [...right, [X, cut.waistY + 15], ...left.reverse().filter(([x]) => Math.abs(x - X) > 0.5)], { folds });
  return cut.waistY;
}

interface FrontParts { torso: Torso; cut: Cut; neckline: string; hemY: number; shirt: boolean; back: boolean; skirtTop: number }

function drawFront(art: Drawing, traits: Traits, { torso, cut, neckline, hemY, shirt, back }: FrontParts): void {
  const { details } = traits;
  const colour = art.cloth.colour;
  const formal = ['satin', 'silk', 'velvet', 'sequins', 'tulle', 'chiffon'].includes(art.cloth.material);
  if (neckline === 'sweetheart' && cut.seam && !SLEEVED.has(traits.sleeve)) addSeam(art, `M${X - torso.armHalf + 5} ${torso.armY - 20}C${X - 90} ${torso.armY - 62} ${X - 34} ${torso.armY - 66} ${X} ${torso.armY + 10}C${X + 34} ${torso.armY - 66} ${X + 90} ${torso.armY - 62} ${X + torso.armHalf - 5} ${torso.armY - 20}`, darker(colour, 0.5), 1.5, 0.35);
  if (neckline === 'off-shoulder') {
    const y = torso.armY - 62;
    addPiece(art, [[X - 150, y + 2, 1], [X - 84, y + 4], [X, y + 22], [X + 84, y + 4], [X + 150, y + 2, 1], [X + 168, y + 44], [X + 158, y + 84, 1], [X + 84, y + 74], [X, y + 92], [X - 84, y + 74], [X - 158, y + 84, 1], [X - 168, y + 44]], { lift: 1.2, bulge: 0.7, folds: [fold(X - 158, y + 22, X - 8, y + 46, 22, 5, { bow: -8, endWidth: 12 }), fold(X + 158, y + 20, X + 10, y + 44, 22, 5, { bow: 8, endWidth: 12 }), fold(X - 162, y + 42, X - 4, y + 60, 20, -5, { bow: -8, endWidth: 12 }), fold(X + 162, y + 42, X + 6, y + 60, 20, -5, { bow: 8, endWidth: 12 }), fold(X - 160, y + 62, X, y + 76, 20, 5, { bow: -8, endWidth: 10 }), fold(X + 160, y + 64, X + 8, y + 76, 20, 5, { bow: 8, endWidth: 10 })] });
  }
  if (['crew', 'boat', 'scoop', 'square', 'turtleneck'].includes(neckline) && !formal && !(traits.sleeve === 'strap')) drawNeckBand(art, neckline, torso, neckline === 'turtleneck' ? 60 : 11, { colour: darker(colour, 0.05), pattern: null, texture: traits.texture === 'fine-rib' ? 'fine-rib' : null });
  if (shirt && !back) {
    addPiece(art, [[X - 18, torso.neckY + 56, 1], [X + 19, torso.neckY + 56, 1], [X + 22, cut.waistY], [X + 22, hemY - 2, 1], [X - 20, hemY - 2, 1], [X - 19, cut.waistY]], { colour: lighter(colour, 0.05), pattern: turned(art, 0), lift: 0.7, bulge: 0.4 });
    addStitch(art, `M${X - 14} ${torso.neckY + 80}L${X - 15} ${hemY - 8}M${X + 15} ${torso.neckY + 80}L${X + 17} ${hemY - 8}`, undefined, 1.4, 0.45);
    const step = 84;
    for (let y = torso.neckY + 96; y < hemY - 40; y += step) drawButton(art, X + 1, y, 8, buttonColour(colour));
    drawShirtCollar(art, torso);
  }
  if (traits.silhouette === 'wrap' && !back) drawWrap(art, torso, cut, hemY);
  if (details.has('ruffle')) drawRuffle(art, cut.waistY < 400 ? X : X, hemY, cut.hem * 0.99);
  if (details.has('buttons') && !shirt && !back) for (let y = torso.armY - 10; y < hemY - 60; y += 62) drawButton(art, X, y, 7.5, formal ? colour : buttonColour(colour));
  const belted = details.has('belt') || (traits.silhouette === 'shirt-dress' && traits.bow === 'none');
  if (belted) {
    const own = details.has('buckle');
    drawBelt(art, cut.waistY, cut.waist + 4, 40, { colour: own ? '#8a5a36' : darker(colour, 0.1), kind: own ? 'buckle' : traits.bow === 'none' ? 'tied' : 'buckle', material: own ? 'leather' : undefined });
  } else if (cut.seam && formal && traits.silhouette !== 'wrap') {
    addPiece(art, [[X - cut.waist - 2, cut.waistY - 18, 1], [X, cut.waistY - 8], [X + cut.waist + 2, cut.waistY - 18, 1], [X + cut.waist + 3, cut.waistY + 20, 1], [X, cut.waistY + 32], [X - cut.waist - 3, cut.waistY + 20, 1]], { lift: 0.8, folds: [fold(X - cut.waist, cut.waistY - 6, X + 30, cut.waistY + 8, 14, 4, { fade: 'none' }), fold(X + cut.waist, cut.waistY + 10, X - 30, cut.waistY + 18, 14, -4, { fade: 'none' })] });
  }
}

function drawWrap(art: Drawing, torso: Torso, cut: Cut, hemY: number): void {
  const { random } = art;
  const y = torso.neckY;
  addPiece(art, [[X - torso.neckHalf, y, 1], [X - 30, y + 86], [X + 34, y + 186], [X + cut.waist, cut.waistY - 6, 1], [X + cut.waist, cut.waistY + 14, 1], [X + 10, cut.waistY + 16], [X - cut.waist + 6, cut.waistY + 8, 1], [X - torso.armHalf + 4, torso.armY + 10], [X - torso.shoulderHalf + 18, torso.shoulderY + 24]], { lift: 1, roll: 0.8, folds: [fold(X + cut.waist, cut.waistY, X - 60, y + 150, 40, 6, { bow: 12 }), fold(X + cut.waist, cut.waistY + 4, X - 90, torso.armY + 30, 34, -6, { bow: 6 }), fold(X + cut.waist, cut.waistY + 8, X - 80, cut.waistY - 20, 26, 5, { bow: -4 })] });
  addPiece(art, [[X - cut.waist + 6, cut.waistY + 6, 1], [X + cut.waist, cut.waistY + 2, 1], [X + cut.waist * 0.9, cut.waistY + 120], [X + cut.hem * 0.42, (cut.waistY + hemY) / 2 + 60], [X + cut.hem * 0.2, hemY - 30, 1], [X - cut.hem * 0.3, hemY + 2], [X - cut.hem + 8, hemY - 26, 1], [X - cut.hip - 4, cut.waistY + 130]], { lift: 1.1, folds: [fold(X - cut.hem * 0.6, hemY, X + cut.waist * 0.4, cut.waistY + 30, 56, 8, { bow: -16 }), fold(X - cut.hem * 0.2, hemY, X + cut.waist * 0.6, cut.waistY + 30, 46, -8, { bow: -14 }), fold(X + cut.hem * 0.1, hemY - 20, X + cut.waist * 0.76, cut.waistY + 26, 40, 7, { bow: -12 + random.jitter(4) })] });
  drawBelt(art, cut.waistY, cut.waist + 3, 34, { colour: darker(art.cloth.colour, 0.05), kind: 'band' });
  drawBow(art, X + cut.waist - 12, cut.waistY + 3, 44, { tails: 4.4, style: { pattern: turned(art, 60) } });
}

function drawRuffle(art: Drawing, cx: number, hemY: number, half: number): void {
  const top = hemY - 118;
  const count = 9;
  const points: Point[] = [[cx - half * 0.9, top, 1], [cx, top + 10], [cx + half * 0.9, top, 1]];
  const folds: Fold[] = [];
  for (let k = 0; k <= count; k++) {
    const t = 1 - (2 * k) / count;
    points.push([cx + t * half * 1.08, hemY + 10 - t * t * 24 + (k % 2 ? 12 : -9), k === 0 || k === count ? 1 : 0]);
    folds.push(fold(cx + t * half * 1.06, hemY + 16 - t * t * 24, cx + t * half * 0.93, top + 6, (half / count) * 2.2, k % 2 ? 9 : -9, { endWidth: 10 }));
  }
  addPiece(art, points, { lift: 1.1, folds });
  addStitch(art, spline([[cx - half * 0.89, top + 6], [cx, top + 16], [cx + half * 0.89, top + 6]], false), undefined, 1.4, 0.4);
}

function drawDressBow(art: Drawing, traits: Traits, torso: Torso, cut: Cut, hemY: number, back: boolean): void {
  if (traits.bow === 'none') return;
  const position = traits.bowPosition || 'waist';
  if (position === 'back' && !back) return;
  if (position !== 'back' && back) return;
  const big = traits.bow === 'big';
  const contrast = traits.hasSecond && traits.patternName === 'plain' ? traits.colour2 : mix(art.cloth.colour, '#ff8a66', 0.05);
  const tails = big ? Math.min(5.2, (hemY - cut.waistY) / 140) : 1.9;
  const size = big ? 104 : 50;
  const style = { pattern: contrast === traits.colour2 ? null : turned(art, 60) };
  const spots: Record<string, readonly [number, number, number]> = {
    front: [X - (big ? 34 : 0), cut.waistY - (big ? 0 : 120), 0], back: [X, cut.waistY - 8, 0], waist: [X - (big ? 40 : 46), cut.waistY, -0.06], neck: [X, torso.neckY + 64, 0], shoulder: [X + torso.shoulderHalf * 0.62, torso.shoulderY + 26, 0.3], side: [X + cut.waist - 16, cut.waistY, 0.16],
  };
  const [x, y, turn] = spots[position] ?? spots.waist!;
  drawBow(art, x, y, position === 'neck' ? size * 0.84 : position === 'back' ? size * 1.12 : size, { colour: contrast, droop: big ? 0.17 : 0.1, tails: position === 'shoulder' ? Math.min(2.4, tails) : tails, turn, style });
}

