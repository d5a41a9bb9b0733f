// biome-ignore-all format: an outline is read as one row of coordinates; a point a line would hide the shape.
/** A shoe's own box (600 wide, sole at y = 300) and how a pair stands on the table. */
import { addContact, addInk, addPiece, type Drawing, type Fold, fold, type PieceStyle, stitchArt } from '../drawing.ts';
import { type Point, place, placeRibbon, type RibbonPoint, spline } from '../geometry.ts';

export interface Last {
  art: Drawing;
  scale: number;
  points: (local: readonly Point[]) => Point[];
  line: (local: readonly RibbonPoint[]) => RibbonPoint[];
  piece: (local: readonly Point[], style?: PieceStyle) => void;
  strip: (local: readonly RibbonPoint[], style?: PieceStyle) => void;
  crease: (x1: number, y1: number, x2: number, y2: number, width: number, height: number, more?: Partial<Fold>) => Fold;
  stitch: (local: readonly Point[], colour: string, width?: number) => void;
  seam: (local: readonly Point[], colour: string, width?: number, opacity?: number) => void;
}

function standLast(art: Drawing, ox: number, oy: number, scale: number, turn: number, wobble: number): Last {
  const { random } = art;
  const points = (local: readonly Point[]): Point[] => place(local.map(([x, y, c]): Point => [x + random.jitter(wobble), y + (y > 292 ? 0 : random.jitter(wobble)), c]), ox, oy, scale, turn);
  const exact = (local: readonly Point[]): Point[] => place(local, ox, oy, scale, turn);
  return {
    art, scale, points,
    line: (local) => placeRibbon(local, ox, oy, scale, turn),
    piece: (local, style = {}) => { addPiece(art, points(local), style); },
    strip: (local, style = {}) => {
      const line = placeRibbon(local, ox, oy, scale, turn);
      const left: Point[] = [];
      const right: Point[] = [];
      line.forEach(([x, y, w], i) => {
        const a = line[Math.max(0, i - 1)]!;
        const b = line[Math.min(line.length - 1, i + 1)]!;
        const l = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
        const end = i === 0 || i === line.length - 1 ? 1 : 0;
        left.push([x - ((b[1] - a[1]) / l) * (w / 2), y + ((b[0] - a[0]) / l) * (w / 2), end]);
        right.push([x + ((b[1] - a[1]) / l) * (w / 2), y - ((b[0] - a[0]) / l) * (w / 2), end]);
      });
      addPiece(art, [...left, ...right.reverse()], { flow: line, ...style });
    },
    crease: (x1, y1, x2, y2, width, height, more = {}) => {
      const [a, b] = exact([[x1, y1], [x2, y2]]);
      return fold(a![0], a![1], b![0], b![1], width * scale, height * scale, more);
    },
    stitch: (local, colour, width = 1.7) => addInk(art, stitchArt(spline(exact(local), false), colour, width * scale, 0.7, `${6 * scale} ${4 * scale}`)),
    seam: (local, colour, width = 2, opacity = 0.6) => addInk(art, `<path d="${spline(exact(local), false)}" fill="none" stroke="${colour}" stroke-width="${width * scale}" opacity="${opacity}" stroke-linecap="round"/>`),
  };
}

/** Two shoes of one pair, drawn twice so that they differ: the far one set back and a little turned. */
export function standPair(art: Drawing, drawShoe: (last: Last, far: boolean) => void, options: { rise?: number; shift?: number; heel?: readonly [number, number] } = {}): void {
  const rise = options.rise ?? 236;
  const shift = options.shift ?? 66;
  for (const far of [true, false]) {
    const scale = far ? 0.93 : 1.04;
    const ox = far ? 120 : 120 + shift;
    const oy = far ? 700 - rise : 640;
    const floor = oy + 312 * scale;
    if (options.heel) {
      addContact(art, ox + options.heel[0] * scale, floor - 4, 60 * scale, 14 * scale, 0.6);
      addContact(art, ox + 500 * scale, floor - 6, 170 * scale, 18 * scale, 0.55);
      addContact(art, ox + 360 * scale, floor + 4, 380 * scale, 40 * scale, 0.32);
    } else {
      addContact(art, ox + 310 * scale, floor - 4, 330 * scale, 20 * scale, 0.62);
      addContact(art, ox + 350 * scale, floor + 8, 420 * scale, 52 * scale, 0.36);
    }
    drawShoe(standLast(art, ox, oy, scale, far ? -0.02 + art.random.jitter(0.012) : 0, far ? 3 : 1.4), far);
  }
  art.focus = { x: 120 + shift + 330, y: 640 + 170, zoom: 1.75 };
}
