// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Handbags by style, totes and backpacks. */
import { addContact, addInk, addPiece, addSeam, addStitch, type Drawing, fold, type PieceStyle, stitchArt, stitchColour, turned } from '../drawing.ts';
import { drawBow, drawBuckle, drawLabel, drawZip, GOLD } from '../garments/trimmings.ts';
import { ellipse, type Point, type RibbonPoint, ribbon, roundedBox, sided, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter, mix } from '../palette.ts';
import type { Traits } from '../traits.ts';

function metalOf(traits: Traits): string {
  return traits.colourName === 'silver' || traits.colourName === 'grey' || traits.colourName === 'navy' ? '#c4c2bd' : GOLD;
}

export function drawRing(art: Drawing, x: number, y: number, radius: number, thick: number, colour: string, turn = 0): void {
  const line = Array.from({ length: 17 }, (_, i): RibbonPoint => { const a = turn + (i / 16) * Math.PI * 2; return [x + Math.cos(a) * radius, y + Math.sin(a) * radius, thick]; });
  addPiece(art, ribbon(line), { colour, material: 'gold', pattern: null, texture: null, roll: 1, lift: 0.9 });
}

/** Interlocking links along a line. */
export function drawChain(art: Drawing, points: readonly Point[], size: number, colour: string): void {
  const dense: { x: number; y: number; a: number }[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b] = [points[i]!, points[i + 1]!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const n = Math.max(1, Math.round(length / (size * 1.15)));
    for (let k = 0; k < n; k++) dense.push({ x: a[0] + ((b[0] - a[0]) * k) / n, y: a[1] + ((b[1] - a[1]) * k) / n, a: Math.atan2(b[1] - a[1], b[0] - a[0]) });
  }
  dense.forEach(({ x, y, a }, i) => {
    if (i % 2) addPiece(art, ribbon([[x - Math.cos(a) * size * 0.8, y - Math.sin(a) * size * 0.8, size * 0.34], [x + Math.cos(a) * size * 0.8, y + Math.sin(a) * size * 0.8, size * 0.34]]), { colour, material: 'gold', pattern: null, texture: null, lift: 0.7 });
    else {
      const line = ellipse(x, y, size * 0.86, size * 0.56, 12, a).map(([px, py]): RibbonPoint => [px, py, size * 0.3]);
      addPiece(art, ribbon([...line, line[0]!]), { colour, material: 'gold', pattern: null, texture: null, lift: 0.7 });
    }
  });
}

function arc(cx: number, cy: number, rx: number, ry: number, width: number, from = Math.PI, to = 0, count = 14): RibbonPoint[] {
  return Array.from({ length: count + 1 }, (_, i) => { const a = from + ((to - from) * i) / count; return [cx + Math.cos(a) * rx, cy - Math.sin(a) * ry, width]; });
}

export function drawHandbag(art: Drawing, traits: Traits): void {
  const style = traits.style || (traits.bow !== 'none' ? 'flap' : 'top-handle');
  const metal = metalOf(traits);
  const dark = darker(art.cloth.colour, 0.12);
  addContact(art, 455, 906, 300, 24, 0.6);
  addContact(art, 490, 922, 360, 54, 0.38);
  if (style === 'bucket') drawBucket(art, metal);
  else if (style === 'clutch') drawClutch(art, traits, metal);
  else drawFlapBag(art, traits, style, metal, dark);
  if (traits.bow !== 'none') drawBow(art, X - (style === 'clutch' ? 0 : 4), style === 'clutch' ? 760 : 690, traits.bow === 'big' ? 128 : 66, { tails: 1.2, colour: traits.hasSecond ? traits.colour2 : lighter(art.cloth.colour, 0.04), style: { texture: null } });
}

