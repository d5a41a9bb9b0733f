/** Where a thing is shown and how much of the sheet it fills. */
import type { Scene } from './backdrop.ts';
import { type Camera, type Drawing, drawingBounds } from './drawing.ts';
import type { Random } from './random.ts';
import type { Traits } from './traits.ts';

const FILL: Record<string, readonly [width: number, height: number]> = {
  candles: [0.54, 0.6],
  mugs: [0.66, 0.6],
  notebooks: [0.7, 0.74],
  'water-bottles': [0.6, 0.8],
  headphones: [0.76, 0.76],
  earbuds: [0.66, 0.66],
  headlamps: [0.78, 0.7],
  earrings: [0.62, 0.7],
  necklaces: [0.74, 0.78],
  watches: [0.7, 0.84],
  sunglasses: [0.84, 0.6],
  hats: [0.8, 0.66],
  scarves: [0.78, 0.82],
  skirts: [0.78, 0.78],
  sandals: [0.72, 0.72],
  jeans: [0.7, 0.87],
  trousers: [0.74, 0.87],
  handbags: [0.72, 0.76],
  'tote-bags': [0.7, 0.78],
  backpacks: [0.74, 0.8],
};
const FORMAL = new Set(['red-carpet', 'gala', 'wedding', 'party']);

export function chooseScene(traits: Traits, drawing: Drawing, random: Random): Scene {
  if (drawing.contacts.length) return { kind: 'table', horizon: 0 };
  const occasions = Array.isArray(traits.attributes.occasion) ? traits.attributes.occasion : [];
  const formal = occasions.some((o) => typeof o === 'string' && FORMAL.has(o)) || traits.length === 'floor';
  if (traits.category === 'dresses')
    return formal || random.chance(0.3) ? { kind: 'arch' } : random.chance(0.3) ? { kind: 'sun' } : { kind: 'flat' };
  if (['skirts', 'hats', 'scarves', 'sunglasses', 'necklaces'].includes(traits.category))
    return random.chance(0.6) ? { kind: 'sun' } : { kind: 'flat' };
  if (['headphones', 'watches'].includes(traits.category))
    return random.chance(0.5) ? { kind: 'arch' } : random.chance(0.4) ? { kind: 'sun' } : { kind: 'flat' };
  if (['coats', 'blouses', 'trousers', 'blazers'].includes(traits.category))
    return random.chance(0.22) ? { kind: 'arch' } : { kind: 'flat' };
  return random.chance(0.16) ? { kind: 'sun' } : { kind: 'flat' };
}

/** The camera for a whole-object view; a standing object also settles where the table begins. */
export function frameScene(category: string, drawing: Drawing, scene: Scene): { camera: Camera; scene: Scene } {
  const bounds = drawingBounds(drawing);
  const [fillWidth, fillHeight] = FILL[category] ?? [0.86, 0.86];
  const [w, h] = [bounds.x1 - bounds.x0, bounds.y1 - bounds.y0];
  const zoom = Math.min((900 * fillWidth) / w, (1200 * fillHeight) / h);
  const x = (bounds.x0 + bounds.x1) / 2;
  if (scene.kind !== 'table')
    return { camera: { x, y: (bounds.y0 + bounds.y1) / 2 + (scene.kind === 'arch' ? -8 : 4) / zoom, zoom }, scene };
  const height = h * zoom;
  const floor = Math.min(1040, 640 + height * 0.5);
  const horizon = Math.round((floor - Math.max(150, Math.min(300, height * 0.42))) / 20) * 20;
  return { camera: { x, y: bounds.y1 - (floor - 600) / zoom, zoom }, scene: { kind: 'table', horizon } };
}
