// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Bottles, headlamps, candles, mugs, notebooks. */
import { addContact, addInk, addPiece, addSeam, addStitch, type Drawing, fold, type PieceStyle, turned } from '../drawing.ts';
import { drawBow } from '../garments/trimmings.ts';
import { ellipse, type Point, type RibbonPoint, ribbon, roundedBox, spline, CENTRE as X } from '../geometry.ts';
import { darker, lighter, luminance, mix } from '../palette.ts';
import type { Traits } from '../traits.ts';

const plain: PieceStyle = { pattern: null, texture: null };

/** A horizontal gradient that turns a flat outline into a cylinder. */
function cylinder(art: Drawing, colour: string, gloss = 0.5): string {
  const id = `cyl${art.definitions.length}`;
  const light = lighter(colour, gloss);
  art.definitions.push(`<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="${darker(colour, 0.26)}"/><stop offset=".14" stop-color="${colour}"/><stop offset=".25" stop-color="${light}"/><stop offset=".36" stop-color="${colour}"/><stop offset=".72" stop-color="${darker(colour, 0.2)}"/><stop offset=".93" stop-color="${darker(colour, 0.58)}"/><stop offset="1" stop-color="${darker(colour, 0.4)}"/></linearGradient>`);
  return `url(#${id})`;
}

function standOn(art: Drawing, y: number, half: number): void {
  addContact(art, X + 6, y, half * 1.02, 18, 0.66);
  addContact(art, X + half * 0.34, y + 14, half * 1.5, 46, 0.38);
}

export function drawBottle(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const slim = art.random.between(0.94, 1.08) * (Number(traits.attributes.capacityMl ?? 700) > 900 ? 1.12 : Number(traits.attributes.capacityMl ?? 700) < 420 ? 0.92 : 1);
  const w = (v: number): number => X + (v - X) * slim;
  const glass = traits.material === 'glass';
  const surface: PieceStyle = { ...plain, material: glass ? 'glass' : traits.material === 'metal' && !traits.hasSecond ? 'ceramic' : 'ceramic', bulge: 0.5, roll: 1.3, colour: c };
  standOn(art, 1082, 112 * slim);
  addPiece(art, ([[352, 420], [366, 372], [450, 358], [534, 372], [548, 420], [560, 520], [562, 800], [558, 1040], [540, 1078, 1], [450, 1088], [360, 1078, 1], [342, 1040], [338, 800], [340, 520]] as Point[]).map(([x, y, k]): Point => [w(x), y, k]), { ...surface, paint: cylinder(art, c) });
  if (traits.hasSecond) addPiece(art, ([[338, 760, 1], [450, 774], [562, 760, 1], [560, 1040], [540, 1078, 1], [450, 1088], [360, 1078, 1], [340, 1040]] as Point[]).map(([x, y, k]): Point => [w(x), y, k]), { ...surface, colour: traits.colour2, paint: cylinder(art, traits.colour2), lift: 0 });
  const steel = '#c2bfb9';
  addPiece(art, ([[368, 346, 1], [450, 338], [532, 346, 1], [534, 384, 1], [450, 398], [366, 384, 1]] as Point[]).map(([x, y, k]): Point => [w(x), y, k]), { ...plain, colour: steel, paint: cylinder(art, steel, 0.8), material: 'ceramic', bulge: 0.3 });
  const lid = art.random.pick(['#2f2d30', '#3a3633', darker(c, 0.4), '#c6a06a']);
  addPiece(art, ([[372, 262, 1], [450, 252], [528, 262, 1], [532, 344, 1], [450, 356], [368, 344, 1]] as Point[]).map(([x, y, k]): Point => [w(x), y, k]), { ...plain, colour: lid, paint: cylinder(art, lid, 0.25), material: lid === '#c6a06a' ? 'paper' : 'rubber', texture: lid === '#c6a06a' ? null : 'knurl', bulge: 0.4 });
  if (art.random.chance(0.6)) { const loop: RibbonPoint[] = [[w(390), 276, 22], [w(376), 196, 22], [w(412), 148, 24], [w(488), 148, 24], [w(524), 196, 22], [w(510), 276, 22]]; addPiece(art, ribbon(loop), { ...plain, colour: lid, material: 'rubber', flow: loop, bulge: 1.4 }); }
  const ink = luminance(c) > 0.55 ? darker(c, 0.6) : lighter(c, 0.75);
  addInk(art, art.random.pick([
    `<g opacity=".8" fill="none" stroke="${ink}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"><path d="M396 650L436 580L462 616L484 586L516 650"/><path d="M402 674H510"/></g>`,
    `<g opacity=".75" fill="none" stroke="${ink}" stroke-width="4.5"><circle cx="452" cy="620" r="38"/><path d="M420 632Q440 612 452 630T486 624"/></g>`,
    `<g opacity=".75" stroke="${ink}" stroke-width="5" stroke-linecap="round"><path d="M438 700V560M464 700V590"/></g>`,
  ]));
  art.focus = { x: X, y: 430, zoom: 2 };
}

