// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Necklaces, earrings, watches, sunglasses. */
import { addInk, addPiece, addStitch, type Drawing, type PieceStyle } from '../drawing.ts';
import { drawBow, STEEL } from '../garments/trimmings.ts';
import { ellipse, type Point, place, type RibbonPoint, ribbon, roundedBox, sample, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter, luminance, mix } from '../palette.ts';
import type { Traits } from '../traits.ts';
import { drawChain, drawRing } from './bags.ts';

const METALS: Record<string, string> = { gold: '#c9a04e', 'gold-plated': '#c9a04e', brass: '#b58f4a', silver: '#c9c8c5', 'sterling-silver': '#c9c8c5', 'stainless-steel': STEEL, titanium: '#a09e9b', aluminium: '#bebdb9' };

function metalFor(traits: Traits): string {
  return METALS[traits.materialWord] ?? METALS[traits.colourName] ?? '#c9a04e';
}

/** The stone or bead colour, when the listing's colour is not that of the metal. */
function gemFor(traits: Traits): string {
  return ['gold', 'silver', ''].includes(traits.colourName) ? (traits.hasSecond ? traits.colour2 : '#f3ece0') : traits.colour;
}

function drawBead(art: Drawing, x: number, y: number, radius: number, colour: string, material: PieceStyle['material'] = 'pearl'): void {
  addPiece(art, ellipse(x, y, radius, radius, 12), { colour, material, pattern: null, texture: null, roll: 2, bulge: 1.5, lift: 0.9 });
}

function neckLine(drop: number, width: number): Point[] {
  return [[X - width * 0.36, 250], [X - width * 0.74, 340], [X - width, 500], [X - width * 0.82, 250 + drop * 0.72], [X - width * 0.36, 250 + drop * 0.96], [X, 250 + drop], [X + width * 0.36, 250 + drop * 0.955], [X + width * 0.82, 250 + drop * 0.71], [X + width, 496], [X + width * 0.74, 336], [X + width * 0.36, 250]];
}

export function drawNecklace(art: Drawing, traits: Traits): void {
  const metal = metalFor(traits);
  const gem = gemFor(traits);
  const style = traits.style || (traits.materialWord === 'pearl' ? 'pearls' : 'chain');
  const line = neckLine(style === 'pendant' ? 560 : 640, style === 'pendant' ? 250 : 286);
  if (style === 'pearls') {
    const rows = /(two|double|三|双|دو)/.test(traits.title) ? 2 : 1;
    for (let row = 0; row < rows; row++) {
      const path = neckLine(620 - row * 130, 290 - row * 56);
      const count = row ? 44 : 54;
      const spots = sample(path, count);
      spots.forEach(({ x, y }, i) => { const middle = 1 - Math.abs(i / (count - 1) - 0.5) * 2; drawBead(art, x + art.random.jitter(1.6), y + art.random.jitter(1.6), 13 + middle * (rows > 1 ? 5 : 8.5), mix(luminance(gem) > 0.6 ? gem : '#f2eadd', '#f4dcd2', art.random.next() * 0.4)); });
    }
    drawClasp(art, metal);
  } else {
    drawChain(art, sample(line, 40).map(({ x, y }): Point => [x, y]), style === 'pendant' ? 9 : art.random.pick([12, 16, 20]), metal);
    drawClasp(art, metal);
    if (style === 'pendant') {
      const y = 820;
      drawRing(art, X, y - 6, 11, 5, metal);
      const shape = art.random.pick(['drop', 'disc', 'oval'] as const);
      if (shape === 'disc') { drawBead(art, X, y + 56, 54, metal, 'gold'); addPiece(art, ellipse(X, y + 56, 30, 30, 16), { colour: luminance(gem) > 0.8 ? darker(metal, 0.25) : gem, material: 'glass', pattern: null, texture: null, lift: 0.2 }); }
      else {
        const outline: Point[] = shape === 'drop' ? [[X, y + 4, 1], [X + 34, y + 60], [X + 38, y + 96], [X, y + 132], [X - 38, y + 96], [X - 34, y + 60]] : ellipse(X, y + 66, 42, 60, 16);
        addPiece(art, outline, { colour: metal, material: 'gold', pattern: null, texture: null });
        addPiece(art, place(outline.map(([px, py, k]): Point => [px - X, py - y - 72, k]), X, y + 72, 0.76), { colour: luminance(gem) > 0.85 && traits.materialWord !== 'pearl' ? '#7fa6ad' : gem, material: traits.materialWord === 'pearl' ? 'pearl' : 'glass', pattern: null, texture: null, lift: 0.3, bulge: 2 });
      }
    }
  }
  if (traits.bow !== 'none') drawBow(art, X, style === 'pearls' ? 868 : 880, traits.bow === 'big' ? 90 : 50, { tails: 1.4, colour: traits.hasSecond ? traits.colour2 : '#2f2d30', style: { material: 'satin', texture: null, pattern: null } });
  art.focus = { x: X + 24, y: 800, zoom: 2.1 };
}

