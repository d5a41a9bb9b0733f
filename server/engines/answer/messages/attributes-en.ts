import type { AttributeValue, Phrase, ValueLabel } from './message-types.ts';

type Attributes = Record<string, AttributeValue>;

const NAMES: Record<string, string> = {
  colour: 'Colour',
  colour2: 'Second colour',
  pattern: 'Pattern',
  material: 'Material',
  materialShare: 'Composition',
  lining: 'Lining',
  length: 'Length',
  neckline: 'Neckline',
  sleeve: 'Sleeves',
  silhouette: 'Cut',
  fit: 'Fit',
  bow: 'Bow',
  bowPosition: 'Bow sits',
  details: 'Details',
  closure: 'Closing',
  care: 'Care',
  lined: 'Lined',
  pockets: 'Pockets',
  stretch: 'Stretch',
  season: 'Season',
  occasion: 'Suggested for',
  waterproof: 'Water',
  waterRating: 'Water rating',
  warmth: 'Warmth',
  lengthCm: 'Length',
  bustCm: 'Bust',
  waistCm: 'Waist',
  hipsCm: 'Hips',
  shoulderCm: 'Shoulders',
  sleeveCm: 'Sleeve length',
  insideLegCm: 'Inside leg',
  heelHeightCm: 'Heel height',
  shaftHeightCm: 'Shaft height',
  widthCm: 'Width',
  heightCm: 'Height',
  depthCm: 'Depth',
  strapDropCm: 'Strap drop',
  weightGrams: 'Weight',
  capacityLitres: 'Capacity',
  heelType: 'Heel',
  toe: 'Toe',
  headphoneType: 'Type',
  wireless: 'Wireless',
  noiseCancelling: 'Noise cancelling',
  batteryHours: 'Battery',
  chargeMinutes: 'Charging time',
  bass: 'Bass',
  driverMm: 'Driver',
  impedanceOhm: 'Impedance',
  microphone: 'Microphone',
  multipoint: 'Two devices at once',
  transparencyMode: 'Transparency mode',
  codec: 'Codecs',
  bluetoothVersion: 'Bluetooth',
  foldable: 'Folds',
  jack35: '3.5 mm socket',
  lumens: 'Light output',
  capacityMl: 'Capacity',
  insulated: 'Insulated',
  hotHours: 'Keeps hot',
  coldHours: 'Keeps cold',
  rainCover: 'Rain cover',
  hydrationCompatible: 'Takes a hydration bladder',
  seamTaped: 'Taped seams',
  burnHours: 'Burning time',
  scent: 'Scent',
  pages: 'Pages',
  paperGsm: 'Paper weight',
  ruling: 'Ruling',
  dishwasherSafe: 'Dishwasher',
  movement: 'Movement',
  caseMm: 'Case',
  waterResistanceM: 'Water resistance',
  uvProtection: 'UV protection',
  polarised: 'Polarised',
  giftBox: 'Gift box',
  style: 'Style',
  condition: 'Condition',
  size: 'Size',
  brand: 'Brand',
  shipsWithinDays: 'Sent within',
};

const UNITS: Record<string, string> = {
  shipsWithinDays: 'days',
  batteryHours: 'hours',
  hotHours: 'hours',
  coldHours: 'hours',
  burnHours: 'hours',
  chargeMinutes: 'minutes',
  driverMm: 'mm',
  impedanceOhm: 'ohm',
  lumens: 'lumens',
  capacityMl: 'ml',
  capacityLitres: 'litres',
  weightGrams: 'g',
  pages: 'pages',
  paperGsm: 'g/m²',
  caseMm: 'mm',
  waterResistanceM: 'm',
};

/** The English name of an attribute. */
export function attributeNameEn(key: string): string {
  return NAMES[key] ?? capital(spaced(key));
}

/** An attribute's value for a table cell in English. */
export function cellEn(key: string, value: AttributeValue, label: ValueLabel): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => label(key, one)).join(', ');
  if (typeof value === 'number') return `${value}${unitOf(key)}`;
  return key === 'materialShare' || key === 'scent' ? value : label(key, value);
}

function unitOf(key: string): string {
  const unit = UNITS[key] ?? (key.endsWith('Cm') ? 'cm' : '');
  return unit ? ` ${unit}` : '';
}

