import type { AttributeValue, Phrase, ValueLabel } from './message-types.ts';

type Attributes = Record<string, AttributeValue>;

const NAMES: Record<string, string> = {
  colour: 'رنگ',
  colour2: 'رنگ دوم',
  pattern: 'طرح',
  material: 'جنس',
  materialShare: 'ترکیب جنس',
  lining: 'جنس آستر',
  length: 'قد',
  neckline: 'یقه',
  sleeve: 'آستین',
  silhouette: 'برش',
  fit: 'تن‌خور',
  bow: 'پاپیون',
  bowPosition: 'جای پاپیون',
  details: 'جزئیات',
  closure: 'بسته شدن',
  care: 'شست‌وشو',
  lined: 'آستر',
  pockets: 'جیب',
  stretch: 'کشسانی',
  season: 'فصل',
  occasion: 'مناسب برای',
  waterproof: 'مقاومت در برابر آب',
  waterRating: 'درجهٔ ضدآب',
  warmth: 'گرمی',
  lengthCm: 'قد',
  bustCm: 'دور سینه',
  waistCm: 'دور کمر',
  hipsCm: 'دور باسن',
  shoulderCm: 'سرشانه',
  sleeveCm: 'قد آستین',
  insideLegCm: 'فاق تا دمپا',
  heelHeightCm: 'بلندی پاشنه',
  shaftHeightCm: 'بلندی ساق',
  widthCm: 'پهنا',
  heightCm: 'بلندی',
  depthCm: 'عمق',
  strapDropCm: 'بلندی بند',
  weightGrams: 'وزن',
  capacityLitres: 'گنجایش',
  heelType: 'پاشنه',
  toe: 'پنجه',
  headphoneType: 'نوع',
  wireless: 'بی‌سیم',
  noiseCancelling: 'حذف نویز',
  batteryHours: 'باتری',
  chargeMinutes: 'زمان شارژ',
  bass: 'بیس',
  driverMm: 'درایور',
  impedanceOhm: 'امپدانس',
  microphone: 'میکروفون',
  multipoint: 'اتصال هم‌زمان به دو دستگاه',
  transparencyMode: 'حالت شفاف',
  codec: 'کدک',
  bluetoothVersion: 'بلوتوث',
  foldable: 'تاشو',
  jack35: 'جک ۳٫۵ میلی‌متری',
  lumens: 'نور',
  capacityMl: 'گنجایش',
  insulated: 'عایق',
  hotHours: 'گرم نگه داشتن',
  coldHours: 'سرد نگه داشتن',
  rainCover: 'کاور باران',
  hydrationCompatible: 'جای کیسهٔ آب',
  seamTaped: 'درز نواردوزی‌شده',
  burnHours: 'مدت سوختن',
  scent: 'رایحه',
  pages: 'تعداد صفحه',
  paperGsm: 'گرماژ کاغذ',
  ruling: 'خط‌کشی',
  dishwasherSafe: 'ماشین ظرف‌شویی',
  movement: 'موتور',
  caseMm: 'قطر قاب',
  waterResistanceM: 'مقاومت در برابر آب',
  uvProtection: 'محافظت در برابر فرابنفش',
  polarised: 'پلاریزه',
  giftBox: 'جعبهٔ هدیه',
  style: 'مدل',
  condition: 'وضعیت',
  size: 'سایز',
  brand: 'برند',
  shipsWithinDays: 'زمان ارسال',
};

const UNITS: Record<string, string> = {
  shipsWithinDays: 'روز',
  batteryHours: 'ساعت',
  hotHours: 'ساعت',
  coldHours: 'ساعت',
  burnHours: 'ساعت',
  chargeMinutes: 'دقیقه',
  driverMm: 'میلی‌متر',
  impedanceOhm: 'اهم',
  lumens: 'لومن',
  capacityMl: 'میلی‌لیتر',
  capacityLitres: 'لیتر',
  weightGrams: 'گرم',
  pages: 'صفحه',
  paperGsm: 'گرم',
  caseMm: 'میلی‌متر',
  waterResistanceM: 'متر',
};

/** Persian digits for a number or a text that holds numbers. */
export function persianDigits(text: string | number): string {
  return String(text)
    .replace(/(\d)\.(\d)/g, '$1٫$2')
    .replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!);
}

/** The Persian name of an attribute. */
export function attributeNameFa(key: string): string {
  return NAMES[key] ?? key;
}

