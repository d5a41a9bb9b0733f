// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Headphones of five builds, and earbuds with their case. */
import { addContact, addInk, addPiece, addSeam, addStitch, type Drawing, fold, type PieceStyle } from '../drawing.ts';
import { ellipse, type Point, place, type RibbonPoint, ribbon, roundedBox, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter, luminance, mix } from '../palette.ts';
import type { Traits } from '../traits.ts';

const SOFT: PieceStyle = { material: 'leather', pattern: null, texture: null };

function arcLine(cx: number, cy: number, rx: number, ry: number, from: number, to: number, width: (t: number) => number, count = 16): RibbonPoint[] {
  return Array.from({ length: count + 1 }, (_, i) => { const t = i / count; const a = Math.PI * (from + (to - from) * t); return [cx - Math.cos(a) * rx, cy - Math.sin(a) * ry, width(t)]; });
}

export function drawHeadphones(art: Drawing, traits: Traits): void {
  switch (traits.headphoneType) {
    case 'on-ear': drawBandset(art, traits, false); break;
    case 'in-ear': drawEarbuds(art, traits); break;
    case 'open-ear': drawOpenEar(art, traits); break;
    case 'bone-conduction': drawBoneConduction(art, traits); break;
    case 'neckband': drawNeckband(art); break;
    default: drawBandset(art, traits, true);
  }
}

function cupShape(cx: number, cy: number, rx: number, ry: number, square: number): Point[] {
  return Array.from({ length: 18 }, (_, i) => {
    const a = (i / 18) * Math.PI * 2;
    const n = 2 / (2 + square);
    const power = (v: number): number => Math.sign(v) * Math.abs(v) ** n;
    return [cx + power(Math.cos(a)) * rx, cy + power(Math.sin(a)) * ry];
  });
}

