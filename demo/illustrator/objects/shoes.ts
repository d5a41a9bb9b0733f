// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** Trainers, boots, heels, loafers and sandals. */

import { addInk, addPiece, type Drawing, type PieceStyle, stitchArt } from '../drawing.ts';
import { drawBow, drawBuckle, GOLD } from '../garments/trimmings.ts';
import { ellipse, type Point, place, type RibbonPoint, ribbon, spline } from '../geometry.ts';
import { darker, lighter, luminance, mix } from '../palette.ts';
import type { Traits } from '../traits.ts';
import { standPair } from './shoe-last.ts';

function shoeCloth(traits: Traits): Traits['material'] {
  return traits.material;
}

export function drawTrainers(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const main = shoeCloth(traits);
  const dark = luminance(c) < 0.4;
  const trim = traits.hasSecond ? traits.colour2 : dark ? lighter(c, 0.5) : darker(c, 0.34);
  const running = main === 'canvas' || traits.materialWord === 'mesh' || /run|trail|jog|路|دو/.test(traits.title);
  const sole = dark && traits.colourName === 'black' && art.random.chance(0.4) ? '#e9e2d4' : '#f1eadc';
  const lace = dark ? '#ece4d6' : lighter(c, 0.6);
  standPair(art, (last, far) => {
    const { piece, strip, crease, stitch } = last;
    piece([[60, 70], [100, 54], [170, 58], [226, 30], [214, 92], [150, 114], [98, 104]], { colour: darker(c, 0.55), material: 'canvas', lift: 0 });
    piece([[208, 66, 1], [218, 6], [244, -20], [282, -8], [306, 44], [386, 142], [336, 166], [250, 112]], { colour: lighter(c, 0.14), material: 'canvas', folds: [crease(250, 0, 320, 120, 30, -4)] });
    piece([[40, 264, 1], [28, 196], [36, 122], [44, 66], [66, 42], [104, 66], [150, 92], [198, 74], [226, 28], [252, 16], [280, 42], [334, 108], [404, 154], [474, 172], [548, 192], [592, 232], [598, 266, 1]], { material: main, texture: traits.materialWord === 'mesh' ? 'mesh' : null, folds: [crease(384, 158, 430, 250, 30, -6, { bow: 8 }), crease(424, 168, 462, 250, 26, -5, { bow: 8 }), crease(404, 162, 446, 250, 22, 5, { bow: 8 }), crease(110, 100, 180, 200, 34, -4), crease(210, 80, 240, 180, 30, -3)] });
    if (!running) for (let k = 0; k < 9; k++) { const [x, y] = [468 + (k % 3) * 22 + Math.floor(k / 3) * 9, 196 + Math.floor(k / 3) * 15 + (k % 3) * 4]; piece(ellipse(x, y, 3, 2.4, 8), { colour: darker(c, 0.6), material: 'canvas', lift: 0 }); }
    piece([[486, 266, 1], [476, 232], [496, 200], [548, 196], [590, 232], [598, 266, 1]], { colour: running ? trim : mix(c, '#e6d9c2', 0.18), material: running ? 'rubber' : 'suede', lift: 0.7, roll: 1.4 });
    piece([[34, 266, 1], [24, 192], [34, 118], [48, 114], [102, 146], [124, 198], [136, 266, 1]], { colour: trim, material: 'suede', lift: 0.8 });
    if (running) {
      for (const k of [0, 1, 2]) strip([[166 + k * 46, 262, 20], [204 + k * 44, 190, 15], [272 + k * 30, 112 + k * 22, 9]], { colour: k === 1 ? lighter(trim, 0.2) : trim, material: 'rubber', lift: 0.5, roll: 0.5 });
    } else piece([[152, 266, 1], [172, 184], [250, 120], [284, 112, 1], [364, 192], [398, 266, 1], [354, 266, 1], [326, 208], [280, 160], [218, 202], [200, 266, 1]], { colour: trim, material: 'suede', lift: 0.8 });
    piece([[196, 88, 1], [230, 50, 1], [252, 70], [304, 112], [398, 160, 1], [378, 186], [290, 154]], { colour: lighter(c, 0.1), material: 'leather', lift: 0.8 });
    for (let i = 0; i < 6; i++) {
      const [x, y] = [222 + i * 29, 74 + i * 17 - i * i * 0.5];
      strip([[x - 17, y + 24, 12], [x + 4, y - 2 - (far ? 3 : 0), 12], [x + 26, y - 17, 12]], { colour: lace, material: 'canvas', lift: 0.9, bulge: 1.6 });
    }
    strip([[214, 56, 9], [190 + (far ? 10 : 0), 26, 9], [172, 40, 9], [206, 66, 9]], { colour: lace, material: 'canvas', lift: 0.8 });
    strip([[220, 52, 9], [252, 18, 9], [276, 34 + (far ? 8 : 0), 9], [224, 62, 9]], { colour: lace, material: 'canvas', lift: 0.8 });
    strip([[216, 58, 8], [188, 92, 8], [176, 132 + (far ? 14 : 0), 8]], { colour: lace, material: 'canvas', lift: 0.8 });
    stitch([[144, 258], [164, 178], [246, 112]], lighter(trim, 0.5));
    const thick = running ? 10 : 0;
    piece([[20, 252 - thick, 1], [150, 257], [400, 258], [560, 252], [604, 244 - thick * 0.6, 1], [616, 270], [604, 300, 1], [560, 306], [300, 306], [60, 306], [24, 301, 1], [10, 280]], { colour: sole, material: 'rubber', texture: running ? 'knurl' : null, textureTurn: 90, lift: 0.9, roll: 1.5 });
    piece([[22, 296, 1], [300, 300], [604, 293, 1], [594, 312], [300, 316], [40, 314]], { colour: running ? trim : '#b8824c', material: 'rubber', lift: 0.4 });
  });
}

