// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Scarves and hats. */
import { addPiece, addStitch, type Drawing, type Fold, fold, type PieceStyle, turned } from '../drawing.ts';
import { drawBow } from '../garments/trimmings.ts';
import { ellipse, type Point, type RibbonPoint, ribbon, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter } from '../palette.ts';
import type { Traits } from '../traits.ts';

function drawFringe(art: Drawing, x0: number, y0: number, x1: number, y1: number, second: string): void {
  const count = 17;
  for (let k = 0; k < count; k++) {
    const t = k / (count - 1);
    const [x, y] = [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t];
    const [dx, l] = [art.random.jitter(12), 74 + art.random.jitter(12)];
    const line: RibbonPoint[] = [[x, y - 8, 9], [x + dx * 0.4, y + l * 0.5, 8], [x + dx, y + l, 5]];
    addPiece(art, ribbon(line), { colour: k % 3 === 0 ? second : k % 2 ? lighter(art.cloth.colour, 0.1) : art.cloth.colour, pattern: null, texture: null, lift: 0.5, bulge: 1 });
  }
}

export function drawScarf(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  const silk = ['silk', 'satin', 'chiffon'].includes(art.cloth.material);
  const fringe = !silk && (traits.details.has('fringe') || traits.details.size === 0 || traits.patternName === 'plaid');
  const second = traits.pattern ? traits.colour2 : darker(c, 0.1);
  const along = (line: RibbonPoint[], style: PieceStyle): void => { addPiece(art, ribbon(line), { flow: line, pattern: turned(art, 0), ...style }); };
  if (silk && art.random.chance(0.7)) { drawSquareScarf(art, traits); return; }
  if (fringe) drawFringe(art, 214, 1006, 384, 1016, second);
  along([[424, 420, 124], [362, 640, 164], [312, 840, 184], [298, 1016, 190]], { folds: [fold(240, 1016, 404, 470, 60, -8, { bow: 10 }), fold(290, 1016, 420, 470, 50, 7, { bow: 6 }), fold(350, 1010, 436, 470, 44, -6, { bow: -6 })] });
  addPiece(art, [[250, 330], [330, 210], [470, 170], [610, 220], [670, 340], [640, 460], [560, 420], [580, 340], [530, 280], [450, 262], [370, 290], [330, 350], [330, 430], [280, 430]], { colour: darker(c, 0.1), pattern: turned(art, 50), folds: [fold(270, 360, 470, 200, 50, 8, { bow: 28, fade: 'both' }), fold(640, 440, 590, 260, 44, -7, { bow: -14, fade: 'both' }), fold(330, 300, 560, 230, 34, -6, { bow: 24, fade: 'both' })] });
  if (fringe) drawFringe(art, 512, 966, 694, 956, second);
  along([[482, 430, 128], [540, 600, 164], [582, 780, 186], [604, 966, 194]], { lift: 1.2, folds: [fold(530, 966, 496, 470, 60, -8, { bow: -10 }), fold(600, 966, 500, 470, 54, 8, { bow: 8 }), fold(672, 950, 520, 470, 50, -7, { bow: 10 })] });
  addPiece(art, [[234, 340], [262, 424], [340, 504], [450, 532], [570, 502], [652, 422], [678, 330], [620, 330], [560, 382], [450, 410], [340, 386], [290, 330]], { pattern: turned(art, -60), lift: 1.6, folds: [fold(250, 370, 470, 500, 46, -8, { bow: -26 }), fold(280, 350, 450, 446, 44, 8, { bow: -20 }), fold(662, 360, 480, 486, 46, 7, { bow: 22 }), fold(310, 366, 440, 424, 30, -6, { bow: -10 }), fold(620, 350, 500, 430, 36, -7, { bow: 16 })] });
  addPiece(art, [[382, 392], [450, 374], [522, 396], [544, 470], [512, 556], [450, 578], [386, 550], [362, 470]], { pattern: turned(art, 12), lift: 1.4, bulge: 1.6, folds: [fold(402, 390, 412, 566, 34, -7, { fade: 'both' }), fold(450, 378, 458, 576, 30, 6, { fade: 'both' }), fold(500, 396, 492, 562, 34, -7, { fade: 'both' })] });
  art.focus = { x: X, y: 480, zoom: 1.8 };
}