function drawBandset(art: Drawing, traits: Traits, over: boolean): void {
  const c = art.cloth.colour;
  const { random } = art;
  const dark = luminance(c) < 0.3;
  const cushion = dark ? lighter(c, 0.07) : darker(c, 0.34);
  const metal = random.pick(['#c9c5bd', '#c9a870', '#8e8b88']);
  const square = random.pick([0, 0.35, 0.7]);
  const split = random.chance(0.35);
  const [rx, ry] = over ? [84, random.between(150, 172)] : [82, 96];
  const cupY = over ? 770 : 800;
  const spread = over ? 226 : 206;
  const bandWidth = over ? 50 : 30;
  const band = arcLine(X, 560, spread + 4, 330, 0, 1, (t) => bandWidth + Math.sin(t * Math.PI) * (over ? 14 : 6));
  const inner = arcLine(X, 556, spread - 24, 296, 0.1, 0.9, (t) => 26 + Math.sin(t * Math.PI) * 12);
  addPiece(art, ribbon(inner), { ...SOFT, colour: cushion, flow: inner, texture: over && random.chance(0.5) ? 'rib' : null, textureTurn: 90, bulge: 1.5, roll: 1.2 });
  addPiece(art, ribbon(band), { ...SOFT, material: split ? 'metal' : random.chance(0.5) ? 'leather' : 'plastic', colour: split ? metal : c, flow: band, bulge: 1.6, roll: 1.4, lift: 1.1 });
  if (split) { const pad = arcLine(X, 560, spread - 2, 326, 0.2, 0.8, () => bandWidth + 22); addPiece(art, ribbon(pad), { ...SOFT, colour: c, flow: pad, bulge: 1.6, roll: 1.4 }); }
  addStitch(art, spline(arcLine(X, 560, spread + 20, 348, 0.16, 0.84, () => 1).map(([x, y]): Point => [x, y]), false), lighter(split ? metal : c, 0.4), 1.6, 0.4);
  for (const side of [-1, 1] as const) {
    const cx = X + side * (spread + 8);
    const tilt = side * (0.05 + random.jitter(0.012));
    const turnAbout = (points: Point[]): Point[] => place(points.map(([x, y, k]): Point => [x - cx, y - cupY, k]), cx, cupY, 1, tilt);
    addPiece(art, ribbon([[X + side * (spread + 3), 530, 30], [X + side * (spread + 6), 590, 28], [X + side * (spread + 8), cupY - ry + 26, 24]]), { colour: metal, material: 'metal', pattern: null, texture: null });
    const soft = turnAbout(cupShape(cx - side * (over ? 56 : 46), cupY + 3, over ? 62 : 54, ry - 6, square));
    const folds = Array.from({ length: 7 }, (_, k) => { const a = Math.PI * (0.62 + k * 0.13); const y = cupY - Math.cos((k / 6) * Math.PI) * (ry - 26); return fold(cx - side * (over ? 118 : 98), y, cx - side * (over ? 78 : 66), y + Math.sin(a) * 4 + random.jitter(6), 26, -3.4, { fade: 'both' }); });
    addPiece(art, soft, { ...SOFT, colour: cushion, bulge: 2.2, roll: 2.2, folds });
    const yoke: RibbonPoint[] = [[cx - side * 4, cupY - ry - 26, 26], [cx + side * 44, cupY - ry + 4, 22], [cx + side * 64, cupY - ry * 0.4, 20], [cx + side * 62, cupY - 6, 20]];
    addPiece(art, turnAbout(cupShape(cx, cupY, rx, ry, square)), { colour: c, material: 'plastic', bulge: 2.6, roll: 2, lift: 1.3, pattern: null, texture: null });
    addPiece(art, turnAbout(cupShape(cx + side * 8, cupY, rx * 0.66, ry * 0.7, square)), { colour: mix(c, dark ? '#ffffff' : '#3a2f28', dark ? 0.06 : 0.1), material: random.chance(0.5) ? 'metal' : 'plastic', bulge: 1.2, roll: 0.9, lift: 0.3, pattern: null, texture: null });
    if (over) addPiece(art, ribbon(yoke), { colour: metal, material: 'metal', pattern: null, texture: null, lift: 1, roll: 1.2 });
    addPiece(art, ellipse(cx + side * 60, over ? cupY - 4 : cupY - ry * 0.5, 10, 10), { colour: metal, material: 'gold', pattern: null, texture: null });
    if (side > 0) {
      for (let k = 0; k < 3; k++) addPiece(art, roundedBox(cx + side * 40 - 3, cupY + ry * 0.42 + k * 15, cx + side * 40 + 5, cupY + ry * 0.42 + 10 + k * 15, 3), { colour: darker(c, 0.3), material: 'plastic', pattern: null, texture: null, lift: 0.4 });
    } else addInk(art, `<circle cx="${cx - 18}" cy="${cupY + ry * 0.76}" r="3" fill="${darker(c, 0.7)}"/><circle cx="${cx - 8}" cy="${cupY + ry * 0.79}" r="3" fill="${darker(c, 0.7)}"/>`);
    addSeam(art, `M${cx + side * 4} ${cupY - 8}h${side * 16}`, metal, 4, 0.9);
  }
  if (traits.attributes.wireless === false || traits.attributes.jack35 === true && traits.attributes.wireless !== true) drawCord(art, X - spread - 12, cupY + ry - 8, darker(c, dark ? 0 : 0.7));
  art.focus = { x: X + spread - 20, y: cupY - 20, zoom: 2 };
}

function drawCord(art: Drawing, x: number, y: number, colour: string): void {
  const line: RibbonPoint[] = [[x, y, 8], [x - 4, y + 60, 8], [x + 60, y + 110, 8], [x + 190, y + 70, 8], [x + 300, y + 110, 8], [x + 290, y + 180, 8], [x + 190, y + 170, 8], [x + 210, y + 110, 8], [x + 330, y + 60, 8], [x + 410, y + 96, 8]];
  addPiece(art, ribbon(line), { colour, material: 'rubber', pattern: null, texture: null, flow: line, bulge: 1.6 });
  addPiece(art, ribbon([[x + 404, y + 94, 15], [x + 444, y + 110, 15]]), { colour, material: 'rubber', pattern: null, texture: null });
  addPiece(art, ribbon([[x + 444, y + 110, 8], [x + 476, y + 122, 7]]), { colour: '#c9a870', material: 'gold', pattern: null, texture: null });
}