export function drawAnkleBoots(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const laced = traits.details.has('lace-up') || traits.closure === 'laces';
  const heeled = traits.heelHeight >= 6 || traits.heelType === 'stiletto' || traits.heelType === 'kitten';
  const shaft = Math.max(140, Math.min(230, (traits.shaftHeight || 15) * 12));
  const sole = luminance(c) < 0.18 ? '#2b2725' : '#4a3020';
  const lift = heeled ? 70 : 0;
  standPair(art, ({ piece, strip, crease, stitch, seam }, far) => {
    piece([[58, -shaft], [150, -shaft - 16], [262, -shaft], [150, -shaft + 22]], { colour: darker(c, 0.6), lift: 0 });
    piece(heeled ? [[58, 232, 1], [66, 314, 1], [140, 314, 1], [158, 236, 1]] : [[60, 286, 1], [66, 332, 1], [170, 332, 1], [180, 284, 1]], { colour: sole, material: 'leather', roll: 0.8 });
    piece([[50, -shaft + 4, 1], [150, -shaft + 22], [264, -shaft + 2, 1], [268, -80], [278, 6], [312, 72], [402, 126 + lift * 0.1], [502, 172], [568, 220], [586, 284, 1], [420, 296], [300, 288 - lift * 0.35], [180, 284 - lift * 0.8], [58, 292 - lift, 1], [44, 204 - lift * 0.4], [62, 84], [58, -60]], { folds: [crease(272, 20, 120, 76, 46, -8, { bow: 10 }), crease(292, 58, 170, 112, 36, -7, { bow: 8 }), crease(276, 0, 150, 24, 34, 6, { bow: 6 }), crease(60, 60, 150, 120, 34, -5), crease(56, 90, 130, 150, 26, 4), crease(476, 172, 424, 280, 28, -5, { bow: 8 }), crease(436, 152, 394, 260, 24, -5, { bow: 8 }), crease(456, 160, 410, 264, 20, 4, { bow: 8 }), crease(160, -shaft + 30, 150, 20, 60, far ? 4 : -4, { fade: 'both' })], bulge: 1.3 });
    if (laced) {
      piece([[226, -shaft + 4, 1], [266, -shaft + 2, 1], [276, -60], [292, 20], [326, 72], [404, 124], [376, 146], [300, 110], [254, 30]], { colour: darker(c, 0.25), lift: 0.4 });
      for (let k = 0; k < 7; k++) { const y = -shaft + 26 + k * ((shaft + 110) / 7); const x = 250 + (y > 0 ? y * 0.72 : y * 0.06); strip([[x - 30, y + 14, 9], [x, y - 2, 9], [x + 34, y - 14, 9]], { colour: '#3b2a20', material: 'canvas', lift: 0.9 }); }
      stitch([[216, -shaft + 8], [244, 20], [296, 120], [370, 158]], lighter(c, 0.4));
    } else if (traits.closure === 'zip' || traits.details.has('zip')) {
      seam([[150, -shaft + 26], [156, -20], [150, 130], [160, 250]], '#2a2420', 6, 0.8); seam([[150, -shaft + 26], [156, -20], [150, 130], [160, 250]], GOLD, 2.4, 0.9);
    } else {
      piece([[126, -shaft + 22, 1], [224, -shaft + 12, 1], [218, -60], [198, 40], [176, 62], [154, 40], [134, -60]], { colour: darker(c, 0.5), material: 'wool', texture: 'fine-rib', lift: 0, bulge: 0.4 });
      stitch([[118, -shaft + 24], [126, -60], [148, 48], [176, 74], [206, 48], [226, -60], [232, -shaft + 12]], lighter(c, 0.4));
      strip([[60, -shaft + 30, 14], [62, -shaft - 14, 14], [72, -shaft - 26, 14], [82, -shaft - 14, 14], [84, -shaft + 30, 14]], { colour: darker(c, 0.2), texture: 'fine-rib' });
    }
    if (traits.details.has('buckle') || traits.details.has('belt')) strip([[54, 30, 26], [160, 54, 26], [284, 20, 26]], { colour: darker(c, 0.12), lift: 0.8 });
    piece([[48, 286 - lift, 1], [180, 282 - lift * 0.8], [300, 284 - lift * 0.35], [420, 292], [590, 278, 1], [598, 294], [566, 312], [420, 316], [300, 306 - lift * 0.35], [180, 300 - lift * 0.8], [58, 306 - lift, 1]], { colour: sole, material: 'rubber', lift: 0.8, roll: 0.8 });
  }, { rise: 210, shift: 118 });
  art.focus = { x: 600, y: 790, zoom: 1.7 };
}

