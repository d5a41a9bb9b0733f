/** Units as shops write them, each under one spelling, so that `12 in.`, `12"` and `12-inch` are one term. */
const SPELLINGS: Record<string, string> = {
  in: 'in inch inches',
  ft: 'ft foot feet',
  yd: 'yd yard yards',
  mm: 'mm millimeter millimeters millimetre millimetres',
  cm: 'cm centimeter centimeters centimetre centimetres',
  m: 'm meter meters metre metres',
  oz: 'oz ounce ounces',
  lb: 'lb lbs pound pounds',
  g: 'g gram grams',
  kg: 'kg kilogram kilograms',
  gal: 'gal gallon gallons',
  qt: 'qt quart quarts',
  pt: 'pt pint pints',
  l: 'l liter liters litre litres',
  ml: 'ml milliliter millilitre',
  w: 'w watt watts',
  kw: 'kw kilowatt kilowatts',
  v: 'v volt volts',
  amp: 'amp amps ampere',
  mah: 'mah',
  hz: 'hz hertz',
  mhz: 'mhz',
  ghz: 'ghz',
  kb: 'kb',
  mb: 'mb',
  gb: 'gb gigabyte gigabytes',
  tb: 'tb terabyte terabytes',
  btu: 'btu btus',
  psi: 'psi',
  mp: 'mp megapixel megapixels',
  dpi: 'dpi',
  rpm: 'rpm',
  ga: 'ga gauge',
  hp: 'hp horsepower',
  pk: 'pk pack packs pcs pc pieces',
  sqft: 'sqft',
  cuft: 'cuft',
};

const UNIT_OF = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
);

/** The unit's one spelling, or undefined for a word that is no unit. */
export function unitOf(word: string): string | undefined {
  return UNIT_OF.get(word);
}