function drawClasp(art: Drawing, metal: string): void {
  const bar: RibbonPoint[] = [[X - 104, 250, 7], [X - 60, 226, 7], [X - 16, 216, 7]];
  addPiece(art, ribbon(bar), { colour: metal, material: 'gold', pattern: null, texture: null });
  addPiece(art, ribbon(bar.map(([x, y, w]): RibbonPoint => [2 * X - x, y, w])), { colour: metal, material: 'gold', pattern: null, texture: null });
  drawRing(art, X, 214, 15, 6, metal);
}

export function drawEarrings(art: Drawing, traits: Traits): void {
  const metal = metalFor(traits);
  const gem = gemFor(traits);
  const pearl = traits.materialWord === 'pearl';
  const stone = (x: number, y: number, r: number): void => { drawBead(art, x, y, r, pearl ? '#f3ebdf' : gem === '#f3ece0' ? metal : gem, pearl ? 'pearl' : gem === '#f3ece0' ? 'gold' : 'glass'); };
  const style = traits.style || 'drops';
  const card = luminance(traits.colour) > 0.55 ? art.random.pick(['#3f5a52', '#7d4a48', '#47566b', '#efe4d2', '#c9a98c']) : '#efe4d2';
  addPiece(art, roundedBox(230, 360, 670, 880, 22), { colour: card, material: luminance(card) > 0.5 ? 'paper' : 'velvet', pattern: null, texture: null, lift: 1 });
  addPiece(art, roundedBox(254, 384, 646, 856, 14), { colour: darker(card, 0.12), material: luminance(card) > 0.5 ? 'paper' : 'velvet', pattern: null, texture: null, lift: 0, bulge: -0.6 });
  for (const side of [-1, 1] as const) {
    const x = X + side * 102;
    const dy = side > 0 ? 5 : -4;
    if (style === 'hoops') {
      const line = Array.from({ length: 25 }, (_, i): RibbonPoint => { const a = -1.35 + (i / 24) * 5.75; return [x + Math.cos(a) * 82, 620 + dy + Math.sin(a) * 98, 20 + Math.sin((i / 24) * Math.PI) * 8]; });
      addPiece(art, ribbon(line), { colour: metal, material: 'gold', pattern: null, texture: null, roll: 2.4, flow: line });
      addPiece(art, ribbon([[x + 14, 524 + dy, 6], [x - 26, 512 + dy, 6], [x - 44, 530 + dy, 6]]), { colour: metal, material: 'gold', pattern: null, texture: null });
    } else if (style === 'studs') {
      addPiece(art, ellipse(x, 620 + dy, 62, 62, 18), { colour: metal, material: 'gold', pattern: null, texture: null, roll: 1.6 });
      stone(x, 618 + dy, 50);
      if (!pearl) addInk(art, `<path d="M${x} ${574 + dy}L${x + 32} ${606 + dy}L${x + 20} ${650 + dy}L${x - 20} ${650 + dy}L${x - 32} ${606 + dy}Z" fill="none" stroke="#fff6e4" stroke-width="2" opacity=".35"/>`);
    } else {
      stone(x, 452 + dy, 24);
      drawRing(art, x, 492 + dy, 11, 5, metal);
      drawChain(art, [[x, 502 + dy], [x + art.random.jitter(2), 580 + dy]], 9, metal);
      const drop: Point[] = [[x, 576 + dy, 1], [x + 36, 660 + dy], [x + 46, 728 + dy], [x, 786 + dy], [x - 46, 728 + dy], [x - 36, 660 + dy]];
      addPiece(art, drop, { colour: metal, material: 'gold', pattern: null, texture: null, roll: 1.8 });
      addPiece(art, place(drop.map(([px, py, k]): Point => [px - x, py - 700 - dy, k]), x, 704 + dy, 0.74), { colour: pearl ? '#f3ebdf' : gem === '#f3ece0' ? lighter(metal, 0.2) : gem, material: pearl ? 'pearl' : gem === '#f3ece0' ? 'gold' : 'glass', pattern: null, texture: null, lift: 0.3, bulge: 2.4 });
    }
    if (traits.bow !== 'none') drawBow(art, x, style === 'drops' ? 452 + dy : 560 + dy, 40, { tails: 1, colour: metal, style: { material: 'gold', texture: null, pattern: null } });
  }
  art.focus = { x: X + 60, y: 620, zoom: 1.9 };
}