export function drawHikingBoots(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const trim = traits.hasSecond ? traits.colour2 : luminance(c) < 0.2 ? lighter(c, 0.16) : darker(c, 0.58);
  const lace = art.random.pick(['#c8402c', '#d99a4a', '#ece2d0', '#3f6a86']);
  const low = traits.shaftHeight > 0 && traits.shaftHeight < 9;
  const up = low ? 60 : 0;
  standPair(art, ({ piece, strip, crease, stitch, seam }, far) => {
    piece([[54, -120 + up], [140, -142 + up], [252, -138 + up], [230, -90 + up], [120, -80 + up]], { colour: '#2a2420', material: 'canvas', lift: 0 });
    piece([[222, -120 + up, 1], [244, -186 + up], [288, -182 + up], [306, -100 + up * 0.6], [364, 60], [424, 122], [344, 142]], { colour: darker(trim, 0.2), material: 'canvas', folds: [crease(270, -170 + up, 330, 60, 40, -5)] });
    piece([[44, -108 + up, 1], [90, -132 + up], [150, -98 + up], [220, -106 + up], [264, -114 + up, 1], [284, -20], [328, 62], [402, 114], [492, 140], [564, 172], [598, 228], [600, 272, 1], [300, 280], [40, 272, 1], [28, 184], [50, 60], [42, -30]], { material: art.cloth.material, folds: [crease(284, 0, 130, 62, 44, -7, { bow: 8 }), crease(316, 52, 190, 112, 32, 5, { bow: 8 }), crease(300, 30, 160, 92, 26, -5, { bow: 8 }), crease(400, 120, 380, 240, 28, -6, { bow: 8 }), crease(442, 132, 422, 240, 24, -5, { bow: 8 }), crease(420, 126, 402, 236, 20, 4, { bow: 8 })], bulge: 1.4 });
    piece([[42, -112 + up, 1], [90, -136 + up], [150, -102 + up], [242, -112 + up, 1], [250, -64 + up], [150, -48 + up], [50, -58 + up, 1]], { colour: trim, material: 'nylon', folds: [crease(90, -130 + up, 94, -60 + up, 20, -5, { fade: 'none' }), crease(150, -100 + up, 152, -54 + up, 20, -5, { fade: 'none' }), crease(200, -104 + up, 200, -60 + up, 20, -4, { fade: 'none' })], lift: 0.8, bulge: 1.8 });
    piece([[34, 270, 1], [26, 184], [46, 80], [64, 82], [120, 150], [140, 272, 1]], { colour: trim, material: 'rubber', lift: 0.9 });
    piece([[452, 274, 1], [446, 222], [476, 166], [544, 162], [594, 220], [602, 272, 1]], { colour: darker(trim, 0.12), material: 'rubber', lift: 0.9, roll: 1.5 });
    piece([[240, -112 + up, 1], [268, -114 + up, 1], [288, -20], [332, 60], [414, 116, 1], [398, 146], [300, 100], [252, 12]], { colour: darker(c, 0.28), material: 'leather', lift: 0.7 });
    piece([[138, 272, 1], [152, 202], [242, 60], [264, 42, 1], [304, 100], [254, 172], [246, 274, 1]], { colour: lighter(c, 0.1), material: 'suede', lift: 0.6 });
    for (const [x, y] of [[258, -84 + up], [264, -44 + up * 0.8], [274, -2 + up * 0.3], [292, 38], [322, 74], [366, 104]] as const) {
      strip([[x - 22, y + 16, 10], [x + 8, y - 4 - (far ? 3 : 0), 10], [x + 44, y - 13, 10]], { colour: lace, material: 'canvas', lift: 1, bulge: 1.6 });
      piece(ellipse(x - 20, y + 15, 7.5, 7.5, 10), { colour: '#b9a67a', material: 'gold', lift: 0.8 });
    }
    strip([[244, -110 + up, 8], [206, -146 + up, 8], [196, -112 + up, 8], [236, -96 + up, 8]], { colour: lace, material: 'canvas', lift: 0.8 });
    strip([[244, -104 + up, 8], [216, -60 + up, 8], [212 + (far ? 10 : 0), -14 + up, 8]], { colour: lace, material: 'canvas', lift: 0.8 });
    stitch([[128, 266], [142, 198], [230, 60]], lighter(c, 0.45));
    const tread: [number, number, 1][] = [];
    for (let i = 0; i < 10; i++) { const x = 596 - i * 57; tread.push([x, 326, 1], [x - 34, 326, 1], [x - 40, 310, 1], [x - 52, 310, 1]); }
    piece([[16, 260, 1], [300, 270], [608, 256, 1], [620, 284], [610, 304, 1], ...tread, [14, 312, 1], [8, 290]], { colour: '#2f2b29', material: 'rubber', roll: 1.2 });
    seam([[20, 282], [300, 290], [612, 278]], lace, 4.4, 0.8);
  }, { rise: 214, shift: 110 });
}