export function drawHeadlamp(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const strap = traits.hasSecond ? traits.colour2 : luminance(c) < 0.3 ? mix(c, '#d9772f', 0.75) : darker(c, 0.5);
  const web = (line: RibbonPoint[], colour: string): void => { addPiece(art, ribbon(line), { ...plain, colour, material: 'nylon', texture: 'fine-rib', textureTurn: 90, flow: line, lift: 0.9 }); };
  web([[170, 600, 62], [190, 430, 62], [330, 320, 62], [570, 320, 62], [710, 430, 62], [730, 600, 62]], darker(strap, 0.3));
  web([[450, 330, 46], [452, 420, 46], [450, 540, 46]], darker(strap, 0.12));
  web([[160, 590, 70], [230, 720, 70], [340, 778, 70], [450, 792, 70], [560, 778, 70], [670, 720, 70], [740, 590, 70]], strap);
  addInk(art, `<path d="${spline([[236, 740], [340, 796], [450, 810], [560, 796], [664, 740]], false)}" fill="none" stroke="#f6efe2" stroke-width="3" stroke-dasharray="22 12" opacity=".7"/>`);
  for (const x of [250, 640]) addPiece(art, roundedBox(x - 16, x < 400 ? 690 : 700, x + 16, x < 400 ? 780 : 790, 7), { ...plain, colour: '#3a393b', material: 'plastic', lift: 0.9 });
  addPiece(art, roundedBox(320, 648, 580, 872, 46), { ...plain, colour: darker(c, 0.25), material: 'rubber', lift: 1.3, bulge: 1.6, roll: 1.6 });
  addPiece(art, roundedBox(334, 640, 566, 846, 44), { ...plain, colour: c, material: 'plastic', lift: 1, bulge: 2.2, roll: 2 });
  addPiece(art, ellipse(X, 738, 84, 84, 22), { ...plain, colour: '#4b4a4e', material: 'metal', roll: 1.4 });
  addPiece(art, ellipse(X, 738, 68, 68, 22), { ...plain, colour: '#d8d6d0', material: 'metal', lift: 0, bulge: -3, roll: 2.4 });
  art.definitions.push('<radialGradient id="beam"><stop offset="0" stop-color="#fffdf2"/><stop offset=".5" stop-color="#fbefc6"/><stop offset="1" stop-color="#d9c894"/></radialGradient>');
  addPiece(art, ellipse(X, 738, 38, 38, 18), { ...plain, colour: '#f6e7b8', paint: 'url(#beam)', material: 'glass', lift: 0, bulge: 1.4 });
  addPiece(art, ellipse(536, 690, 15, 15, 14), { ...plain, colour: '#b8382c', material: 'glass', lift: 0.3 });
  addPiece(art, roundedBox(410, 620, 490, 652, 12), { ...plain, colour: mix(c, '#e9e2d4', 0.3), material: 'rubber', lift: 0.8 });
  for (let k = 0; k < 5; k++) addSeam(art, `M${400 + k * 25} 850V866`, darker(c, 0.7), 5, 0.6);
  art.focus = { x: X, y: 730, zoom: 1.9 };
}

export function drawCandle(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const tin = /tin|罐|قوطی/.test(traits.title);
  const pillar = /pillar|taper|柱|ستونی|beeswax/.test(traits.title);
  if (pillar) { drawPillars(art, c); return; }
  const jar = tin ? '#b9b2a6' : art.random.pick([c, darker(c, 0.12), '#e9dfcc']);
  standOn(art, 1000, 214);
  addPiece(art, [[236, 470], [330, 436], [450, 428], [570, 436], [664, 470], [570, 506], [450, 514], [330, 506]], { ...plain, colour: darker(jar, 0.3), material: 'ceramic' });
  addPiece(art, [[254, 474], [340, 448], [450, 442], [560, 448], [646, 474], [560, 500], [450, 506], [340, 500]], { ...plain, colour: mix('#f3e8d2', c, luminance(c) > 0.5 ? 0.3 : 0.1), material: 'wax', lift: 0, bulge: -1.2 });
  art.definitions.push('<radialGradient id="glow"><stop offset="0" stop-color="#fff6d8" stop-opacity=".95"/><stop offset=".4" stop-color="#ffe3a0" stop-opacity=".45"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient>');
  addPiece(art, ribbon([[X, 476, 5], [X + 2, 440, 5], [X - 2, 420, 4]]), { ...plain, colour: '#3a2f28', material: 'cotton', lift: 0.5 });
  addPiece(art, [[232, 472, 1], [330, 510], [450, 520], [570, 510], [668, 472, 1], [666, 760], [654, 960], [620, 992, 1], [450, 1006], [280, 992, 1], [246, 960], [234, 760]], { ...plain, colour: jar, paint: cylinder(art, jar, tin ? 0.7 : 0.32), material: tin ? 'ceramic' : 'ceramic', bulge: 0.5, roll: 1.3 });
  const label = luminance(jar) > 0.5 ? '#f7f1e6' : '#efe4d0';
  addPiece(art, [[330, 650, 1], [450, 662], [570, 650, 1], [570, 860, 1], [450, 872], [330, 860, 1]], { ...plain, colour: label, material: 'paper', lift: 0.3, bulge: 0.2, art: `<rect x="346" y="672" width="208" height="172" fill="none" stroke="#8a6a4a" stroke-width="1.6" opacity=".7"/>${botanical(art, 450, 740, darker(c, luminance(c) > 0.6 ? 0.5 : 0.1))}<path d="M400 800H500M418 818H482" stroke="#6b5238" stroke-width="3.4" opacity=".75"/>` });
  if (traits.bow !== 'none') drawBow(art, X, 560, 70, { tails: 1.4, colour: '#8a3a3a', style: { material: 'satin', texture: null, pattern: null } });
  art.focus = { x: X + 20, y: 660, zoom: 1.9 };
}

