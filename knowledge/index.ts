import bagsAndAccessoriesCategories from './categories/bags-and-accessories.json' with { type: 'json' };
import beautyAndHealthCategories from './categories/beauty-and-health.json' with { type: 'json' };
import clothingCategories from './categories/clothing.json' with { type: 'json' };
import electronicsCategories from './categories/electronics.json' with { type: 'json' };
import homeCategories from './categories/home.json' with { type: 'json' };
import leisureCategories from './categories/leisure.json' with { type: 'json' };
import petsGardenToolsFoodCategories from './categories/pets-garden-tools-food.json' with { type: 'json' };
import shoesCategories from './categories/shoes.json' with { type: 'json' };
import sportAndOutdoorCategories from './categories/sport-and-outdoor.json' with { type: 'json' };
import colours from './colours/colours.json' with { type: 'json' };
import shades from './colours/shades.json' with { type: 'json' };
import condition from './condition/condition.json' with { type: 'json' };
import priceLevel from './condition/price-level.json' with { type: 'json' };
import cues from './cues.json' with { type: 'json' };
import bows from './cut/bows.json' with { type: 'json' };
import closures from './cut/closures.json' with { type: 'json' };
import details from './cut/details.json' with { type: 'json' };
import lengthsAndFits from './cut/lengths-and-fits.json' with { type: 'json' };
import necklines from './cut/necklines.json' with { type: 'json' };
import silhouettes from './cut/silhouettes.json' with { type: 'json' };
import sleeves from './cut/sleeves.json' with { type: 'json' };
import toesAndSoles from './cut/toes-and-soles.json' with { type: 'json' };
import equivalences from './equivalences.json' with { type: 'json' };
import electronicFeatures from './features/electronics.json' with { type: 'json' };
import gearFeatures from './features/gear.json' with { type: 'json' };
import headphoneFeatures from './features/headphones.json' with { type: 'json' };
import outdoorFeatures from './features/outdoor.json' with { type: 'json' };
import paperFeatures from './features/paper.json' with { type: 'json' };
import watchFeatures from './features/watches.json' with { type: 'json' };
import accessoriesKinds from './kinds/accessories.json' with { type: 'json' };
import audioKinds from './kinds/audio.json' with { type: 'json' };
import bagsKinds from './kinds/bags.json' with { type: 'json' };
import electronicsKinds from './kinds/electronics.json' with { type: 'json' };
import garmentsKinds from './kinds/garments.json' with { type: 'json' };
import giftsAndEverydayKinds from './kinds/gifts-and-everyday.json' with { type: 'json' };
import homeAndLeisureKinds from './kinds/home-and-leisure.json' with { type: 'json' };
import jewelleryAndWatchesKinds from './kinds/jewellery-and-watches.json' with { type: 'json' };
import shoesKinds from './kinds/shoes.json' with { type: 'json' };
import care from './materials/care.json' with { type: 'json' };
import fabrics from './materials/fabrics.json' with { type: 'json' };
import feel from './materials/feel.json' with { type: 'json' };
import finishes from './materials/finishes.json' with { type: 'json' };
import materials from './materials/materials.json' with { type: 'json' };
import metals from './materials/metals.json' with { type: 'json' };
import stones from './materials/stones.json' with { type: 'json' };
import woods from './materials/woods.json' with { type: 'json' };
import measures from './measures.json' with { type: 'json' };
import activities from './occasions/activities.json' with { type: 'json' };
import holidays from './occasions/holidays.json' with { type: 'json' };
import lifeEvents from './occasions/life-events.json' with { type: 'json' };
import occasions from './occasions/occasions.json' with { type: 'json' };
import pastimes from './occasions/pastimes.json' with { type: 'json' };
import recipients from './occasions/people.json' with { type: 'json' };
import seasons from './occasions/seasons.json' with { type: 'json' };
import ordinaryWords from './ordinary-words.json' with { type: 'json' };
import motifs from './patterns/motifs.json' with { type: 'json' };
import patterns from './patterns/patterns.json' with { type: 'json' };
import prints from './patterns/prints.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import questions from './questions.json' with { type: 'json' };
import senses from './senses.json' with { type: 'json' };
import aesthetics from './wishes/aesthetics.json' with { type: 'json' };
import certifications from './wishes/certifications.json' with { type: 'json' };
import diets from './wishes/diets.json' with { type: 'json' };
import effects from './wishes/effects.json' with { type: 'json' };
import eras from './wishes/eras.json' with { type: 'json' };
import genres from './wishes/genres.json' with { type: 'json' };
import included from './wishes/included.json' with { type: 'json' };
import origins from './wishes/origins.json' with { type: 'json' };
import parts from './wishes/parts.json' with { type: 'json' };
import rooms from './wishes/rooms.json' with { type: 'json' };
import scents from './wishes/scents.json' with { type: 'json' };
import skinAndHair from './wishes/skin-and-hair.json' with { type: 'json' };
import styles from './wishes/styles.json' with { type: 'json' };