export function drawHeels(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const type = traits.heelType || 'stiletto';
  const height = type === 'flat' ? 26 : Math.max(50, Math.min(150, (traits.heelHeight || (type === 'kitten' ? 5 : 8)) * 14.5));
  const pointed = traits.toe !== 'round' && traits.toe !== 'square' && traits.toe !== 'open';
  const open = traits.toe === 'open';
  const seat = 300 - height;
  const strapped = traits.closure === 'buckle' || traits.details.has('buckle');
  standPair(art, (last) => {
    const { piece, strip, crease, seam, points } = last;
    const toe = pointed ? 632 : 600;
    piece([[44, seat - 90], [110, seat - 60], [224, 160 - height * 0.1], [330, 214], [410, 204], [398, 240], [300, 256], [180, seat - 6], [62, seat - 30]], { colour: '#e6cba8', material: 'leather', lift: 0 });
    if (type === 'wedge') piece([[36, seat - 30, 1], [120, seat - 10], [300, 262], [420, 296, 1], [420, 310, 1], [50, 310, 1], [40, 240]], { colour: traits.hasSecond ? traits.colour2 : '#c9a878', material: 'straw', texture: 'straw' });
    else if (type === 'block') piece([[36, seat - 34, 1], [50, seat + 20], [54, 308, 1], [138, 308, 1], [150, seat + 16], [150, seat - 10, 1]], { colour: darker(c, 0.1), roll: 0.9 });
    else piece([[36, seat - 30, 1], [62, seat + 34], [type === 'kitten' ? 66 : 64, 308, 1], [type === 'kitten' ? 92 : 84, 308, 1], [96, seat + 40], [146, seat - 2, 1], [90, seat - 60]], { colour: darker(c, 0.1), roll: 0.7 });
    const vamp: [number, number, (0 | 1)?][] = open
      ? [[400, 196, 1], [470, 196], [548, 226], [590, 262, 1], [560, 300, 1], [470, 304], [392, 300, 1], [372, 240]]
      : [[32, seat - 126, 1], [60, seat - 106], [112, seat - 56], [190, 178 - height * 0.06], [280, 226], [350, 228], [404, 200], [436, 190, 1], [502, 212], [pointed ? 574 : 574, pointed ? 250 : 226], [toe, pointed ? 292 : 272, pointed ? 1 : 0], [600, 304], [500, 307], [404, 303], [300, 264 - height * 0.02], [200, seat + 4 + (300 - seat) * 0.26], [122, seat - 4], [62, seat - 4], [30, seat - 40], [24, seat - 84]];
    if (open) {
      piece([[30, seat - 118, 1], [64, seat - 108], [118, seat - 54], [150, seat - 18, 1], [62, seat - 4], [30, seat - 40], [22, seat - 80]], { roll: 0.9 });
      piece([[40, seat - 16, 1], [150, seat - 12], [300, 258], [420, 296], [596, 296, 1], [606, 304], [500, 312], [400, 310], [280, 272], [150, seat + 6], [50, seat + 2, 1]], { colour: '#d9bb93', material: 'leather' });
    }
    piece(vamp, { folds: [crease(400, 214, 420, 290, 24, -3, { bow: 6 }), crease(60, seat - 90, 90, seat - 20, 24, 2.5)], roll: 1.2 });
    if (!open) seam([[42, seat - 114], [112, seat - 46], [190, 188 - height * 0.06], [280, 238], [352, 240], [408, 212], [434, 202]], darker(c, 0.6), 1.8, 0.4);
    if (strapped || open) {
      strip([[44, seat - 104, 15], [120, seat - 150, 14], [210, seat - 146, 14], [246, seat - 104, 13], [206, seat - 88, 12]], { lift: 0.9 });
      const [bx] = points([[214, seat - 138]]);
      drawBuckle(art, bx![0], bx![1], 20, 24, GOLD);
    }
    piece([[334, 288], [404, 305], [510, 309], [toe - 8, 297, 1], [604, 312], [500, 317], [390, 313]], { colour: '#3b2619', material: 'leather', lift: 0.3 });
    if (traits.bow !== 'none') {
      const [b] = points([traits.bowPosition === 'back' ? [44, seat - 90] : [446, 206]]);
      drawBow(art, b![0], b![1], (traits.bow === 'big' ? 62 : 36) * last.scale, { colour: traits.hasSecond ? traits.colour2 : mix(c, '#ff8a66', 0.05), tails: traits.bow === 'big' ? 1.6 : 0.9, turn: traits.bowPosition === 'back' ? -0.4 : 0.34, style: { material: 'satin', pattern: null, texture: null } });
    }
  }, { rise: 250, shift: 56, heel: [80, 0] });
  art.focus = { x: 600, y: 850, zoom: 1.8 };
}