function drawFlapBag(art: Drawing, traits: Traits, style: string, metal: string, dark: string): void {
  const c = art.cloth.colour;
  const cross = style === 'crossbody';
  const flap = style !== 'top-handle' || traits.closure !== 'zip';
  const w = cross ? 0.86 : 1;
  const p = (points: readonly Point[]): Point[] => points.map(([x, y, k]) => [X + (x - X) * w, y, k]);
  const hide = traits.material === 'leather' ? lighter(c, 0.32) : stitchColour(c);
  if (style === 'top-handle') {
    const line = arc(X, 520, 150, 250, 30);
    addPiece(art, ribbon(line), { flow: line, bulge: 1.6, roll: 1.2, art: '' });
    addInk(art, stitchArt(spline(line.map(([x, y]): Point => [x, y]), false), hide, 1.8, 0.5));
  } else if (traits.details.has('chain')) drawChain(art, arc(X + 10, 510, cross ? 190 : 150, cross ? 330 : 290, 1, Math.PI, 0, 18).map(([x, y]): Point => [x, y]), 15, metal);
  else {
    const line = arc(X + 8, 510, (cross ? 196 : 190) * w, cross ? 330 : 250, cross ? 20 : 32);
    addPiece(art, ribbon(line), { flow: line, bulge: 1.2 });
    addInk(art, stitchArt(spline(line.map(([x, y]): Point => [x, y]), false), hide, 1.6, 0.4));
  }
  addPiece(art, p([[192, 512, 1], [450, 502], [708, 512, 1], [726, 700], [736, 872], [716, 906, 1], [450, 916], [184, 906, 1], [164, 872], [174, 700]]), { folds: [fold(X - 262 * w, 560, X - 276 * w, 880, 40, -5, { bow: 6 }), fold(X + 262 * w, 560, X + 278 * w, 880, 40, -5, { bow: -6 })], bulge: 1.6, roll: 1.3 });
  addStitch(art, spline(p([[208, 530], [190, 700], [182, 868], [198, 892, 1], [450, 900], [702, 892, 1], [718, 868], [710, 700], [692, 530]]), false), hide, 1.8, 0.5);
  if (flap) {
    const straight = art.random.chance(0.4);
    const lower: Point[] = straight ? [[718, 640], [706, 716], [664, 738], [450, 748], [236, 738], [194, 716], [182, 640]] : [[722, 606], [690, 694], [620, 746], [540, 764], [450, 770], [360, 764], [280, 746], [210, 694], [178, 606]];
    const inset = lower.map(([x, y]): Point => [X + (x - X) * 0.925, y - 17]);
    addPiece(art, p([[186, 500, 1], [450, 486], [714, 500, 1], ...lower]), { colour: lighter(c, 0.03), pattern: turned(art, 0), lift: 1.6, bulge: 1.4, roll: 1.2, folds: [fold(230, 520, 330, 700, 60, 3, { bow: 14 }), fold(670, 520, 590, 690, 50, -3, { bow: -10 })] });
    addStitch(art, spline(p([[696, 516], ...inset, [204, 516]]), false), hide, 1.8, 0.55);
    if (traits.bow === 'none') drawLock(art, straight ? 736 : 752, metal, dark);
  } else {
    drawZip(art, [[X - 240 * w, 512], [X, 504], [X + 240 * w, 512]], metal, dark, false);
    addPiece(art, p([[250, 640, 1], [650, 640, 1], [656, 850], [640, 866, 1], [260, 866, 1], [244, 850]]), { lift: 0.8, bulge: 0.8 });
    addStitch(art, spline(p([[262, 652, 1], [638, 652, 1], [643, 852, 1], [257, 852, 1]])), hide, 1.6, 0.5);
    drawLabel(art, X, 700, 90, 30);
  }
  for (const side of [-1, 1]) {
    const x = X + side * 150 * (style === 'top-handle' ? 1 : cross ? 1.12 : 1.06);
    addPiece(art, [[x - 22, 478, 1], [x + 22, 478, 1], [x + 19, 548], [x, 562], [x - 19, 548]], { colour: dark, lift: 1 });
    drawRing(art, x, 494, 19, 8, metal);
  }
  art.focus = { x: X + 40, y: 690, zoom: 2 };
}

