/** Small honest signs of wear for close-ups, read from the seller's condition note (English, Chinese, Persian). */
import { addInk, addPiece, type Drawing } from './drawing.ts';
import { ellipse, type Point, ribbon } from './geometry.ts';
import { darker, lighter } from './palette.ts';

export type Wear = 'pilling' | 'pulled-thread' | 'crack' | 'scuff' | 'dent' | 'stain' | 'fade' | 'mend';

const SIGNS: readonly (readonly [Wear, RegExp])[] = [
  ['pilling', /pill(?!ow)|bobbl|起球|毛球|پرز/i],
  ['pulled-thread', /pulled|snag|loose thread|loose end|抽丝|勾丝|勾线|脱线|线头|نخ.?کش|نخ/i],
  ['crack', /crack|peel|flak|chip|裂|掉皮|脱皮|崩|ترک|پوسته|لب‌پر/i],
  ['dent', /\bdent|凹|磕|فرورفتگی|تورفتگی/i],
  ['mend', /darn|mend|repair|replaced|re-?sewn|patch(?!-)|补|修|换过|رفو|تعمیر|عوض/i],
  ['scuff', /scuff|scratch|rub|worn|wear|nick|crease|划|擦|磨|刮|痕|خط|خش|خراش|ساییدگی|سایش|چروک/i],
  ['fade', /fade|faded|褪|رنگ.?پریده|بور/i],
  ['stain', /stain|mark|spot|yellow|shadow|渍|印|黄|斑|脏|لک|زرد|کثیف/i],
];

export function readWear(note: string): Wear | null {
  if (/^(no |none|无瑕|无|بدون|هیچ)/i.test(note.trim())) return null;
  return SIGNS.find(([, pattern]) => pattern.test(note))?.[0] ?? null;
}

/** Marks a spot of about 60 units; drawn last, over the finished object. */
export function drawWear(art: Drawing, wear: Wear, x: number, y: number): void {
  const { random } = art;
  const c = art.cloth.colour;
  const id = `wear${art.definitions.length}`;
  const soft = (colour: string, opacity: number): void => {
    art.definitions.push(
      `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/><stop offset=".7" stop-color="${colour}" stop-opacity="${opacity * 0.75}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
    );
  };
  switch (wear) {
    case 'pilling':
      for (let k = 0; k < 26; k++) {
        const [a, d] = [random.next() * 6.28, Math.sqrt(random.next()) * 66];
        addPiece(
          art,
          ellipse(x + Math.cos(a) * d, y + Math.sin(a) * d * 0.7, random.between(2.2, 4.2), random.between(2, 3.6), 7),
          {
            colour: lighter(c, random.between(0.05, 0.22)),
            material: 'mohair',
            pattern: null,
            texture: null,
            lift: 0.7,
            bulge: 2,
          },
        );
      }
      break;
    case 'pulled-thread':
      addInk(
        art,
        `<path d="M${x - 60} ${y + 4}Q${x} ${y - 3} ${x + 60} ${y + 2}" stroke="${darker(c, 0.4)}" stroke-width="1.6" fill="none" opacity=".5"/>`,
      );
      addPiece(
        art,
        ribbon([
          [x - 4, y, 2.4],
          [x - 16, y + 16, 2.4],
          [x - 2, y + 30, 2.4],
          [x + 14, y + 18, 2.4],
          [x + 4, y + 1, 2.4],
        ]),
        { colour: lighter(c, 0.16), pattern: null, texture: null, lift: 1, bulge: 1 },
      );
      break;
    case 'crack': {
      const points: Point[] = Array.from({ length: 8 }, (_, k) => [x - 40 + k * 12, y + random.jitter(7) + k * 2]);
      addInk(
        art,
        `<path d="M${points.map(([a, b]) => `${a.toFixed(1)} ${b.toFixed(1)}`).join('L')}" fill="none" stroke="${darker(c, 0.85)}" stroke-width="2.2" opacity=".75"/><path d="M${points.map(([a, b]) => `${a.toFixed(1)} ${(b + 2.4).toFixed(1)}`).join('L')}" fill="none" stroke="${lighter(c, 0.5)}" stroke-width="1.2" opacity=".6"/>`,
      );
      break;
    }
    case 'scuff':
      for (let k = 0; k < 9; k++) {
        const [a, b, l] = [x + random.jitter(34), y + random.jitter(22), random.between(14, 40)];
        addInk(
          art,
          `<path d="M${a.toFixed(1)} ${b.toFixed(1)}q${(l / 2).toFixed(1)} ${random.jitter(4).toFixed(1)} ${l.toFixed(1)} ${(-l * 0.22).toFixed(1)}" stroke="${lighter(c, 0.5)}" stroke-width="${random.between(0.8, 2).toFixed(1)}" fill="none" opacity="${random.between(0.25, 0.55).toFixed(2)}" stroke-linecap="round"/>`,
        );
      }
      break;
    case 'dent':
      addPiece(art, ellipse(x, y, 30, 24, 14), { pattern: null, texture: null, lift: 0, bulge: -2.4, roll: 0.1 });
      break;
    case 'mend':
      for (let k = 0; k < 9; k++)
        addInk(
          art,
          `<path d="M${x - 24 + k * 6} ${y - 16 + random.jitter(2)}l2 ${30 + random.jitter(3)}" stroke="${lighter(c, 0.2)}" stroke-width="2.2" opacity=".8"/>${k < 5 ? `<path d="M${x - 28} ${y - 12 + k * 7}h56" stroke="${darker(c, 0.24)}" stroke-width="1.6" stroke-dasharray="5 4" opacity=".7"/>` : ''}`,
        );
      break;
    case 'fade':
      soft(lighter(c, 0.7), 0.34);
      addInk(art, `<ellipse cx="${x}" cy="${y}" rx="90" ry="130" fill="url(#${id})"/>`);
      break;
    case 'stain':
      soft('#8a6236', 0.26);
      addInk(
        art,
        `<g transform="translate(${x} ${y}) rotate(${random.between(-30, 30).toFixed(0)})"><ellipse rx="40" ry="28" fill="url(#${id})"/><ellipse cx="30" cy="14" rx="18" ry="14" fill="url(#${id})"/></g>`,
      );
      break;
  }
}