export function drawLoafers(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const sole = luminance(c) < 0.18 ? '#2b2725' : '#4a3020';
  standPair(art, ({ piece, strip, crease, stitch }, far) => {
    piece([[52, 112], [120, 104], [220, 128], [330, 142], [300, 190], [150, 180]], { colour: '#caa57c', material: 'leather', lift: 0 });
    piece([[54, 286, 1], [60, 316, 1], [182, 316, 1], [190, 288, 1]], { colour: sole, material: 'rubber' });
    piece([[38, 284, 1], [28, 210], [38, 126], [58, 104, 1], [84, 132], [140, 164], [230, 170], [296, 146], [336, 122, 1], [392, 136], [480, 162], [556, 190], [600, 236], [606, 284, 1]], { folds: [crease(340, 140, 360, 250, 30, -5, { bow: 8 }), crease(372, 150, 392, 254, 24, -4, { bow: 8 }), crease(90, 140, 130, 230, 30, -4), crease(400, 150, 410, 240, 22, 4, { bow: 6 })], bulge: 1.4 });
    piece([[318, 134, 1], [390, 142], [470, 162], [540, 188], [578, 220], [540, 230], [450, 216], [366, 208], [300, 190]], { colour: lighter(c, 0.05), lift: 0.7, roll: 1.3 });
    stitch([[300, 196], [366, 216], [450, 224], [540, 238], [584, 226]], lighter(c, 0.35), 2.2);
    strip([[264, 190, 40], [320, 168, 44], [372, 140, 42]], { lift: 1, bulge: 1.2, colour: darker(c, 0.06) });
    if (traits.details.has('buckle') || traits.details.has('chain')) strip([[296, 188, 10], [326, 172, 10], [356, 152, 10]], { colour: GOLD, material: 'gold', lift: 1 });
    else if (traits.details.has('fringe') || far === undefined) for (const k of [0, 1]) piece([[342 + k * 20, 164], [356 + k * 20, 170], [362 + k * 22, 206, 1], [340 + k * 22, 206, 1]], { lift: 0.9 });
    else piece([[302, 176, 1], [334, 160, 1], [340, 170, 1], [308, 188, 1]], { colour: darker(c, 0.6), lift: 0, bulge: 0 });
    piece([[26, 278, 1], [200, 282], [400, 284], [610, 276, 1], [620, 294], [600, 310], [400, 312], [200, 306], [190, 300, 1], [30, 302, 1]], { colour: sole, material: 'rubber', lift: 0.9, roll: 0.8 });
    stitch([[32, 288], [300, 294], [608, 287]], lighter(sole, 0.4), 1.6);
  }, { rise: 200 });
}