function drawBoneConduction(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  const accent = traits.hasSecond ? traits.colour2 : lighter(c, 0.3);
  const hard: PieceStyle = { colour: c, material: 'rubber', pattern: null, texture: null, bulge: 1.8, roll: 1.5 };
  const back = arcLine(X, 560, 287, 300, -0.03, 1.03, (t) => 15 + Math.abs(t - 0.5) * 8, 22);
  addPiece(art, ribbon(back), { ...hard, flow: back });
  for (const side of [-1, 1] as const) {
    const hook: RibbonPoint[] = ([[286, 552, 20], [292, 610, 24], [270, 660, 26], [216, 668, 24], [176, 640, 24], [162, 650, 26]] as const).map(([x, y, w]) => [X + side * x, y + (side > 0 ? 6 : 0), w]);
    addPiece(art, ribbon(hook), { ...hard, flow: hook, lift: 1.1 });
    addPiece(art, place([[-34, -62], [0, -74], [34, -58], [42, 0], [34, 66], [0, 84], [-32, 66], [-40, 0]], X + side * 286, 650, 1, side * -0.24, side), { ...hard, lift: 1.2 });
    addPiece(art, place(ellipse(0, 0, 46, 60, 16), X + side * 146, 676, 1, side * 0.3, side), { ...hard, lift: 1.3, colour: lighter(c, 0.04) });
    addPiece(art, place(ellipse(0, 0, 30, 42, 16), X + side * 142, 678, 1, side * 0.3, side), { ...hard, colour: accent, material: 'rubber', lift: 0.5, bulge: 1.2 });
    for (let k = 0; k < 2; k++) addPiece(art, ellipse(X + side * 290, 628 + k * 34, 9, 7), { ...hard, colour: darker(c, 0.2), lift: 0.5 });
  }
  addSeam(art, `M${X + 272} 700h20`, accent, 4, 0.8);
  art.focus = { x: X + 210, y: 640, zoom: 2.6 };
}

function drawNeckband(art: Drawing): void {
  const c = art.cloth.colour;
  const tip = luminance(c) < 0.3 ? '#8f8a84' : '#d8d0c4';
  const hard: PieceStyle = { colour: c, material: 'rubber', pattern: null, texture: null, bulge: 1.8, roll: 1.5 };
  const collar: RibbonPoint[] = [[X - 176, 900, 40], [X - 226, 760, 34], [X - 236, 560, 24], [X - 176, 360, 20], [X, 280, 20], [X + 176, 360, 20], [X + 236, 560, 24], [X + 226, 760, 34], [X + 176, 900, 40]];
  for (const side of [-1, 1] as const) {
    const wire: RibbonPoint[] = ([[172, 900, 6], [120, 980, 6], [40, 950, 6], [30, 840, 6], [70, 700, 6], [60 + (side > 0 ? 14 : 0), 620, 6]] as const).map(([x, y, w]) => [X + side * x, y, w]);
    addPiece(art, ribbon(wire), { ...hard, flow: wire, lift: 0.9, bulge: 1 });
  }
  addPiece(art, ribbon(collar), { ...hard, flow: collar });
  for (const side of [-1, 1] as const) {
    addPiece(art, place([[-26, -70], [0, -84], [26, -70], [32, 0], [24, 66], [0, 78], [-24, 66], [-32, 0]], X + side * 192, 870, 1, side * 0.34), { ...hard, lift: 1.1 });
    const [bx, by] = [X + side * (60 + (side > 0 ? 14 : 0)), 590];
    drawTip(art, bx - side * 26, by - 16, side, tip);
    addPiece(art, place([[-30, -34], [6, -42], [36, -24], [38, 16], [8, 40], [-28, 32], [-38, 0]], bx, by, 1, side * 0.3, side), { ...hard, material: 'metal', colour: lighter(c, 0.1), lift: 1.2 });
  }
  for (let k = 0; k < 3; k++) addPiece(art, ellipse(X + 196 - k * 6 + 2, 840 + k * 28, 8, 6), { ...hard, colour: darker(c, 0.3), lift: 0.5 });
  art.focus = { x: X + 110, y: 740, zoom: 1.8 };
}

