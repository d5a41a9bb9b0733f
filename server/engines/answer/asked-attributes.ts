import { contentWords, type EvidencePassage, opinionLexicon, type Question } from '#engines/evidence';
import type { AttributeValue } from './messages/message-types.ts';

/** Words by which people ask for an attribute that no aspect of opinion covers. */
const ASKED_BY: Record<string, string[]> = {
  length: ['how long', 'length', 'floor-length', 'midi', '多长', '长度', '裙长', 'قد', 'بلندی'],
  bowPosition: ['where is the bow'],
  lengthCm: ['how long', 'length', 'long is', 'cm long', '多长', '长度', '裙长', '衣长', 'قد', 'بلندی'],
  bustCm: ['bust', 'chest', 'pit to pit', '胸围', 'دور سینه'],
  waistCm: ['waist', '腰围', 'دور کمر'],
  hipsCm: ['hips', 'hip', '臀围', 'باسن'],
  shoulderCm: ['shoulder', 'shoulders', '肩宽', 'سرشانه'],
  sleeveCm: ['sleeve length', 'sleeves long', '袖长', 'قد آستین'],
  insideLegCm: ['inseam', 'inside leg', '内长', 'فاق'],
  heelHeightCm: ['heel', 'heels', 'high is the heel', '跟高', '鞋跟', 'پاشنه'],
  widthCm: ['wide', 'width', 'dimensions', '宽', 'عرض', 'پهنا'],
  heightCm: ['tall', 'height', 'dimensions', '高', 'ارتفاع'],
  depthCm: ['deep', 'depth', 'dimensions', '厚', 'عمق'],
  weightGrams: ['weigh', 'weight', 'heavy', '重', '重量', 'وزن'],
  material: ['made of', 'material', 'fabric', '材质', '面料', '什么料', 'جنس'],
  materialShare: ['made of', 'material', 'composition', 'per cent', 'percent', '成分', 'ترکیب'],
  lining: ['lining', 'lined', '内衬', '里料', 'آستر'],
  lined: ['lining', 'lined', '内衬', '里料', 'آستر'],
  pockets: ['pocket', 'pockets', '口袋', 'جیب'],
  stretch: ['stretch', 'stretchy', '弹性', 'کش'],
  care: ['wash', 'washed', 'machine wash', 'dry clean', 'care', 'clean', '洗', 'شست', 'شستن'],
  closure: ['close', 'closes', 'fasten', 'zip', 'zipper', 'buttons', '拉链', 'زیپ'],
  bow: ['bow', '蝴蝶结', 'پاپیون'],
  waterproof: ['waterproof', 'rain', 'water', '防水', 'ضدآب', 'باران'],
  waterRating: ['waterproof', 'water rating', 'ipx', 'rain', '防水', 'ضدآب'],
  warmth: ['warm', 'winter', 'cold', '保暖', '暖', 'گرم'],
  season: ['season', 'summer', 'winter', '季节', 'فصل'],
  occasion: ['occasion', 'suitable for', '场合', 'مناسب'],
  neckline: ['neckline', 'neck', '领', 'یقه'],
  sleeve: ['sleeve', 'sleeves', '袖', 'آستین'],
  pattern: ['pattern', 'print', '图案', 'طرح'],
  colour: ['colour', 'color', 'shade', '颜色', 'رنگ'],
  noiseCancelling: ['noise cancelling', 'noise canceling', 'anc', 'noise', '降噪', 'حذف نویز'],
  batteryHours: ['battery', 'last', 'hours', '续航', '电池', 'باتری', 'شارژ'],
  chargeMinutes: ['charge', 'charging', '充电', 'شارژ'],
  bass: ['bass', '低音', 'بیس'],
  headphoneType: ['over-ear', 'on-ear', 'in-ear', 'open-ear', 'bone conduction', 'type', '头戴', '入耳', 'نوع'],
  wireless: ['wireless', 'wired', 'cable', 'bluetooth', '无线', '有线', 'بی‌سیم'],
  microphone: ['microphone', 'mic', 'calls', '麦克风', '通话', 'میکروفون'],
  multipoint: ['multipoint', 'two devices', 'laptop and phone', '两台', 'دو دستگاه'],
  transparencyMode: ['transparency', 'ambient', '通透', 'شفاف'],
  codec: ['codec', 'ldac', 'aptx', 'aac', '编码', 'کدک'],
  bluetoothVersion: ['bluetooth', '蓝牙', 'بلوتوث'],
  foldable: ['fold', 'folds', 'foldable', '折叠', 'تاشو'],
  jack35: ['jack', 'aux', '3.5', 'headphone socket', 'cable', '接口', 'جک'],
  driverMm: ['driver', 'drivers', '单元', 'درایور'],
  impedanceOhm: ['impedance', 'ohm', '阻抗', 'امپدانس'],
  lumens: ['lumens', 'bright', 'brightness', '流明', '亮', 'لومن', 'نور'],
  capacityMl: ['capacity', 'hold', 'ml', 'volume', '容量', 'گنجایش'],
  capacityLitres: ['capacity', 'hold', 'litres', 'liters', 'volume', '容量', 'گنجایش'],
  hotHours: ['hot', '保温', 'گرم'],
  coldHours: ['cold', '保冷', 'سرد'],
  insulated: ['insulated', '保温', 'عایق'],
  rainCover: ['rain cover', '防雨罩', 'کاور باران'],
  seamTaped: ['seams', 'taped', '压胶', 'درز'],
  burnHours: ['burn', 'burns', '燃烧', 'می‌سوزد'],
  scent: ['scent', 'smell', 'fragrance', '香', 'بو', 'رایحه'],
  pages: ['pages', '页', 'صفحه'],
  paperGsm: ['paper', 'gsm', '纸', 'کاغذ'],
  ruling: ['ruled', 'lined', 'dotted', 'grid', '内页', 'خط'],
  dishwasherSafe: ['dishwasher', '洗碗机', 'ظرف‌شویی', 'ظرفشویی'],
  movement: ['movement', 'quartz', 'automatic', '机芯', 'موتور'],
  caseMm: ['case', 'diameter', '表径', 'قطر'],
  waterResistanceM: ['swim', 'water', 'dive', '防水', 'آب'],
  polarised: ['polarised', 'polarized', '偏光', 'پلاریزه'],
  uvProtection: ['uv', '紫外', 'فرابنفش'],
  shipsWithinDays: [
    'post',
    'posted',
    'ship',
    'ships',
    'shipping',
    'dispatched',
    'send',
    'sent',
    '发货',
    '寄出',
    '几天到',
    'ارسال',
    'پست',
    'می‌فرست',
    'میفرست',
  ],
  giftBox: ['gift box', 'box', '礼盒', 'جعبه'],
};