/** Flat sandals lie on the paper, seen from above: two soles that mirror each other, bands across. */
function drawFlatSandals(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  const sporty = traits.closure === 'velcro' || traits.material === 'nylon' || traits.materialWord === 'rubber';
  const bed = sporty ? '#45403d' : '#c9a274';
  const ankle = sporty || traits.details.has('lace-up');
  const sole: Point[] = [[20, -400], [86, -372], [126, -290], [124, -170], [98, -40], [88, 100], [100, 220], [84, 324], [12, 372], [-62, 330], [-84, 220], [-92, 90], [-104, -60], [-122, -190], [-112, -310], [-58, -384]];
  for (const side of [-1, 1] as const) {
    const turn = side * 0.09 + art.random.jitter(0.03);
    const [ox, oy] = [450 + side * 158, 600 + (side > 0 ? 26 : -14)];
    const at = (points: readonly Point[]): Point[] => place(points.map(([x, y, k]): Point => [x + art.random.jitter(1.5), y + art.random.jitter(1.5), k]), ox, oy, 1, turn, side);
    const line = (points: readonly (readonly [number, number, number])[]): RibbonPoint[] => points.map(([x, y, w]): RibbonPoint => { const [p] = place([[x, y]], ox, oy, 1, turn, side); return [p![0], p![1], w]; });
    const scaled = (k: number): Point[] => sole.map(([x, y]): Point => [x * k, y * (1 - (1 - k) * 0.42)]);
    addPiece(art, at(sole), { colour: sporty ? '#2f2b29' : darker(bed, 0.3), material: 'rubber', pattern: null, texture: null, roll: 1.2 });
    addPiece(art, at(scaled(0.9)), { colour: bed, material: sporty ? 'rubber' : 'suede', pattern: null, texture: null, lift: 0.2, bulge: -1.4 });
    addInk(art, stitchArt(spline(at(scaled(0.94))), lighter(bed, 0.4), 1.8, 0.6));
    const band = (y: number, width: number, lean: number, style: PieceStyle = {}): void => {
      const run = line([[-122 + y * 0.02, y + lean * 1.6, width * 0.88], [-70, y - 8, width], [0, y - 18, width * 1.03], [70, y - 10, width], [120, y + lean, width * 0.88]]);
      addPiece(art, ribbon(run), { colour: c, flow: run, lift: 1.5, bulge: 2.2, roll: 1.2, ...style });
      for (const edge of [-0.4, 0.4]) addInk(art, stitchArt(spline(run.map(([x, py, w]): Point => [x, py + edge * w]), false), lighter(c, 0.4), 1.6, 0.5));
      if (!sporty && traits.bow === 'none' && traits.closure === 'buckle') { const [b] = place([[88, y - 6]], ox, oy, 1, turn, side); drawBuckle(art, b![0], b![1], 40, width * 0.62, GOLD); }
    };
    if (ankle) {
      const strap = line([[-96, 120, 34], [-104, 210, 34], [-64, 316, 34], [10, 346, 34], [78, 312, 34], [104, 210, 34], [96, 120, 34]]);
      addPiece(art, ribbon(strap), { colour: c, flow: strap, lift: 1.2, bulge: 1.6 });
      band(96, 46, 8);
    }
    band(-60, 84, 14);
    band(-232, 92, 10);
    if (traits.bow !== 'none') { const [b] = place([[0, -240]], ox, oy, 1, turn, side); drawBow(art, b![0], b![1], traits.bow === 'big' ? 84 : 54, { tails: 0.9, style: { material: 'satin', pattern: null, texture: null } }); }
  }
  art.focus = { x: 600, y: 420, zoom: 1.8 };
}