function drawTip(art: Drawing, x: number, y: number, side: number, colour: string): void {
  addPiece(art, place([[-6, -22], [-34, -30], [-46, -12], [-46, 14], [-32, 30], [-6, 24]], x, y, 1, side * 0.2, side), { colour, material: 'rubber', pattern: null, texture: null, bulge: 1.6, roll: 1.4 });
}

function drawOpenEar(art: Drawing, traits: Traits): void {
  const c = art.cloth.colour;
  const hard: PieceStyle = { colour: c, material: 'plastic', pattern: null, texture: null, bulge: 1.9, roll: 1.6 };
  const clip = art.random.chance(0.4);
  for (const side of [-1, 1] as const) {
    const cx = X + side * 176;
    const hook: RibbonPoint[] = ([[-30, 120, 34], [-84, 20, 28], [-92, -110, 20], [-30, -200, 16], [54, -170, 15], [80, -60, 18], [60, 30, 24]] as const).map(([x, y, w]) => [cx + side * x, 560 + y + (side > 0 ? 14 : 0), w]);
    const line = clip ? ([[30, -96, 36], [96, -70, 30], [112, 10, 26], [70, 78, 34]] as const).map(([x, y, w]): RibbonPoint => [cx + side * x - side * 30, 560 + y, w]) : hook;
    addPiece(art, ribbon(line), { ...hard, flow: line, material: 'rubber' });
    addPiece(art, place(clip ? ellipse(0, 0, 74, 58, 16) : [[-60, -54], [10, -64], [72, -34], [80, 24], [30, 66], [-40, 60], [-74, 8]], cx - (clip ? side * 20 : -side * 10), clip ? 470 : 600, 1, side * 0.2, side), { ...hard, lift: 1.3 });
    if (clip) addPiece(art, ellipse(cx - side * 10, 650, 52, 56, 16), { ...hard, lift: 1.2, material: 'metal' });
    addInk(art, [0, 1, 2, 3].map((k) => `<ellipse cx="${cx + side * (26 - k * 14)}" cy="${clip ? 470 : 604 + k * 2}" rx="4" ry="6" fill="${darker(c, 0.75)}" opacity=".8"/>`).join(''));
    addSeam(art, `M${cx - 22} ${clip ? 500 : 640}h20`, lighter(c, 0.5), 3.4, 0.8);
  }
  drawClosedCase(art, X, 900, 220, c, traits.hasSecond ? traits.colour2 : lighter(c, 0.06));
  art.focus = { x: X - 170, y: 570, zoom: 1.5 };
}

function drawClosedCase(art: Drawing, x: number, y: number, half: number, colour: string, lid: string): void {
  const hard: PieceStyle = { material: 'plastic', pattern: null, texture: null, bulge: 2.4, roll: 2.4 };
  addPiece(art, [[x - half, y - 6, 1], [x + half, y - 6, 1], [x + half - 6, y + 66], [x + half - 70, y + 106], [x, y + 112], [x - half + 70, y + 106], [x - half + 6, y + 66]], { ...hard, colour });
  addPiece(art, [[x - half, y - 4, 1], [x - half + 4, y - 60], [x - half + 70, y - 98], [x, y - 104], [x + half - 70, y - 98], [x + half - 4, y - 60], [x + half, y - 4, 1]], { ...hard, colour: lid, lift: 0.5 });
  addPiece(art, ellipse(x, y + 36, 7, 7, 10), { colour: '#8fcf92', material: 'glass', pattern: null, texture: null, lift: 0.3 });
}