/** The attributes of a listing that a question asks for, the surest first. */
export function askedKeys(question: Question, attributes: Map<string, EvidencePassage>): string[] {
  const text = ` ${question.text.toLowerCase()} `;
  const scores = new Map<string, number>();
  for (const key of attributes.keys()) {
    const cues = (ASKED_BY[key] ?? []).filter((cue) => mentions(text, cue));
    let score = Math.max(0, ...cues.map((cue) => 1 + cue.length / 20));
    const value = attributes.get(key)!.attribute!.value;
    if (namesValue(question, value)) score += 0.8;
    if (score > 0) scores.set(key, score);
  }
  for (const aspect of question.aspects) {
    for (const key of opinionLexicon().byId.get(aspect)?.attributes ?? [])
      if (attributes.has(key) && !ASKED_BY[key]) scores.set(key, 1);
  }
  // "Can the bow come off?" names the bow and asks something else: what is stated of it does not answer.
  if (question.kind === 'yes-no' && asksMore(question, [...scores.keys()], attributes)) return [];
  const best = Math.max(0, ...scores.values());
  return [...scores]
    .filter(([, score]) => score >= best - 0.5 && score >= 1)
    .sort((a, b) => b[1] - a[1])
    .map(([key]) => key)
    .filter(
      (key, _, all) =>
        !(key === 'material' && all.includes('materialShare')) && !(key === 'lined' && all.includes('lining')),
    );
}