/** A silk square, folded once into a fan. */
function drawSquareScarf(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  const border = traits.hasSecond ? traits.colour2 : darker(c, 0.35);
  const edge = (points: Point[], inset: number): string => { const [mx, my] = [points.reduce((s, p) => s + p[0], 0) / points.length, points.reduce((s, p) => s + p[1], 0) / points.length]; return spline(points.map(([x, y]): Point => [x + (mx - x) * inset, y + (my - y) * inset, 1])); };
  const back: Point[] = [[450, 220, 1], [770, 560, 1], [520, 960, 1], [180, 600, 1]];
  addPiece(art, back, { colour: darker(c, 0.06), pattern: turned(art, 40), art: `<path d="${edge(back, 0.05)}" fill="none" stroke="${border}" stroke-width="26"/>`, folds: [fold(450, 230, 420, 800, 90, 7), fold(560, 340, 500, 900, 80, -7), fold(330, 400, 420, 860, 80, -6)] });
  const front: Point[] = [[200, 420, 1], [470, 330], [716, 404, 1], [640, 700], [462, 1010, 1], [300, 740]];
  addPiece(art, front, { pattern: turned(art, 0), lift: 1.3, art: `<path d="${edge(front, 0.06)}" fill="none" stroke="${border}" stroke-width="28"/><path d="${edge(front, 0.15)}" fill="none" stroke="${lighter(border, 0.5)}" stroke-width="4"/>`, folds: [fold(260, 410, 440, 960, 80, -8, { bow: 10 }), fold(360, 370, 456, 980, 70, 8, { bow: 6 }), fold(470, 340, 464, 990, 70, -8), fold(580, 360, 472, 980, 70, 8, { bow: -6 }), fold(670, 396, 480, 960, 80, -8, { bow: -10 })] });
  if (traits.bow !== 'none') drawBow(art, X, 400, 90, { tails: 1.6 });
  art.focus = { x: X + 60, y: 560, zoom: 1.9 };
}

export function drawHat(art: Drawing, traits: Traits): void {
  const style = traits.style || (traits.texture === 'straw' ? 'straw' : traits.material === 'wool' ? 'beanie' : 'bucket');
  const band = traits.hasSecond ? traits.colour2 : darker(art.cloth.colour, 0.6);
  if (style !== 'beanie' && art.cloth.texture !== 'straw' && art.cloth.texture !== 'corduroy' && art.cloth.texture !== 'quilt') art.cloth.texture = null;
  if (style === 'beanie') drawBeanie(art, traits);
  else if (style === 'beret') drawBeret(art);
  else if (style === 'bucket') drawBucketHat(art);
  else drawBrimHat(art, traits, style === 'straw', band);
}

function drawBeanie(art: Drawing, traits: Traits): void {
  const folds: Fold[] = Array.from({ length: 9 }, (_, k) => fold(250 + k * 50, 780, 420 + k * 8, 380, 44, k % 2 ? 5 : -5, { endWidth: 8 }));
  if (traits.details.has('pompom')) for (let k = 0; k < 60; k++) { const a = k * 2.4; const r = 84 * Math.sqrt(k / 60); addPiece(art, ellipse(450 + Math.cos(a) * r, 322 + Math.sin(a) * r * 0.94, 24, 24, 8), { colour: k % 2 ? lighter(art.cloth.colour, 0.2) : art.cloth.colour, material: 'mohair', pattern: null, texture: null, lift: 0.3 }); }
  const points: Point[] = [[236, 800, 1], [238, 640], [276, 490], [350, 392], [450, 362], [550, 390], [624, 488], [662, 640], [664, 800, 1]];
  addPiece(art, points, { bulge: 2.2, roll: 1.6, folds, texture: art.cloth.texture ?? 'rib', lift: 1 });
  addPiece(art, [[214, 724, 1], [330, 748], [450, 756], [570, 748], [686, 724, 1], [692, 810], [680, 884, 1], [570, 910], [450, 918], [330, 910], [220, 884, 1], [208, 810]], { texture: 'rib', lift: 1.4, bulge: 1.7, roll: 1.5, folds: [fold(250, 900, 260, 750, 50, -4), fold(560, 914, 556, 770, 50, 3)] });
  addPiece(art, [[560, 810, 1], [626, 800, 1], [630, 846, 1], [564, 856, 1]], { colour: '#a5703f', material: 'leather', pattern: null, texture: null, lift: 0.6 });
  art.focus = { x: X + 60, y: 720, zoom: 1.9 };
}