export function drawEarbuds(art: Drawing, traits: Traits): void {
  if (traits.headphoneType === 'open-ear') { drawOpenEar(art, traits); return; }
  const c = art.cloth.colour;
  const stems = art.random.chance(0.5);
  if (art.random.chance(0.45)) { drawLooseBuds(art, traits, stems); return; }
  const hard: PieceStyle = { colour: c, material: 'plastic', pattern: null, texture: null, bulge: 2.4, roll: 2.2 };
  addContact(art, 455, 946, 230, 22, 0.6);
  addContact(art, 486, 960, 300, 48, 0.38);
  addPiece(art, [[232, 644], [236, 470], [286, 384], [450, 354], [614, 384], [664, 470], [668, 644]], { ...hard, colour: lighter(c, 0.04) });
  addPiece(art, [[268, 648], [270, 492], [314, 422], [450, 398], [586, 422], [630, 492], [632, 648]], { ...hard, colour: darker(c, 0.34), lift: 0, bulge: -1.2 });
  addPiece(art, [[236, 636, 1], [450, 620], [664, 636, 1], [660, 690], [240, 690]], { ...hard, colour: darker(c, 0.28), lift: 0 });
  for (const side of [-1, 1] as const) {
    const x = X + side * 86;
    const bud: Point[] = stems ? [[-24, 470], [10, 438], [64, 450], [88, 500], [62, 550], [26, 570], [24, 660], [20, 780], [-20, 780], [-28, 620]] : [[-34, 520], [-20, 460], [30, 438], [78, 462], [92, 516], [70, 572], [30, 600], [20, 700], [-24, 700], [-38, 600]];
    addPiece(art, bud.map(([px, py]): Point => [x + side * px, py]), { ...hard, colour: lighter(c, 0.1), lift: 1.2 });
    addSeam(art, `M${x - 9} 690H${x + 9}`, darker(c, 0.6), 4, 0.7);
    addSeam(art, `M${x + side * 30} ${stems ? 462 : 470}q${side * 16} 4 ${side * 24} 18`, darker(c, 0.7), 5, 0.6);
  }
  addPiece(art, [[222, 652, 1], [450, 666], [678, 652, 1], [682, 760], [662, 884], [592, 938], [450, 950], [308, 938], [238, 884], [218, 760]], { ...hard, lift: 1.5 });
  addSeam(art, 'M226 664Q450 680 674 664', lighter(c, 0.4), 2, 0.4);
  addPiece(art, ellipse(X, 752, 7, 7, 10), { colour: '#8fcf92', material: 'glass', pattern: null, texture: null, lift: 0.3 });
  art.focus = { x: X + 60, y: 560, zoom: 1.8 };
}

/** Two buds on paper with the closed case below. */
function drawLooseBuds(art: Drawing, traits: Traits, stems: boolean): void {
  const c = art.cloth.colour;
  const hard: PieceStyle = { colour: c, material: 'plastic', pattern: null, texture: null, bulge: 2.2, roll: 2.2 };
  for (const side of [-1, 1] as const) {
    const [x, y, turn] = [X + side * 120, 480 + (side > 0 ? 16 : 0), side * (0.32 + art.random.jitter(0.06))];
    const at = (points: Point[]): Point[] => place(points, x, y, 1.15, turn, side);
    addPiece(art, at([[50, -22], [86, -38], [108, -14], [104, 26], [78, 44], [48, 28]]), { colour: luminance(c) < 0.3 ? '#a39d95' : '#d3cabd', material: 'rubber', pattern: null, texture: null, bulge: 1.5, roll: 1.6 });
    addPiece(art, at(stems ? [[-36, -60], [10, -80], [58, -56], [72, 0], [40, 50], [4, 66], [0, 150], [-8, 220], [-34, 222], [-44, 150], [-50, 30]] : [[-60, -50], [-6, -84], [56, -62], [78, 0], [54, 62], [-6, 84], [-62, 50], [-76, 0]]), { ...hard, lift: 1.2 });
    addPiece(art, at(ellipse(stems ? -8 : -16, stems ? -16 : 0, stems ? 24 : 40, stems ? 30 : 44, 16)), { ...hard, colour: lighter(c, 0.08), lift: 0.3, bulge: 1, material: 'metal' });
    addPiece(art, at(ellipse(stems ? -22 : 34, stems ? 190 : -36, 5, 8, 10)), { colour: '#3d3833', material: 'canvas', pattern: null, texture: null, lift: 0, bulge: -0.6 });
  }
  drawClosedCase(art, X, 860, 210, c, traits.hasSecond ? traits.colour2 : lighter(c, 0.05));
  art.focus = { x: X + 110, y: 520, zoom: 2 };
}