function mentions(text: string, cue: string): boolean {
  if (!/^[ -~]+$/.test(cue)) return text.includes(cue);
  const known = cuePatterns.get(cue) ?? cuePattern(cue);
  cuePatterns.set(cue, known);
  return known.test(text);
}

/** Made at first use; there are only so many cues. */
const cuePatterns = new Map<string, RegExp>();

function cuePattern(cue: string): RegExp {
  return new RegExp(`[^a-z]${cue.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:[^a-z]|$)`);
}

function namesValue(question: Question, value: AttributeValue): boolean {
  if (typeof value !== 'string' || value.length < 3) return false;
  const stems = contentWords(value.replace(/-/g, ' ')).map((word) => word.stem);
  return stems.length > 0 && stems.every((stem) => question.content.some((word) => word.stem === stem));
}

/**
 * Whether the attribute grants what a yes/no question asks: true, false, or undefined where the value alone does not say.
 */
export function askedValue(question: Question, attribute: { key: string; value: AttributeValue }): boolean | undefined {
  const { key, value } = attribute;
  const denied = /\b(?:not|without|free of)\b|没有|不带|بدون/.test(question.text);
  const turn = (answer: boolean) => (denied ? !answer : answer);
  if (typeof value === 'boolean') {
    if (key === 'wireless' && /\bwired\b|有线/i.test(question.text)) return turn(!value);
    return turn(value);
  }
  if (typeof value === 'string') {
    if (value === 'none') return turn(false);
    if (key === 'noiseCancelling') {
      if (/\bactive\b|\banc\b|主动|فعال/i.test(question.text)) return turn(value === 'active');
      return turn(true);
    }
    if (key === 'waterproof')
      return value === 'waterproof'
        ? turn(true)
        : /waterproof|防水|ضدآب/i.test(question.text)
          ? turn(false)
          : undefined;
    if (key === 'care')
      return /machine|washing machine|机洗|ماشین/i.test(question.text) ? turn(value === 'machine-wash') : undefined;
    if (key === 'bass') return /strong|good|heavy|强|قوی/i.test(question.text) ? turn(value === 'strong') : undefined;
    if (key === 'lining' || key === 'bow') return turn(true);
    if (namesValue(question, value)) return turn(true);
    if (['material', 'colour', 'pattern', 'neckline', 'fit', 'closure', 'movement', 'toe', 'heelType'].includes(key))
      return undefined;
  }
  return undefined;
}

/** Words that every yes/no question may hold besides the thing it asks for. */
const PLAIN_WORDS = new Set(
  'come include have has with made make real really actual actually true truly item piece dress pair headphone bag shoe boot jacket coat jumper watch listing seller product good'.split(
    ' ',
  ),
);

function asksMore(question: Question, keys: string[], attributes: Map<string, EvidencePassage>): boolean {
  if (!/^[ -~’“”]+$/.test(question.text) || keys.length === 0) return false;
  const covered = new Set(
    keys.flatMap((key) => {
      const value = attributes.get(key)!.attribute!.value;
      return contentWords(`${(ASKED_BY[key] ?? []).join(' ')} ${String(value).replace(/-/g, ' ')} ${key}`).map(
        (word) => word.stem,
      );
    }),
  );
  for (const aspect of question.aspects) {
    for (const name of opinionLexicon().byId.get(aspect)?.names.en ?? [])
      for (const word of contentWords(name)) covered.add(word.stem);
  }
  return question.content.some(
    (word) => !covered.has(word.stem) && !PLAIN_WORDS.has(word.text) && !PLAIN_WORDS.has(word.stem),
  );
}