/** An attribute's value for a table cell in Persian. */
export function cellFa(key: string, value: AttributeValue, label: ValueLabel): string {
  if (typeof value === 'boolean') return value ? 'دارد' : 'ندارد';
  if (Array.isArray(value)) return value.map((one) => label(key, one)).join('، ');
  if (typeof value === 'number')
    return `${persianDigits(value)}${UNITS[key] ? ` ${UNITS[key]}` : key.endsWith('Cm') ? ' سانتی‌متر' : ''}`;
  return key === 'materialShare' || key === 'scent' ? value : label(key, value);
}

/** An attribute as part of a Persian sentence: `is` is followed by «است», `has` by «دارد». */
export function phraseFa(key: string, value: AttributeValue, all: Attributes, label: ValueLabel): Phrase | undefined {
  const is = (text: string): Phrase => ({ form: 'is', text });
  const has = (text: string): Phrase => ({ form: 'has', text });
  const named = (one: AttributeValue) => label(key, String(one));
  const many = () => joined((Array.isArray(value) ? value : [String(value)]).map(named));
  const n = persianDigits(String(value));
  switch (key) {
    case 'colour':
      return is(all.colour2 ? `${named(value)} و ${label('colour', String(all.colour2))}` : named(value));
    case 'pattern':
      return value === 'plain' ? is('ساده') : has(`طرح ${named(value)}`);
    case 'material':
      return is(`از جنس ${named(value)}`);
    case 'materialShare':
      return is(`از جنس ${String(value)}`);
    case 'lining':
      return value === 'none' ? is('بدون آستر') : has(`آستر ${named(value)}`);
    case 'lined':
      return is(value ? 'آستردار' : 'بدون آستر');
    case 'length':
      return is(
        value === 'floor'
          ? 'بلند تا زمین'
          : value === 'ankle'
            ? 'بلند تا مچ پا'
            : value === 'midi'
              ? 'میدی'
              : value === 'knee'
                ? 'تا زانو'
                : value === 'mini'
                  ? 'کوتاه'
                  : named(value),
      );
    case 'lengthCm':
      return has(`${n} سانتی‌متر قد`);
    case 'neckline':
      return has(`یقهٔ ${named(value).replace(/^یقه[‌\sٔ]*/, '')}`);
    case 'sleeve':
      return value === 'sleeveless' ? is('بی‌آستین') : has(`آستین ${named(value).replace(/^آستین\s*/, '')}`);
    case 'silhouette':
      return has(`برش ${named(value)}`);
    case 'fit':
      return has(`تن‌خور ${named(value)}`);
    case 'bow':
      return value === 'none'
        ? is('بدون پاپیون')
        : has(`پاپیون ${value === 'big' ? 'بزرگی' : 'کوچکی'}${bowPlace(all.bowPosition)}`);
    case 'bowPosition':
      return has(`پاپیونی${bowPlace(value)}`);
    case 'details':
      return has(many());
    case 'closure':
      return value === 'slip-on' ? is('بدون بند و زیپ') : has(named(value));
    case 'care':
      return is(
        value === 'machine-wash'
          ? 'قابل شست‌وشو با ماشین'
          : value === 'hand-wash'
            ? 'نیازمند شست‌وشوی دستی'
            : value === 'dry-clean'
              ? 'فقط مناسب خشک‌شویی'
              : 'فقط قابل لکه‌گیری',
      );
    case 'pockets':
      return value ? has('جیب') : is('بدون جیب');
    case 'stretch':
      return value === 'none' ? is('بدون کشسانی') : has(value === 'high' ? 'کشسانی زیاد' : 'کمی کشسانی');
    case 'season':
    case 'occasion':
      return is(`مناسب ${many()}`);
    case 'waterproof':
      return is(
        value === 'none'
          ? 'بدون محافظت در برابر آب'
          : value === 'waterproof'
            ? 'ضدآب'
            : 'مقاوم در برابر پاشش آب و نه کاملاً ضدآب',
      );
    case 'waterRating':
      return has(`درجهٔ ضدآب ${String(value)}`);
    case 'warmth':
      return is(value === 'light' ? 'نازک و سبک' : value === 'medium' ? 'نسبتاً گرم' : 'گرم');
    case 'heelHeightCm':
      return has(`پاشنهٔ ${n} سانتی‌متری`);
    case 'heelType':
      return has(named(value));
    case 'toe':
      return has(`پنجهٔ ${named(value)}`);
    case 'weightGrams':
      return has(`${n} گرم وزن`);
    case 'capacityLitres':
      return has(`${n} لیتر گنجایش`);
    case 'capacityMl':
      return has(`${n} میلی‌لیتر گنجایش`);
    case 'headphoneType':
      return is(`از نوع ${named(value)}`);
    case 'wireless':
      return is(value ? 'بی‌سیم' : 'باسیم');
    case 'noiseCancelling':
      return value === 'none' ? is('بدون حذف نویز') : has(value === 'passive' ? 'عایق صدای غیرفعال' : 'حذف نویز فعال');
    case 'shipsWithinDays':
      return is(`آمادهٔ ارسال ظرف ${n} روز`);
    case 'batteryHours':
      return has(`باتری ${n} ساعته`);
    case 'chargeMinutes':
      return has(`${n} دقیقه زمان شارژ`);
    case 'bass':
      return has(value === 'strong' ? 'بیس قوی' : value === 'balanced' ? 'بیس متعادل' : 'بیس کم');
    case 'driverMm':
      return has(`درایور ${n} میلی‌متری`);
    case 'impedanceOhm':
      return has(`امپدانس ${n} اهم`);
    case 'microphone':
      return value ? has('میکروفون') : is('بدون میکروفون');
    case 'multipoint':
      return value ? has('امکان اتصال هم‌زمان به دو دستگاه') : is('تنها به یک دستگاه در هر زمان متصل');
    case 'transparencyMode':
      return value ? has('حالت شفاف') : is('بدون حالت شفاف');
    case 'codec':
      return has(`پشتیبانی از ${joined(Array.isArray(value) ? value : [String(value)])}`);
    case 'bluetoothVersion':
      return has(`بلوتوث ${n}`);
    case 'foldable':
      return is(value ? 'تاشو' : 'غیرتاشو');
    case 'jack35':
      return value ? has('جک ۳٫۵ میلی‌متری') : is('بدون جک ۳٫۵ میلی‌متری');
    case 'lumens':
      return has(`تا ${n} لومن نور`);
    case 'insulated':
      return is(value ? 'عایق‌دار' : 'بدون عایق');
    case 'hotHours':
      return has(`توان گرم نگه داشتن تا ${n} ساعت`);
    case 'coldHours':
      return has(`توان سرد نگه داشتن تا ${n} ساعت`);
    case 'rainCover':
      return value ? has('کاور باران') : is('بدون کاور باران');
    case 'seamTaped':
      return value ? has('درزهای نواردوزی‌شده') : is('بدون نوار درز');
    case 'hydrationCompatible':
      return value ? has('جای کیسهٔ آب') : is('بدون جای کیسهٔ آب');
    case 'burnHours':
      return has(`${n} ساعت زمان سوختن`);
    case 'scent':
      return /^(?:none|unscented|no )/i.test(String(value)) ? is('بدون رایحه') : has(`رایحهٔ «${String(value)}»`);
    case 'pages':
      return has(`${n} صفحه`);
    case 'paperGsm':
      return has(`کاغذ ${n} گرمی`);
    case 'ruling':
      return has(`صفحه‌های ${named(value)}`);
    case 'dishwasherSafe':
      return is(value ? 'قابل شستن در ماشین ظرف‌شویی' : 'نامناسب برای ماشین ظرف‌شویی');
    case 'movement':
      return has(`موتور ${named(value)}`);
    case 'caseMm':
      return has(`قاب ${n} میلی‌متری`);
    case 'waterResistanceM':
      return is(`مقاوم در برابر آب تا ${n} متر`);
    case 'uvProtection':
      return has(`عدسی ${String(value)}`);
    case 'polarised':
      return has(value ? 'عدسی پلاریزه' : 'عدسی غیرپلاریزه');
    case 'giftBox':
      return value ? has('جعبهٔ هدیه') : is('بدون جعبهٔ هدیه');
    case 'condition':
      return is(`در وضعیت ${named(value)}`);
    case 'size':
      return is(`سایز ${persianDigits(String(value))}`);
    case 'brand':
      return is(`از برند ${String(value)}`);
    default:
      if (typeof value === 'boolean' || key === 'colour2') return undefined;
      return has(`${attributeNameFa(key)} ${cellFa(key, value, label)}`);
  }
}

function bowPlace(position: AttributeValue | undefined): string {
  const places: Record<string, string> = {
    front: ' در جلو',
    back: ' در پشت',
    waist: ' روی کمر',
    neck: ' روی یقه',
    shoulder: ' روی شانه',
    side: ' در پهلو',
  };
  return places[String(position ?? '')] ?? '';
}

function joined(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join('، ')} و ${items.at(-1)}`;
}