function botanical(art: Drawing, x: number, y: number, colour: string): string {
  const leaves = Array.from({ length: 7 }, (_, k) => `<path d="M0 0C8 -10 24 -12 34 -4C24 6 8 6 0 0Z" fill="${colour}" transform="translate(0 ${22 - k * 11}) rotate(${k % 2 ? -28 + art.random.jitter(6) : 208 + art.random.jitter(6)}) scale(${1 - k * 0.07})"/>`).join('');
  return `<g transform="translate(${x} ${y}) scale(.95)"><path d="M0 40C4 10 -4 -20 2 -54" stroke="${colour}" stroke-width="3" fill="none"/>${leaves}</g>`;
}

function drawPillars(art: Drawing, c: string): void {
  for (const [x, half, top] of [[330, 104, 430], [566, 92, 580]] as const) {
    addContact(art, x + 6, 1000, half * 1.05, 16, 0.62);
    addContact(art, x + 40, 1014, half * 1.6, 40, 0.34);
    addPiece(art, ribbon([[x, top - 4, 5], [x + 3, top - 46, 4]]), { ...plain, colour: '#3a2f28', material: 'cotton' });
    addPiece(art, [[x - half, top, 1], [x, top + 22], [x + half, top, 1], [x + half, 986, 1], [x, 1006], [x - half, 986, 1]], { ...plain, colour: c, paint: cylinder(art, c, 0.35), material: 'wax', bulge: 0.5, roll: 1.4, folds: [fold(x - half * 0.4, top + 20, x - half * 0.42, top + 150, 20, 4), fold(x + half * 0.3, top + 20, x + half * 0.3, top + 90, 16, 3)] });
    addPiece(art, ellipse(x, top + 2, half - 2, 24, 18), { ...plain, colour: lighter(c, 0.16), material: 'wax', lift: 0, bulge: -1 });
  }
  art.focus = { x: 420, y: 560, zoom: 1.8 };
}

export function drawMug(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const second = traits.hasSecond ? traits.colour2 : lighter(c, 0.55);
  standOn(art, 980, 214);
  const handle: RibbonPoint[] = [[624, 610, 40], [720, 590, 42], [776, 670, 42], [760, 780, 42], [690, 850, 40], [612, 860, 38]];
  addPiece(art, ribbon(handle), { ...plain, colour: c, material: 'ceramic', flow: handle, bulge: 2, roll: 2 });
  addPiece(art, [[216, 520], [310, 488], [430, 480], [550, 488], [644, 520], [550, 552], [430, 560], [310, 552]], { ...plain, colour: lighter(c, 0.12), material: 'ceramic' });
  addPiece(art, [[236, 523], [320, 498], [430, 492], [540, 498], [624, 523], [540, 546], [430, 551], [320, 546]], { ...plain, colour: art.random.chance(0.6) ? '#5a3622' : darker(c, 0.4), material: 'glass', lift: 0, bulge: -0.6 });
  const straight = art.random.chance(0.5);
  addPiece(art, straight ? [[214, 522, 1], [310, 556], [430, 564], [550, 556], [646, 522, 1], [644, 760], [634, 930], [600, 968, 1], [430, 984], [260, 968, 1], [226, 930], [216, 760]] : [[214, 522, 1], [310, 556], [430, 564], [550, 556], [646, 522, 1], [656, 680], [640, 820], [590, 926], [540, 974, 1], [430, 984], [320, 974, 1], [270, 926], [220, 820], [204, 680]], {
    ...plain, colour: c, paint: cylinder(art, c, 0.4), material: 'ceramic', bulge: 1, roll: 1.8, lift: 1, pattern: art.cloth.pattern ? turned(art, 0, 0.8) : null,
    art: art.cloth.pattern ? '' : art.random.pick([
      `<path d="M200 ${860}Q430 890 660 860V1000H200Z" fill="${second}" opacity=".9"/><path d="M200 858Q430 888 660 858" stroke="${darker(second, 0.4)}" stroke-width="2" fill="none" opacity=".5"/>`,
      `<g opacity=".85">${botanical(art, 420, 740, luminance(c) > 0.55 ? darker(c, 0.6) : second)}</g>`,
      Array.from({ length: 70 }, () => `<circle cx="${art.random.between(210, 650).toFixed(0)}" cy="${art.random.between(560, 980).toFixed(0)}" r="${art.random.between(1.2, 4).toFixed(1)}" fill="${luminance(c) > 0.5 ? '#5a4232' : second}" opacity=".6"/>`).join(''),
      `<path d="M210 660Q430 690 650 660M208 690Q430 720 652 690" stroke="${second}" stroke-width="9" fill="none" opacity=".85"/>`,
    ]),
  });
  art.focus = { x: 470, y: 620, zoom: 1.9 };
}