export function drawWatch(art: Drawing, traits: Traits): void {
  const leather = ['leather', 'suede', 'faux-leather'].includes(traits.materialWord);
  const rubber = ['rubber', 'nylon', 'plastic', 'recycled-polyester', 'canvas'].includes(traits.materialWord);
  const steel = !leather && !rubber;
  const c = traits.colour;
  const case_ = METALS[traits.materialWord] ?? (art.random.chance(0.4) ? '#c9a75e' : '#c3c0ba');
  const strap = steel ? case_ : c;
  const style: PieceStyle = { pattern: null, texture: null, material: steel ? 'metal' : rubber ? 'rubber' : 'leather', colour: strap };
  for (const [from, to, dir] of [[470, 110, -1], [730, 1112, 1]] as const) {
    if (steel) {
      for (let k = 9; k >= 0; k--) {
        const y = from + ((to - from) * k) / 9.6;
        const half = 54 - k * 1.3;
        for (const [x0, x1] of [[-half, -half * 0.42], [-half * 0.4, half * 0.4], [half * 0.42, half]] as const) addPiece(art, roundedBox(X + x0, y - 19, X + x1, y + 19, 5), { ...style, lift: 0.5, roll: 0.8, colour: Math.abs(x0) < half * 0.5 ? lighter(strap, 0.1) : strap });
      }
      continue;
    }
    const half = 56;
    addPiece(art, [[X - half, from, 1], [X + half, from, 1], [X + half - 8, (from + to) / 2], [X + half - 14, to, 1], [X, to + dir * 18], [X - half + 14, to, 1], [X - half + 8, (from + to) / 2]], { ...style, bulge: 1.6, roll: 1.3 });
    if (leather) for (const s of [-1, 1]) addStitch(art, spline([[X + s * (half - 9), from], [X + s * (half - 17), (from + to) / 2], [X + s * (half - 23), to + dir * 2]], false), lighter(c, 0.5), 2, 0.75);
  }
  if (!steel) {
    for (let k = 0; k < 6; k++) addPiece(art, ellipse(X, 880 + k * 38, 7, 8, 10), { colour: darker(c, 0.75), material: 'leather', pattern: null, texture: null, lift: 0, bulge: -0.5 });
    addPiece(art, ribbon([[X - 50, 150, 13], [X - 50, 190, 13], [X - 40, 200, 13], [X + 40, 200, 13], [X + 50, 190, 13], [X + 50, 150, 13], [X + 40, 140, 13], [X - 40, 140, 13], [X - 50, 150, 13]]), { colour: case_, material: 'metal', pattern: null, texture: null });
    addPiece(art, roundedBox(X - 52, 806, X + 52, 838, 4), { ...style, lift: 0.9 });
  }
  for (const [sx, y] of [[-1, 448], [1, 448], [-1, 752], [1, 752]] as const) addPiece(art, roundedBox(X + sx * 52 - 16, y - 36, X + sx * 52 + 16, y + 36, 9), { colour: case_, material: 'metal', pattern: null, texture: null });
  addPiece(art, roundedBox(628, 578, 664, 624, 8), { colour: case_, material: 'metal', pattern: null, texture: 'knurl', textureTurn: 90 });
  addPiece(art, ellipse(X, 600, 188, 188, 30), { colour: case_, material: 'metal', pattern: null, texture: null, roll: 3, bulge: 1.5, lift: 1.3 });
  const dial = traits.hasSecond ? traits.colour2 : leather || rubber ? art.random.pick(['#f2ead9', '#27395f', '#2f2d30', '#36594e', '#ead9c2']) : ['gold', 'silver', ''].includes(traits.colourName) ? art.random.pick(['#f2ead9', '#27395f', '#3a3a3c']) : c;
  addPiece(art, ellipse(X, 600, 162, 162, 30), { colour: dial, material: 'satin', pattern: null, texture: null, lift: 0, bulge: -0.5, roll: 0.8 });
  const ink = luminance(dial) > 0.45 ? '#2b2622' : '#f0e6d2';
  let marks = '';
  for (let i = 0; i < 60; i++) { const a = (i * Math.PI) / 30; const r = i % 5 ? 144 : 124; marks += `<path d="M${X + Math.sin(a) * r} ${600 - Math.cos(a) * r}L${X + Math.sin(a) * 152} ${600 - Math.cos(a) * 152}" stroke="${ink}" stroke-width="${i % 5 ? 1.5 : i % 15 ? 5 : 8}" opacity=".9"/>`; }
  addInk(art, marks + (art.random.chance(0.5) ? `<circle cx="450" cy="686" r="38" fill="none" stroke="${ink}" stroke-width="1.6" opacity=".5"/><path d="M450 686L468 664" stroke="${ink}" stroke-width="3"/>` : `<rect x="524" y="586" width="36" height="28" rx="3" fill="#f6efe2"/><path d="M534 600h16" stroke="#2b2622" stroke-width="5"/>`));
  for (const [x, y, w, l] of [[388, 540, 10, 0], [540, 512, 7, 1]] as const) { addPiece(art, ribbon([[X - (x - X) * 0.16, 600 - (y - 600) * 0.16, w], [x, y, w * 0.6]]), { colour: l ? ink : ink, material: 'plastic', pattern: null, texture: null, lift: 0.9, roll: 0.4 }); }
  addInk(art, `<path d="M432 646L492 484" stroke="#c8402c" stroke-width="2.6" stroke-linecap="round"/>`);
  addPiece(art, ellipse(X, 600, 10, 10, 10), { colour: case_, material: 'gold', pattern: null, texture: null });
  addInk(art, `<path d="M330 520A146 146 0 0 1 470 454L384 692A150 150 0 0 1 330 520Z" fill="#fff" opacity=".1"/>`);
  art.focus = { x: X + 30, y: 600, zoom: 1.85 };
}