/** A press lock, a turn lock or a strap with a magnet. */
function drawLock(art: Drawing, y: number, metal: string, leather: string): void {
  const brass: PieceStyle = { colour: metal, material: 'gold', pattern: null, texture: null };
  const kind = art.random.pick(['press', 'turn', 'strap'] as const);
  if (kind === 'press') {
    addPiece(art, roundedBox(X - 44, y - 52, X + 44, y + 20, 12), { ...brass, lift: 1.3 });
    addPiece(art, roundedBox(X - 26, y - 36, X + 26, y + 4, 8), { ...brass, colour: lighter(metal, 0.25), lift: 0.8 });
    addPiece(art, roundedBox(X - 9, y - 26, X + 9, y - 6, 4), { ...brass, colour: darker(metal, 0.5), lift: 0.6 });
  } else if (kind === 'turn') {
    addPiece(art, ellipse(X, y - 14, 30, 30, 18), { ...brass, lift: 1.3 });
    addPiece(art, ellipse(X, y - 14, 20, 20, 16), { ...brass, colour: darker(metal, 0.25), lift: 0 });
    addPiece(art, roundedBox(X - 7, y - 36, X + 7, y + 8, 6), { ...brass, lift: 1 });
  } else {
    addPiece(art, [[X - 30, y - 110, 1], [X + 30, y - 110, 1], [X + 26, y + 10], [X, y + 44], [X - 26, y + 10]], { colour: leather, texture: null, pattern: null, lift: 1.2 });
    addPiece(art, ellipse(X, y + 8, 12, 12, 14), { ...brass, lift: 0.8 });
  }
}

function drawBucket(art: Drawing, metal: string): void {
  const c = art.cloth.colour;
  const strap = arc(X + 6, 470, 190, 330, 24);
  addPiece(art, ribbon(strap), { flow: strap, bulge: 1.2, colour: darker(c, 0.05) });
  addPiece(art, [[226, 470], [330, 440], [450, 432], [570, 440], [674, 470], [570, 500], [450, 508], [330, 500]], { colour: darker(c, 0.6), lift: 0 });
  addPiece(art, [[222, 476, 1], [336, 508], [450, 516], [564, 508], [678, 476, 1], [690, 600], [684, 780], [664, 876], [620, 908, 1], [450, 920], [280, 908, 1], [236, 876], [216, 780], [210, 600]], { bulge: 1.8, roll: 1.4, folds: [fold(300, 500, 270, 800, 60, -8, { bow: 8 }), fold(380, 512, 360, 760, 56, 7, { bow: 6 }), fold(450, 516, 446, 740, 50, -7), fold(530, 512, 548, 760, 54, 7, { bow: -6 }), fold(610, 500, 636, 800, 60, -8, { bow: -8 }), fold(250, 560, 330, 640, 40, 4), fold(660, 620, 560, 690, 40, -4)] });
  addPiece(art, ribbon([[236, 862, 76], [450, 884, 76], [664, 862, 76]]), { colour: darker(c, 0.1), material: 'leather', pattern: null, texture: null, lift: 0.6 });
  const cord: RibbonPoint[] = [[214, 560, 11], [300, 582, 11], [450, 594, 11], [600, 582, 11], [686, 560, 11]];
  addPiece(art, ribbon(cord), { colour: darker(c, 0.25), material: 'leather', pattern: null, texture: null, lift: 0.9 });
  for (const side of [-1, 1]) {
    addPiece(art, ribbon([[X + side * 12, 594, 11], [X + side * 40, 650, 11], [X + side * 34, 720, 11]]), { colour: darker(c, 0.25), material: 'leather', pattern: null, texture: null, lift: 1 });
    addPiece(art, [[X + side * 34 - 14, 716, 1], [X + side * 34 + 14, 716, 1], [X + side * 34 + 18, 780, 1], [X + side * 34 - 18, 780, 1]], { lift: 1, texture: null });
    for (const x of [96, 186]) drawRing(art, X + side * x, 584 - (x > 100 ? 12 : 0), 12, 6, metal);
  }
  addPiece(art, roundedBox(X - 20, 584, X + 20, 620, 10), { colour: metal, material: 'gold', pattern: null, texture: null, lift: 1 });
  art.focus = { x: X, y: 640, zoom: 1.95 };
}