/**
 * One thing shoppers speak of. `id` is `facet:value`. A label written `=x` matches in exactly this form (no plural is
 * made of it); `?x` is an everyday word that means the concept only beside a thing one can buy.
 */
export type Concept = {
  id: string;
  en: string[];
  zh: string[];
  fa: string[];
  /**
   * What listings state of a thing so named: naming a prairie dress asks for a dress. A concept with `of` is finer than what
   * listings state, so it ranks and filters nothing.
   */
  of?: string[];
  /** Concepts of the same facet this one is a kind of: asking for the broader one finds this one too. */
  broader?: string[];
  /** Concepts this one resembles: a near miss of them, and left out with them when they are excluded. */
  near?: string[];
  /** Values the concept stands for, by category id or by one of its broader categories; `*` is the rest. */
  covers?: Record<string, string[]>;
  /** Concepts that a label says besides its own. */
  implies?: Record<string, string[]>;
  /** What would grant the wish: facet, value, how strongly (0..1). */
  grants?: [facet: string, value: string, weight: number][];
  /** Attribute keys an aspect of a question reads. */
  keys?: string[];
};

/** A label that says several things at once, or is ambiguous between values of one facet. */
export type Sense = {
  label: string;
  ids: string[];
  /** When one of the first (an id, or a facet followed by a colon) is spoken of too, only the second remain of their facet; one that ends in a colon drops its facet. */
  prefer?: [when: string[], keep: string[]][];
};

/** Words that carry grammar rather than things: negation, comparison, demand, politeness. */
export type Cue = { cue: string; en: string[]; zh: string[]; fa: string[] };

/** What a listing has that goes by another name too: where all of `when` hold, `then` holds. */
export type Equivalence = { when: string[]; then: string[] };

export type Knowledge = {
  concepts: Concept[];
  senses: Sense[];
  cues: Cue[];
  equivalences: Equivalence[];
  /** Everyday words near a label that are no misspelling of it ("cost" is not "coat"), several a line. */
  ordinaryWords: string[];
};

/** Every file of concepts, in the order in which a word that means several things lists them. */
const CONCEPT_FILES: unknown[][] = [
  // What is sold.
  clothingCategories,
  shoesCategories,
  bagsAndAccessoriesCategories,
  electronicsCategories,
  sportAndOutdoorCategories,
  homeCategories,
  leisureCategories,
  beautyAndHealthCategories,
  petsGardenToolsFoodCategories,
  // What listings state of it.
  people,
  colours,
  patterns,
  materials,
  lengthsAndFits,
  necklines,
  sleeves,
  silhouettes,
  bows,
  details,
  toesAndSoles,
  closures,
  care,
  feel,
  outdoorFeatures,
  headphoneFeatures,
  watchFeatures,
  paperFeatures,
  condition,
  priceLevel,
  // What it is wanted for.
  included,
  scents,
  styles,
  occasions,
  activities,
  effects,
  seasons,
  recipients,
  holidays,
  lifeEvents,
  pastimes,
  // What is asked about it.
  questions,
  measures,
  // Finer words for the above, which rank.
  electronicsKinds,
  homeAndLeisureKinds,
  garmentsKinds,
  shoesKinds,
  bagsKinds,
  accessoriesKinds,
  jewelleryAndWatchesKinds,
  shades,
  fabrics,
  metals,
  woods,
  stones,
  prints,
  motifs,
  finishes,
  electronicFeatures,
  aesthetics,
  eras,
  skinAndHair,
  certifications,
  diets,
  origins,
  rooms,
  genres,
  audioKinds,
  giftsAndEverydayKinds,
  parts,
  gearFeatures,
];

let loaded: Knowledge | undefined;

/** Everything Vitrine knows about words and things, as plain data. The files are read once. */
export function loadKnowledge(): Knowledge {
  loaded ??= {
    concepts: CONCEPT_FILES.flat() as Concept[],
    senses: senses as unknown as Sense[],
    cues,
    equivalences,
    ordinaryWords,
  };
  return loaded;
}