const LENS: Record<string, readonly Point[]> = {
  round: ellipse(0, 0, 116, 110, 18),
  square: [[-124, -78], [-60, -96], [60, -96], [124, -80], [126, 0], [100, 84], [0, 98], [-96, 86], [-124, 10]],
  cat: [[-112, -62], [-40, -86], [60, -98], [150, -118, 1], [134, -10], [100, 70], [10, 92], [-84, 72], [-116, 8]],
  aviator: [[-120, -72], [0, -90], [118, -74], [122, 10], [80, 104], [0, 126], [-80, 92], [-118, 10]],
};

export function drawSunglasses(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const metal = ['gold-plated', 'stainless-steel', 'titanium', 'aluminium', 'brass'].includes(traits.materialWord) || ['gold', 'silver'].includes(traits.colourName);
  const shape = metal ? art.random.pick(['aviator', 'round']) : /cat|猫|گربه/.test(traits.title) ? 'cat' : /round|圆|گرد/.test(traits.title) ? 'round' : art.random.pick(['square', 'cat', 'round']);
  const lens = LENS[shape]!;
  const tint = traits.hasSecond ? traits.colour2 : art.random.pick(['#4a4038', '#3d4a44', '#5a4632', '#3b4250']);
  const frame: PieceStyle = { colour: metal ? (METALS[traits.materialWord] ?? METALS[traits.colourName] ?? '#c9a04e') : c, material: metal ? 'gold' : 'plastic', pattern: null, texture: null };
  for (const side of [-1, 1] as const) {
    const arm: RibbonPoint[] = ([[304, 566, metal ? 10 : 24], [300, 512, metal ? 9 : 22], [262, 486, metal ? 8 : 19], [40, 470, metal ? 8 : 18], [-160, 466, metal ? 10 : 22], [-262, 500, metal ? 13 : 28]] as const).map(([x, y, w]) => [X + side * x, y + (side > 0 ? 0 : -22), w]);
    addPiece(art, ribbon(arm), { ...frame, flow: arm, lift: 0.9 });
  }
  const bridge: RibbonPoint[] = [[X - 56, 580, metal ? 9 : 22], [X - 24, 558, metal ? 9 : 20], [X + 24, 558, metal ? 9 : 20], [X + 56, 580, metal ? 9 : 22]];
  addPiece(art, ribbon(bridge), { ...frame, flow: bridge });
  if (shape === 'aviator') addPiece(art, ribbon([[X - 90, 528, 8], [X, 518, 8], [X + 90, 528, 8]]), frame);
  art.definitions.push(`<linearGradient id="lens" x1="0" y1="0" x2=".3" y2="1"><stop offset="0" stop-color="${darker(tint, 0.5)}"/><stop offset="1" stop-color="${lighter(tint, 0.4)}"/></linearGradient>`);
  for (const side of [-1, 1] as const) {
    const grow = metal ? 1.08 : 1.2;
    addPiece(art, place(lens, X + side * 168, 620, grow, 0, side), { ...frame, roll: metal ? 0.8 : 1.3, lift: 1.2 });
    addPiece(art, place(lens, X + side * 168, 622, 1, 0, side), { paint: 'url(#lens)', colour: tint, material: 'glass', pattern: null, texture: null, lift: 0, bulge: 0.7, art: `<path d="M${X + side * 168 - 110} 590L${X + side * 168 - 10} 500L${X + side * 168 + 40} 500L${X + side * 168 - 90} 640Z" fill="#fff8ea" opacity=".16"/>` });
    if (!metal) addPiece(art, ellipse(X + side * 296, 560, 7, 7, 10), { colour: '#cfc6b4', material: 'gold', pattern: null, texture: null });
  }
  art.focus = { x: X + 150, y: 590, zoom: 1.8 };
}