function drawClutch(art: Drawing, traits: Traits, metal: string): void {
  const c = art.cloth.colour;
  const soft = art.cloth.material === 'satin' || art.cloth.material === 'velvet' || art.cloth.material === 'silk';
  if (traits.details.has('chain')) drawChain(art, [[210, 640], [160, 500], [260, 430], [450, 470], [620, 430], [730, 520], [692, 640]], 13, metal);
  addPiece(art, [[150, 620, 1], [450, 608], [750, 620, 1], [762, 760], [754, 890], [730, 908, 1], [450, 918], [170, 908, 1], [146, 890], [138, 760]], { bulge: 1.5, roll: 1.2, folds: soft ? [fold(200, 620, 220, 890, 60, 5), fold(330, 616, 340, 900, 60, -5), fold(580, 616, 570, 900, 60, 5), fold(690, 620, 680, 890, 60, -5)] : [fold(180, 650, 170, 890, 40, -4)] });
  if (traits.bow === 'none') {
    addPiece(art, [[144, 608, 1], [450, 594], [756, 608, 1], [744, 700], [450, 812, 1], [156, 700]], { lift: 1.5, colour: lighter(c, 0.03), pattern: turned(art, 0), bulge: 1.2, folds: [fold(200, 640, 420, 790, 60, 3, { bow: 10 }), fold(700, 640, 480, 790, 50, -3, { bow: -10 })] });
    addStitch(art, spline([[164, 694], [450, 794, 1], [736, 694]], false), stitchColour(c), 1.7, 0.5);
    drawRing(art, X, 782, 17, 9, metal);
  }
  addPiece(art, ribbon([[140, 616, 16], [450, 602, 16], [760, 616, 16]]), { colour: metal, material: 'gold', pattern: null, texture: null, lift: 0.8 });
  for (const side of [-1, 1]) addPiece(art, ellipse(X + side * 13, 590, 14, 14, 12), { colour: metal, material: 'gold', pattern: null, texture: null });
  art.focus = { x: X + 30, y: 730, zoom: 2 };
}

export function drawTote(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  const strap = traits.hasSecond ? traits.colour2 : darker(c, 0.1);
  const leather = traits.material === 'leather';
  const style: PieceStyle = { colour: strap, material: leather ? 'leather' : 'canvas', pattern: null, texture: null };
  const handle = (x0: number, x1: number, y: number, top: number): RibbonPoint[] => [[x0, y, 32], [x0 + 6, y - 150, 32], [x0 + 42, top + 44, 32], [(x0 + x1) / 2 + art.random.jitter(14), top, 32], [x1 - 40, top + 50, 32], [x1 - 4, y - 150, 32], [x1, y, 32]];
  addContact(art, 455, 1046, 280, 22, 0.6);
  addContact(art, 490, 1060, 340, 50, 0.36);
  const back = handle(350, 568, 470, 176);
  addPiece(art, ribbon(back), { ...style, flow: back, colour: darker(strap, 0.3) });
  addPiece(art, [[196, 452, 1], [450, 432], [706, 452, 1], [700, 492], [450, 502], [200, 492]], { colour: darker(c, 0.52), lift: 0, bulge: 0 });
  addPiece(art, [[186, 462, 1], [320, 474], [450, 468], [580, 476], [714, 460, 1], [718, 700], [730, 1018], [706, 1044, 1], [450, 1052], [198, 1042, 1], [172, 1018], [184, 720]], { bulge: 1.2, folds: [fold(324, 500, 290, 900, 50, -6, { bow: 22 }), fold(578, 500, 620, 880, 50, -6, { bow: -22 }), fold(330, 520, 410, 780, 40, 5, { bow: 14 }), fold(176, 1004, 280, 870, 40, 5), fold(726, 1004, 640, 880, 40, -5), fold(450, 480, 460, 640, 50, -3), fold(200, 620, 280, 700, 40, -3)] });
  if (!traits.pattern && !leather) drawPrint(art, traits);
  const front = handle(320, 580, 568, 214);
  addPiece(art, ribbon(front), { ...style, flow: front, lift: 1.4 });
  for (const x of [320, 580]) {
    addPiece(art, [[x - 17, 470, 1], [x + 17, 470, 1], [x + 17, 572, 1], [x - 17, 572, 1]], { ...style, lift: 0.7, art: stitchArt(`M${x - 11} 506H${x + 11}V562H${x - 11}ZL${x + 11} 562M${x + 11} 506L${x - 11} 562`, stitchColour(strap), 1.7) });
  }
  addStitch(art, 'M190 498Q450 512 710 496', undefined, 1.8, 0.5);
  if (traits.closure === 'zip') drawZip(art, [[220, 470], [450, 484], [680, 470]], '#cdb98a', darker(c, 0.4), false);
  art.focus = { x: 430, y: 560, zoom: 2 };
}

