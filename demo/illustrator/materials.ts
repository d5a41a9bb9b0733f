/** What a cloth or surface does to light: grain, softness of folds, gloss. */
export type Grain = 'fine' | 'slub' | 'fibre' | 'pebble' | 'brushed' | 'fur' | 'smooth';

export interface Material {
  grain: Grain;
  /** How strongly the grain tilts the surface. */
  bite: number;
  /** Multiplies the height of folds. */
  fold: number;
  /** Units over which an edge rolls off. */
  roll: number;
  /** Units of swell in the middle of a piece. */
  bulge: number;
  gloss: number;
  /** Blinn-Phong exponent: low is satin, high is lacquer. */
  focus: number;
  /** 0-1: how much of the studio the surface mirrors. */
  mirror: number;
  /** Random lightness of single fibres (heather). */
  heather: number;
  opacity: number;
}

const cloth = (over: Partial<Material>): Material => ({
  grain: 'fine',
  bite: 0.1,
  fold: 1,
  roll: 7,
  bulge: 7,
  gloss: 0,
  focus: 10,
  mirror: 0,
  heather: 0,
  opacity: 1,
  ...over,
});

const MATERIALS = {
  cotton: cloth({ bite: 0.1, gloss: 0.03 }),
  linen: cloth({ grain: 'slub', bite: 0.17, fold: 1.15, heather: 0.05 }),
  silk: cloth({ bite: 0.018, fold: 1, roll: 8, gloss: 0.3, focus: 7 }),
  satin: cloth({ bite: 0.012, fold: 1.05, roll: 8, gloss: 0.44, focus: 7 }),
  velvet: cloth({ grain: 'fibre', bite: 0.05, fold: 1.05, roll: 10, gloss: 0.16, focus: 3, heather: 0.04 }),
  wool: cloth({ grain: 'fibre', bite: 0.17, fold: 0.85, roll: 9, bulge: 9, heather: 0.05 }),
  cashmere: cloth({ grain: 'fibre', bite: 0.14, fold: 0.8, roll: 11, bulge: 11, heather: 0.05 }),
  mohair: cloth({ grain: 'fur', bite: 0.28, fold: 0.7, roll: 13, bulge: 12, heather: 0.1 }),
  tweed: cloth({ grain: 'fibre', bite: 0.24, fold: 0.75, roll: 9, bulge: 9, heather: 0.12 }),
  fleece: cloth({ grain: 'fur', bite: 0.26, fold: 0.7, roll: 13, bulge: 11, heather: 0.06 }),
  'faux-fur': cloth({ grain: 'fur', bite: 0.55, fold: 0.6, roll: 18, bulge: 14, heather: 0.16 }),
  denim: cloth({ grain: 'slub', bite: 0.16, fold: 0.95, roll: 6, heather: 0.12 }),
  canvas: cloth({ bite: 0.2, fold: 0.7, roll: 6, heather: 0.04 }),
  corduroy: cloth({ grain: 'fibre', bite: 0.08, fold: 0.85, roll: 8, heather: 0.04 }),
  leather: cloth({ grain: 'pebble', bite: 0.05, fold: 0.8, roll: 9, bulge: 11, gloss: 0.32, focus: 16 }),
  suede: cloth({ grain: 'fibre', bite: 0.16, fold: 0.7, roll: 9, bulge: 10, heather: 0.07 }),
  nylon: cloth({ grain: 'fine', bite: 0.04, fold: 1.15, roll: 10, bulge: 10, gloss: 0.3, focus: 14 }),
  chiffon: cloth({ bite: 0.03, fold: 1, roll: 5, bulge: 4, gloss: 0.06, opacity: 0.86 }),
  tulle: cloth({ bite: 0.12, fold: 1, roll: 4, bulge: 4, opacity: 0.72 }),
  lace: cloth({ bite: 0.06, fold: 0.8, roll: 4, bulge: 4 }),
  sequins: cloth({ grain: 'smooth', bite: 0, fold: 0.8, roll: 8, gloss: 0.75, focus: 22 }),
  rubber: cloth({ bite: 0.06, fold: 0.5, roll: 8, gloss: 0.12, focus: 14 }),
  plastic: cloth({ grain: 'smooth', bite: 0.01, fold: 0.5, roll: 10, bulge: 12, gloss: 0.4, focus: 26, mirror: 0.06 }),
  metal: cloth({ grain: 'brushed', bite: 0.03, fold: 0.5, roll: 6, bulge: 8, gloss: 0.5, focus: 24, mirror: 0.5 }),
  gold: cloth({ grain: 'smooth', bite: 0, fold: 0.5, roll: 6, bulge: 6, gloss: 0.7, focus: 26, mirror: 0.65 }),
  pearl: cloth({ grain: 'smooth', bite: 0, fold: 0.5, roll: 16, bulge: 10, gloss: 0.7, focus: 30, mirror: 0.12 }),
  ceramic: cloth({ bite: 0.02, fold: 0.5, roll: 10, bulge: 14, gloss: 0.36, focus: 30, mirror: 0.06 }),
  glass: cloth({ grain: 'smooth', bite: 0, fold: 0.5, roll: 8, bulge: 12, gloss: 0.7, focus: 40, mirror: 0.25 }),
  wax: cloth({ grain: 'smooth', bite: 0.02, fold: 0.5, roll: 12, bulge: 10, gloss: 0.1, focus: 8 }),
  paper: cloth({ bite: 0.06, fold: 0.5, roll: 4, bulge: 2 }),
  straw: cloth({ grain: 'slub', bite: 0.12, fold: 0.6, roll: 8, bulge: 8 }),
} as const satisfies Record<string, Material>;

export type MaterialName = keyof typeof MATERIALS;

/** The brief's material words, reduced to the surfaces above. */
const ALIASES: Record<string, MaterialName> = {
  alpaca: 'mohair',
  merino: 'cashmere',
  'faux-leather': 'leather',
  polyester: 'cotton',
  'recycled-polyester': 'nylon',
  viscose: 'silk',
  jersey: 'cotton',
  down: 'nylon',
  mesh: 'canvas',
  'stainless-steel': 'metal',
  aluminium: 'metal',
  titanium: 'metal',
  'gold-plated': 'gold',
  'sterling-silver': 'gold',
  brass: 'gold',
  bamboo: 'paper',
};

export function materialNamed(name: MaterialName): Material {
  return MATERIALS[name];
}

export function resolveMaterial(word: string | undefined, fallback: MaterialName): MaterialName {
  if (!word) return fallback;
  if (word in MATERIALS) return word as MaterialName; // `in` above proves the key
  return ALIASES[word] ?? fallback;
}