function drawBeret(art: Drawing): void {
  addPiece(art, ribbon([[470, 400, 16], [484, 366, 14], [500, 346, 12]]), { bulge: 1 });
  addPiece(art, [[150, 640], [210, 500], [350, 410], [520, 396], [680, 450], [770, 570], [762, 690], [660, 770], [480, 796], [290, 790], [180, 730]], { bulge: 2.6, roll: 2.2, folds: [fold(240, 760, 420, 440, 90, -7, { bow: 24 }), fold(380, 790, 460, 430, 80, 6, { bow: 10 }), fold(700, 730, 540, 430, 90, -7, { bow: -30 }), fold(180, 640, 330, 520, 70, 6, { bow: 14 })] });
  addPiece(art, [[250, 740], [360, 770], [480, 778], [600, 766], [676, 734], [684, 786], [604, 834], [480, 850], [356, 842], [254, 796]], { colour: darker(art.cloth.colour, 0.12), texture: 'fine-rib', lift: 0.9 });
  art.focus = { x: X + 40, y: 560, zoom: 1.8 };
}

function drawBucketHat(art: Drawing): void {
  addPiece(art, [[292, 700, 1], [304, 600], [328, 516], [388, 484], [450, 478], [512, 484], [572, 516], [596, 600], [608, 700, 1], [450, 730]], { bulge: 2, roll: 1.3, folds: [fold(330, 700, 350, 540, 60, -5), fold(560, 690, 550, 540, 60, -5), fold(420, 710, 430, 540, 50, 4)] });
  addStitch(art, spline([[326, 530], [390, 508], [450, 503], [510, 508], [574, 530]], false), undefined, 1.8, 0.6);
  const brim: Point[] = [[286, 672, 1], [370, 708], [450, 716], [530, 708], [614, 672, 1], [690, 730], [756, 806, 1], [620, 864], [450, 884], [280, 864], [144, 806, 1], [210, 730]];
  addPiece(art, brim, { lift: 1.2, bulge: 1, pattern: turned(art, 0), folds: [fold(230, 840, 340, 700, 70, 6, { bow: 8 }), fold(670, 840, 560, 700, 70, -6, { bow: -8 }), fold(440, 880, 446, 730, 80, 4)] });
  for (let k = 1; k < 6; k++) addStitch(art, spline([[286 - k * 23, 676 + k * 22], [370 - k * 14, 710 + k * 25], [450, 718 + k * 27], [530 + k * 14, 710 + k * 25], [614 + k * 23, 676 + k * 22]], false), undefined, 1.7, 0.5);
  art.focus = { x: X + 70, y: 720, zoom: 1.9 };
}

function drawBrimHat(art: Drawing, traits: Traits, straw: boolean, band: string): void {
  const texture = straw ? 'straw' : art.cloth.texture;
  const style: PieceStyle = { texture, material: straw ? 'straw' : art.cloth.material };
  addPiece(art, [[86, 706], [150, 604], [300, 540], [460, 522], [620, 536], [764, 596], [826, 700], [770, 800], [620, 868], [440, 886], [230, 842]], { ...style, lift: 1, bulge: 0.8, roll: 1.4, folds: [fold(104, 720, 330, 650, 110, -9, { bow: -20 }), fold(806, 700, 640, 640, 100, 9, { bow: 20 }), fold(300, 868, 420, 780, 120, -7), fold(660, 856, 590, 770, 110, 7)] });
  addStitch(art, spline([[112, 704], [172, 618], [310, 560], [460, 544], [614, 556], [746, 610], [800, 698], [748, 784], [610, 846], [440, 862], [246, 822], [112, 704]], false), darker(art.cloth.colour, 0.5), 1.8, 0.45);
  addPiece(art, [[236, 690], [258, 560], [298, 424], [368, 352], [444, 384], [524, 342], [604, 392], [648, 520], [676, 680], [640, 742], [460, 776], [286, 748]], { ...style, lift: 1.8, bulge: 2, roll: 1.6, textureTurn: 6, folds: [fold(444, 376, 462, 580, 120, -16, { endWidth: 30 }), fold(318, 400, 340, 640, 70, 7), fold(616, 420, 600, 640, 70, -7), fold(372, 362, 402, 500, 60, 8), fold(540, 352, 520, 490, 60, 8)] });
  addPiece(art, [[240, 668], [248, 614], [330, 666], [460, 686], [600, 664], [660, 606, 1], [680, 676], [640, 736], [460, 770], [288, 742]], { colour: band, material: 'silk', pattern: null, texture: null, lift: 0.8, folds: [fold(250, 690, 470, 738, 22, 4, { fade: 'both', bow: -12 }), fold(660, 660, 500, 722, 22, -4, { fade: 'both', bow: 12 })] });
  drawBow(art, 274, 694, traits.bow === 'big' ? 92 : traits.bow === 'small' ? 60 : 42, { tails: traits.bow === 'none' ? 0 : 1.2, colour: band, style: { material: 'silk', pattern: null, texture: null } });
  art.focus = { x: X - 60, y: 640, zoom: 1.8 };
}