export function drawSandals(art: Drawing, traits: Traits): void {
  const c = traits.colour;
  if (!traits.heelType || traits.heelType === 'flat') { drawFlatSandals(art, traits); return; }
  const heel = Math.max(40, Math.min(130, (traits.heelHeight || 6) * 14));
  const seat = 296 - heel;
  const bed = '#c9a274';
  standPair(art, (last) => {
    const { piece, strip, points } = last;
    if (traits.heelType === 'wedge') piece([[30, seat, 1], [200, seat + 26], [420, 300, 1], [420, 312, 1], [44, 312, 1]], { colour: '#c7a574', material: 'straw', texture: 'straw' });
    else piece([[40, seat, 1], [52, 310, 1], [traits.heelType === 'block' ? 140 : 84, 310, 1], [150, seat + 8, 1]], { colour: darker(c, 0.1) });
    piece([[24, seat - 4, 1], [160, seat + 4], [300, 284 - heel * 0.3], [420, 292], [600, 284, 1], [616, 296], [596, 312], [420, 316], [290, 308 - heel * 0.3], [160, seat + 28], [30, seat + 24, 1]], { colour: darker(bed, 0.25), material: 'rubber', roll: 1 });
    piece([[26, seat - 16, 1], [160, seat - 12], [300, 268 - heel * 0.3], [420, 278], [604, 268, 1], [610, 284], [420, 296], [300, 290 - heel * 0.3], [160, seat + 10], [28, seat + 6, 1]], { colour: bed, material: 'leather', lift: 0.6, roll: 0.9 });
    strip([[392, 284, 44], [420, 214, 50], [486, 196, 54], [556, 240, 50]], { colour: darker(c, 0.24), lift: 0.5 });
    piece([[28, seat - 10, 1], [24, seat - 70], [34, seat - 128, 1], [58, seat - 124, 1], [66, seat - 60], [92, seat - 8, 1]], { roll: 0.9 });
    strip([[40, seat - 112, 24], [130, seat - 132, 24], [226, seat - 126, 24], [252, seat - 96, 22], [206, seat - 74, 20], [120, seat - 86, 22], [56, seat - 92, 22]], { lift: 0.9 });
    strip([[424, 288, 46], [446, 222, 54], [506, 196, 58], [566, 232, 54], [592, 284, 44]], { lift: 1.1, bulge: 1.3 });
    const [a] = points([[236, seat - 112]]);
    if (traits.closure !== 'slip-on') drawBuckle(art, a![0], a![1], 24, 28, GOLD);
    if (traits.bow !== 'none') { const [k] = points([[484, 216]]); drawBow(art, k![0], k![1], traits.bow === 'big' ? 64 : 40, { tails: 1, turn: 0.2, style: { material: 'satin', pattern: null, texture: null } }); }
  }, { rise: 216, heel: [90, 0] });
}