/** One of four prints, in two inks. */
function drawPrint(art: Drawing, traits: Traits): void {
  const [a, b] = art.random.pick([['#d2603a', '#2f4a7a'], ['#3f6a57', '#d9a441'], ['#8a3a4a', '#e0a28a'], ['#2f5a66', '#d98a5a']] as const);
  const ink = traits.hasSecond ? traits.colour2 : a;
  const kind = art.random.pick(['sun', 'leaf', 'arches', 'bird'] as const);
  const prints = {
    sun: `<circle r="116" fill="${ink}"/><path d="M-116 40C-60 10 -20 70 40 36S104 30 116 30A116 116 0 0 1 -116 40Z" fill="${b}"/>`,
    leaf: `${[-50, -18, 14, 46].map((t) => `<path d="M0 120C-40 40 -30 -60 0 -130C30 -60 40 40 0 120Z" transform="rotate(${t}) translate(0 -10) scale(.62 1)" fill="${t % 4 ? ink : b}" opacity=".9"/>`).join('')}<path d="M0 130V20" stroke="${b}" stroke-width="6"/>`,
    arches: [120, 88, 56].map((r, i) => `<path d="M${-r} 100V0A${r} ${r} 0 0 1 ${r} 0V100H${r - 18}V0A${r - 18} ${r - 18} 0 0 0 ${18 - r} 0V100Z" fill="${i % 2 ? b : ink}"/>`).join(''),
    bird: `<path d="M-120 20C-60 -40 0 -30 20 10C50 -60 110 -70 130 -60C100 -30 96 20 40 50C0 70 -50 60 -120 20Z" fill="${ink}"/><circle cx="-78" cy="14" r="6" fill="${b}"/><path d="M-130 90H130" stroke="${b}" stroke-width="7"/>`,
  };
  addInk(art, `<g transform="translate(450 780)" opacity=".92">${prints[kind]}</g>`);
}