export function drawNotebook(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const leather = traits.material === 'leather';
  const cloth: PieceStyle = { ...plain, colour: c, material: leather ? 'leather' : art.random.pick(['canvas', 'paper', 'leather'] as const) };
  const spiral = /spiral|线圈|سیمی|ring/.test(traits.title);
  for (let k = 3; k >= 0; k--) addPiece(art, [[262 + k * 3, 266 + k * 5, 1], [694 + k * 4, 262 + k * 6, 1], [698 + k * 4, 936 + k * 6, 1], [266 + k * 3, 940 + k * 6, 1]], { ...plain, colour: k === 3 ? darker(c, 0.1) : k % 2 ? '#f4ecdc' : '#e6dac4', material: 'paper', lift: 0.35, bulge: 0, roll: 0.4 });
  addPiece(art, [[248, 256, 1], [684, 252, 1], [696, 264], [700, 600], [696, 924], [686, 934, 1], [248, 938, 1]], { ...cloth, lift: 1, bulge: 0.7, roll: 1, pattern: art.cloth.pattern ? turned(art, 0) : null, folds: leather ? [fold(690, 300, 620, 420, 30, -2)] : [] });
  if (spiral) for (let k = 0; k < 15; k++) { const y = 284 + k * 44; addPiece(art, ribbon([[276, y + 8, 6], [240, y - 6, 7], [226, y + 6, 7], [246, y + 16, 6]]), { ...plain, colour: '#8d8a84', material: 'metal' }); }
  else {
    addPiece(art, [[242, 256, 1], [304, 255, 1], [304, 937, 1], [242, 939, 1], [238, 600]], { ...cloth, colour: darker(c, 0.2), material: 'canvas', lift: 0.3, bulge: 0.4 });
    const elastic: RibbonPoint[] = [[640, 250, 13], [642, 600, 13], [640, 938, 13]];
    addPiece(art, ribbon(elastic), { ...plain, colour: traits.hasSecond ? traits.colour2 : darker(c, luminance(c) > 0.4 ? 0.6 : 0.3), material: 'cotton', texture: 'fine-rib', lift: 0.8 });
    addPiece(art, ribbon([[420, 930, 14], [424, 980, 14], [414, 1020, 14]]), { ...plain, colour: traits.hasSecond ? traits.colour2 : '#a8413a', material: 'satin', lift: 0.5 });
  }
  const label = art.random.pick([0, 1, 2]);
  if (label === 0) addPiece(art, roundedBox(370, 380, 580, 500, 4), { ...plain, colour: '#f3ead8', material: 'paper', lift: 0.3, bulge: 0, art: '<rect x="382" y="392" width="186" height="96" fill="none" stroke="#8a6a4a" stroke-width="1.8"/><path d="M404 430H546M404 456H520" stroke="#8a7a66" stroke-width="2"/>' });
  else if (label === 1) addInk(art, `<g opacity=".75">${botanical(art, 470, 560, luminance(c) > 0.5 ? darker(c, 0.55) : lighter(c, 0.5))}</g>`);
  else addStitch(art, 'M324 276H676V916H324Z', undefined, 2, 0.5);
  if (traits.bow !== 'none') drawBow(art, X + 20, 620, 80, { tails: 1.6, colour: '#a8413a', style: { material: 'satin', pattern: null, texture: null } });
  art.focus = { x: X + 80, y: 420, zoom: 1.9 };
}
