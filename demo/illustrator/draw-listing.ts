/** Maps a demo listing (category and attributes) to its drawings, one a view. */
import { type Drawing, openDrawing } from './drawing.ts';
import { drawJeans, drawSkirtGarment, drawTrousers } from './garments/bottoms.ts';
import { drawDress } from './garments/dresses.ts';
import { drawFolded } from './garments/folded.ts';
import { drawBlazer, drawCoat, drawDenimJacket, drawPuffer, drawRainJacket } from './garments/jackets.ts';
import { drawKnit, drawShirt, drawTShirt } from './garments/tops.ts';
import { drawEarbuds, drawHeadphones } from './objects/audio.ts';
import { drawBackpack, drawHandbag, drawTote } from './objects/bags.ts';
import { drawBottle, drawCandle, drawHeadlamp, drawMug, drawNotebook } from './objects/home.ts';
import { drawEarrings, drawNecklace, drawSunglasses, drawWatch } from './objects/jewellery.ts';
import { drawAnkleBoots, drawHeels, drawHikingBoots, drawLoafers, drawSandals, drawTrainers } from './objects/shoes.ts';
import { drawHat, drawScarf } from './objects/soft-accessories.ts';
import { choosePaper } from './palette.ts';
import type { Sheet } from './picture.ts';
import { createRandom, hashText } from './random.ts';
import { chooseScene, frameScene } from './scenes.ts';
import { type DemoListing, readTraits, type Traits } from './traits.ts';
import { drawWear, readWear } from './wear.ts';

export type View = 'front' | 'detail' | 'back' | 'folded';

type Draw = (art: Drawing, traits: Traits, back?: boolean) => void;

export const DRAWINGS: Record<string, Draw> = {
  dresses: drawDress,
  't-shirts': drawTShirt,
  shirts: (art, traits) => drawShirt(art, traits, false),
  blouses: (art, traits) => drawShirt(art, traits, true),
  jumpers: (art, traits) => drawKnit(art, traits, false),
  cardigans: (art, traits) => drawKnit(art, traits, true),
  blazers: drawBlazer,
  coats: drawCoat,
  'puffer-jackets': drawPuffer,
  'rain-jackets': drawRainJacket,
  'denim-jackets': drawDenimJacket,
  jeans: drawJeans,
  trousers: drawTrousers,
  skirts: drawSkirtGarment,
  trainers: drawTrainers,
  heels: drawHeels,
  'ankle-boots': drawAnkleBoots,
  'hiking-boots': drawHikingBoots,
  loafers: drawLoafers,
  sandals: drawSandals,
  handbags: drawHandbag,
  'tote-bags': drawTote,
  backpacks: drawBackpack,
  scarves: drawScarf,
  hats: drawHat,
  necklaces: drawNecklace,
  earrings: drawEarrings,
  watches: drawWatch,
  sunglasses: drawSunglasses,
  headphones: drawHeadphones,
  earbuds: drawEarbuds,
  'water-bottles': drawBottle,
  headlamps: drawHeadlamp,
  candles: drawCandle,
  mugs: drawMug,
  notebooks: drawNotebook,
};

const FOLDABLE = new Set(['jumpers', 'cardigans', 't-shirts', 'shirts', 'scarves']);

/** Front and close-up for all; a third view where the piece has another side worth seeing. */
export function viewsOf(listing: DemoListing): View[] {
  const { category, attributes } = listing;
  const chance = createRandom(hashText(`${listing.key}/views`));
  if (category === 'dresses' && (attributes.bowPosition === 'back' || chance.chance(0.3)))
    return ['front', 'back', 'detail'];
  if (category === 'jeans') return ['front', 'detail', 'back'];
  if (
    FOLDABLE.has(category) &&
    attributes.neckline !== 'shawl' &&
    attributes.neckline !== 'hood' &&
    attributes.material !== 'silk'
  )
    return ['front', 'detail', 'folded'];
  return ['front', 'detail'];
}

/** The drawing itself, before any pixel: deterministic in the listing and the view. */
export function drawView(listing: DemoListing, view: View): { drawing: Drawing; traits: Traits } {
  const traits = readTraits(listing, createRandom(hashText(listing.key)));
  const draw = DRAWINGS[listing.category];
  if (!draw)
    throw new Error(`No drawing for category "${listing.category}" of listing ${listing.key}; add one to DRAWINGS.`);
  // Front and close-up share one seed: the detail is the same piece, seen nearer.
  const seed = hashText(view === 'front' || view === 'detail' ? listing.key : `${listing.key}/${view}`);
  const drawing = openDrawing(seed, {
    colour: traits.colour,
    material: traits.material,
    pattern: traits.pattern,
    texture: traits.texture,
  });
  if (view === 'folded') drawFolded(drawing, traits);
  else draw(drawing, traits, view === 'back');
  const wear = view === 'detail' ? readWear(traits.conditionNote) : null;
  if (wear)
    drawWear(
      drawing,
      wear,
      drawing.focus.x + drawing.random.between(-70, -40),
      drawing.focus.y + drawing.random.between(30, 60),
    );
  return { drawing, traits };
}

export function composeSheet(listing: DemoListing, view: View): Sheet {
  const { drawing, traits } = drawView(listing, view);
  const random = createRandom(hashText(`${listing.key}/paper`));
  const paper = choosePaper(traits.pattern && traits.hasSecond ? traits.colour : traits.colour, random);
  const framed = frameScene(traits.category, drawing, chooseScene(traits, drawing, random));
  if (view === 'detail')
    return {
      drawing,
      paper,
      scene: { kind: 'flat' },
      camera: { ...drawing.focus, zoom: Math.max(drawing.focus.zoom, framed.camera.zoom * 1.7) },
      float: 1,
    };
  return { drawing, paper, scene: framed.scene, camera: framed.camera, float: 1 };
}