export function drawBackpack(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  const gear = traits.details.has('drawstring') || traits.attributes.hydrationCompatible !== undefined || traits.attributes.rainCover !== undefined || Number(traits.attributes.capacityLitres ?? 0) >= 28;
  const trim = traits.hasSecond ? traits.colour2 : gear ? darker(c, 0.45) : '#8a5a34';
  const trimStyle: PieceStyle = { colour: trim, material: gear ? 'nylon' : 'leather', pattern: null, texture: null };
  addContact(art, 455, 1046, 270, 22, 0.6);
  addContact(art, 490, 1060, 340, 52, 0.36);
  const loop: RibbonPoint[] = [[410, 250, 24], [412, 196, 26], [450, 172, 26], [488, 196, 26], [490, 250, 24]];
  addPiece(art, ribbon(loop), { ...trimStyle, flow: loop });
  for (const side of [1, -1] as const) {
    const strap = ([[X + 150, 330, 48], [X + 262, 480, 52], [X + 286, 700, 46], [X + 240, 900, 28], [X + 200, 960, 22]] as const).map(([x, y, w]): RibbonPoint => [side > 0 ? x : 2 * X - x, y, w]);
    addPiece(art, ribbon(strap), { colour: darker(c, 0.24), flow: strap, bulge: 1.5 });
  }
  for (const side of [1, -1] as const) addPiece(art, sided([[X + 204, 690, 1], [X + 264, 708], [X + 280, 860], [X + 266, 1002], [X + 208, 1024, 1]], side), { colour: darker(c, 0.08), texture: gear ? 'mesh' : art.cloth.texture, folds: [fold(X + side * 230, 700, X + side * 250, 980, 40, -4)], bulge: 1.5 });
  addPiece(art, [[X, 226], [X + 112, 232], [X + 192, 290], [X + 224, 420], [X + 234, 700], [X + 240, 980], [X + 214, 1036], [X + 120, 1050], [X, 1054], [X - 120, 1050], [X - 214, 1036], [X - 240, 980], [X - 234, 700], [X - 224, 420], [X - 192, 290], [X - 112, 232]], { bulge: 1.8, roll: 1.6, folds: [fold(226, 480, 330, 570, 44, -6, { bow: 6 }), fold(674, 480, 580, 560, 44, -6, { bow: -6 }), fold(240, 420, 320, 560, 40, 5)] });
  addPiece(art, [[258, 688, 1], [450, 678], [642, 688, 1], [652, 860], [648, 984], [622, 1016], [450, 1024], [278, 1016], [252, 984], [248, 860]], { colour: lighter(c, 0.04), lift: 1.3, bulge: 1.6, roll: 1.3, folds: [fold(266, 720, 340, 960, 44, -5, { bow: 8 }), fold(634, 720, 560, 960, 44, -5, { bow: -8 }), fold(330, 1016, 400, 880, 36, 4), fold(560, 1018, 520, 900, 36, -4)] });
  drawZip(art, [[274, 748], [450, 736], [626, 748]], gear ? '#8d8a84' : '#d3c298', darker(c, 0.5), false);
  addPiece(art, roundedBox(598, 742, 612, 788, 5), { ...trimStyle, lift: 1 });
  addPiece(art, [[X, 212], [X + 118, 222], [X + 204, 282], [X + 240, 400], [X + 242, 540, 1], [X + 192, 608], [X + 80, 634], [X, 638], [X - 80, 634], [X - 192, 608], [X - 242, 540, 1], [X - 240, 400], [X - 204, 282], [X - 118, 222]], { colour: lighter(c, 0.05), lift: 1.7, bulge: 1.8, roll: 1.5, folds: [fold(216, 400, 330, 590, 50, -6, { bow: 12 }), fold(684, 400, 570, 590, 50, -6, { bow: -12 }), fold(400, 220, 390, 420, 44, 5, { bow: 6 }), fold(300, 270, 360, 470, 40, -4), fold(560, 240, 540, 440, 44, -4)] });
  addStitch(art, spline([[224, 530], [268, 592], [372, 620], [450, 624], [528, 620], [632, 592], [676, 530]], false), undefined, 1.8, 0.5);
  for (const side of [-1, 1]) {
    const x = X + side * 104;
    addPiece(art, [[x - 18, 520, 1], [x + 18, 520, 1], [x + 17, 700], [x + 12, 750], [x, 764], [x - 12, 750], [x - 17, 700]], { ...trimStyle, lift: 1, art: stitchArt(`M${x - 11} 528V742M${x + 11} 528V742`, stitchColour(trim), 1.5) });
    drawBuckle(art, x, 668, 52, 42, gear ? '#3a393b' : GOLD);
  }
  if (gear) {
    addPiece(art, ribbon([[300, 430, 9], [450, 470, 9], [600, 430, 9]]), { ...trimStyle, colour: mix(trim, '#e08a3a', 0.5) });
    addSeam(art, 'M226 860V1000M674 860V1000', lighter(c, 0.3), 4, 0.4);
  } else addPiece(art, roundedBox(410, 440, 490, 500, 4), { ...trimStyle, lift: 0.6, art: `<path d="M428 462H472M436 478H464" stroke="${lighter(trim, 0.4)}" stroke-width="3" opacity=".7"/>` });
  drawLabel(art, X, 900, 70, 28);
  art.focus = { x: X + 60, y: 600, zoom: 1.9 };
}