/** An attribute as part of an English sentence. */
export function phraseEn(key: string, value: AttributeValue, all: Attributes, label: ValueLabel): Phrase | undefined {
  const is = (text: string): Phrase => ({ form: 'is', text });
  const has = (text: string): Phrase => ({ form: 'has', text });
  const named = (one: AttributeValue) => label(key, String(one));
  switch (key) {
    case 'colour':
      return is(all.colour2 ? `${named(value)} and ${label('colour', String(all.colour2))}` : named(value));
    case 'pattern':
      return value === 'plain' ? is('plain') : has(`a ${without(named(value), 'pattern')} pattern`);
    case 'material':
      return is(`made of ${named(value)}`);
    case 'materialShare':
      return is(`made of ${String(value)}`);
    case 'lining':
      return value === 'none' ? has('no lining') : has(`a ${named(value)} lining`);
    case 'lined':
      return is(value ? 'lined' : 'not lined');
    case 'length':
      return is(lengthWords(String(value), label));
    case 'lengthCm':
      return is(`${String(value)} cm long`);
    case 'neckline':
      return has(
        value === 'strapless'
          ? 'a strapless neckline'
          : value === 'hood'
            ? 'a hood'
            : `${article(named(value))} ${without(named(value), 'neckline')} neckline`,
      );
    case 'sleeve':
      return value === 'sleeveless'
        ? is('sleeveless')
        : has(value === 'strap' ? 'straps' : `${without(named(value), 'sleeves')} sleeves`);
    case 'silhouette':
      return has(`${article(named(value))} ${without(named(value), 'cut')} cut`);
    case 'fit':
      return has(`${article(named(value))} ${without(named(value), 'fit')} fit`);
    case 'bow':
      return value === 'none' ? has('no bow') : has(`a ${String(value)} bow${bowPlace(all.bowPosition)}`);
    case 'bowPosition':
      return has(`a bow${bowPlace(value)}`);
    case 'details':
      return Array.isArray(value) ? has(joined(value.map(named))) : has(named(value));
    case 'closure':
      return is(
        value === 'slip-on'
          ? 'slipped on, with nothing to close'
          : `closed with ${closing(named(value), String(value))}`,
      );
    case 'care':
      return is(careWords(String(value)));
    case 'pockets':
      return has(value ? 'pockets' : 'no pockets');
    case 'stretch':
      return has(value === 'none' ? 'no stretch' : value === 'high' ? 'a lot of stretch' : 'some stretch');
    case 'season':
    case 'occasion': {
      const values = Array.isArray(value) ? value : [String(value)];
      const others = values.filter((one) => one !== 'gift').map(named);
      if (others.length === 0) return is('suggested as a gift');
      return is(`suggested for ${joined(others)}${values.includes('gift') ? ' and as a gift' : ''}`);
    }
    case 'waterproof':
      return value === 'none' ? is('not protected against water') : is(named(value));
    case 'waterRating':
      return is(`rated ${String(value)} against water`);
    case 'warmth':
      return is(value === 'light' ? 'light rather than warm' : value === 'medium' ? 'of medium warmth' : 'warm');
    case 'heelHeightCm':
      return has(`a heel of ${String(value)} cm`);
    case 'heelType':
      return has(value === 'flat' ? 'a flat sole' : `a ${without(named(value), 'heel')} heel`);
    case 'toe':
      return has(`${article(named(value))} ${without(named(value), 'toe')} toe`);
    case 'weightGrams':
      return has(`a weight of ${String(value)} g`);
    case 'capacityLitres':
      return has(`room for ${String(value)} litres`);
    case 'capacityMl':
      return has(`room for ${String(value)} ml`);
    case 'headphoneType':
      return is(
        value === 'neckband'
          ? 'a neckband model'
          : value === 'bone-conduction'
            ? 'a bone-conduction model'
            : `${article(named(value))} ${named(value)} model`,
      );
    case 'wireless':
      return is(value ? 'wireless' : 'wired');
    case 'noiseCancelling':
      return has(
        value === 'none'
          ? 'no noise cancelling'
          : value === 'passive'
            ? 'passive noise isolation'
            : 'active noise cancelling',
      );
    case 'shipsWithinDays':
      return is(`sent within ${value === 1 ? 'one day' : `${String(value)} days`}`);
    case 'batteryHours':
      return has(`a battery for ${String(value)} hours`);
    case 'chargeMinutes':
      return has(`a charging time of ${String(value)} minutes`);
    case 'bass':
      return has(`${String(value)} bass`);
    case 'driverMm':
      return has(`${String(value)} mm drivers`);
    case 'impedanceOhm':
      return has(`an impedance of ${String(value)} ohm`);
    case 'microphone':
      return has(value ? 'a microphone' : 'no microphone');
    case 'multipoint':
      return has(value ? 'a connection to two devices at once' : 'a connection to one device at a time');
    case 'transparencyMode':
      return has(value ? 'a transparency mode' : 'no transparency mode');
    case 'codec':
      return has(
        `the codec${Array.isArray(value) && value.length > 1 ? 's' : ''} ${joined(Array.isArray(value) ? value : [String(value)])}`,
      );
    case 'bluetoothVersion':
      return has(`Bluetooth ${String(value)}`);
    case 'foldable':
      return is(value ? 'foldable' : 'not foldable');
    case 'jack35':
      return has(value ? 'a 3.5 mm socket' : 'no 3.5 mm socket');
    case 'lumens':
      return has(`up to ${String(value)} lumens`);
    case 'insulated':
      return is(value ? 'insulated' : 'not insulated');
    case 'hotHours':
      return is(`able to keep drinks hot for ${String(value)} hours`);
    case 'coldHours':
      return is(`able to keep drinks cold for ${String(value)} hours`);
    case 'rainCover':
      return has(value ? 'a rain cover' : 'no rain cover');
    case 'seamTaped':
      return has(value ? 'taped seams' : 'seams that are not taped');
    case 'hydrationCompatible':
      return has(value ? 'room for a hydration bladder' : 'no room for a hydration bladder');
    case 'burnHours':
      return has(`a burning time of ${String(value)} hours`);
    case 'scent':
      return has(/^(?:none|unscented|no )/i.test(String(value)) ? 'no scent' : `the scent “${String(value)}”`);
    case 'pages':
      return has(`${String(value)} pages`);
    case 'paperGsm':
      return has(`paper of ${String(value)} g/m²`);
    case 'ruling':
      return has(`${named(value)} pages`);
    case 'dishwasherSafe':
      return is(value ? 'safe in the dishwasher' : 'not safe in the dishwasher');
    case 'movement':
      return has(`${article(named(value))} ${without(named(value), 'movement')} movement`);
    case 'caseMm':
      return has(`a case of ${String(value)} mm`);
    case 'waterResistanceM':
      return is(`water-resistant to ${String(value)} m`);
    case 'uvProtection':
      return has(`${String(value)} lenses`);
    case 'polarised':
      return has(value ? 'polarised lenses' : 'lenses that are not polarised');
    case 'giftBox':
      return is(value ? 'sold with a gift box' : 'sold without a gift box');
    case 'condition':
      return is(`in ${named(value)} condition`);
    case 'size':
      return is(`a size ${String(value)}`);
    case 'brand':
      return is(`by ${String(value)}`);
    default:
      if (typeof value === 'number' && key.endsWith('Cm')) return has(`a ${spaced(key.slice(0, -2))} of ${value} cm`);
      if (key === 'colour2' || typeof value === 'boolean') return undefined;
      return has(`${spaced(key)}: ${cellEn(key, value, label)}`);
  }
}

function lengthWords(value: string, label: ValueLabel): string {
  const words: Record<string, string> = {
    floor: 'floor-length',
    ankle: 'ankle-length',
    midi: 'midi length',
    knee: 'knee-length',
    'above-knee': 'above the knee',
    mini: 'mini length',
    cropped: 'cropped',
    hip: 'hip-length',
    thigh: 'thigh-length',
  };
  return words[value] ?? label('length', value);
}

function bowPlace(position: AttributeValue | undefined): string {
  const places: Record<string, string> = {
    front: ' at the front',
    back: ' at the back',
    waist: ' at the waist',
    neck: ' at the neck',
    shoulder: ' on the shoulder',
    side: ' at the side',
  };
  return places[String(position ?? '')] ?? '';
}

function careWords(value: string): string {
  const words: Record<string, string> = {
    'machine-wash': 'machine washable',
    'hand-wash': 'to be washed by hand',
    'dry-clean': 'for dry cleaning only',
    'spot-clean': 'to be spot-cleaned only',
  };
  return words[value] ?? value;
}

function closing(named: string, value: string): string {
  return value === 'zip' ||
    value === 'hook' ||
    value === 'drawstring' ||
    value === 'buckle' ||
    value === 'magnet' ||
    value === 'snap'
    ? `a ${named}`
    : named;
}

function article(word: string): string {
  return /^[aeiou]/i.test(word) && !/^(?:one|uni|eu)/i.test(word) ? 'an' : 'a';
}

function joined(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function spaced(key: string): string {
  return key.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label without the noun that follows it anyway: "regular fit" before "fit". */
function without(label: string, noun: string): string {
  return label.replace(new RegExp(`[ -](?:${noun}|${noun.replace(/s$/, '')}s?|toed|necked)$`, 'i'), '') || label;
}
