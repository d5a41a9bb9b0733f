import type { AttributeValue, Phrase, ValueLabel } from './message-types.ts';

type Attributes = Record<string, AttributeValue>;

const NAMES: Record<string, string> = {
  colour: '颜色',
  colour2: '配色',
  pattern: '图案',
  material: '材质',
  materialShare: '成分',
  lining: '里料',
  length: '长度',
  neckline: '领型',
  sleeve: '袖型',
  silhouette: '版型',
  fit: '松紧',
  bow: '蝴蝶结',
  bowPosition: '蝴蝶结位置',
  details: '细节',
  closure: '开合方式',
  care: '洗涤',
  lined: '有无里衬',
  pockets: '口袋',
  stretch: '弹性',
  season: '季节',
  occasion: '适合场合',
  waterproof: '防水',
  waterRating: '防水等级',
  warmth: '保暖',
  lengthCm: '长度',
  bustCm: '胸围',
  waistCm: '腰围',
  hipsCm: '臀围',
  shoulderCm: '肩宽',
  sleeveCm: '袖长',
  insideLegCm: '内侧裤长',
  heelHeightCm: '跟高',
  shaftHeightCm: '靴筒高',
  widthCm: '宽',
  heightCm: '高',
  depthCm: '厚',
  strapDropCm: '肩带垂长',
  weightGrams: '重量',
  capacityLitres: '容量',
  heelType: '鞋跟',
  toe: '鞋头',
  headphoneType: '类型',
  wireless: '无线',
  noiseCancelling: '降噪',
  batteryHours: '续航',
  chargeMinutes: '充电时间',
  bass: '低音',
  driverMm: '单元',
  impedanceOhm: '阻抗',
  microphone: '麦克风',
  multipoint: '同时连两台设备',
  transparencyMode: '通透模式',
  codec: '编码',
  bluetoothVersion: '蓝牙',
  foldable: '可折叠',
  jack35: '3.5 毫米接口',
  lumens: '亮度',
  capacityMl: '容量',
  insulated: '保温',
  hotHours: '保热',
  coldHours: '保冷',
  rainCover: '防雨罩',
  hydrationCompatible: '可放水袋',
  seamTaped: '压胶',
  burnHours: '燃烧时间',
  scent: '香型',
  pages: '页数',
  paperGsm: '纸张克重',
  ruling: '内页',
  dishwasherSafe: '洗碗机',
  movement: '机芯',
  caseMm: '表径',
  waterResistanceM: '防水深度',
  uvProtection: '防紫外线',
  polarised: '偏光',
  giftBox: '礼盒',
  style: '款式',
  condition: '成色',
  size: '尺码',
  brand: '品牌',
  shipsWithinDays: '发货时间',
};

const UNITS: Record<string, string> = {
  shipsWithinDays: '天',
  batteryHours: '小时',
  hotHours: '小时',
  coldHours: '小时',
  burnHours: '小时',
  chargeMinutes: '分钟',
  driverMm: '毫米',
  impedanceOhm: '欧',
  lumens: '流明',
  capacityMl: '毫升',
  capacityLitres: '升',
  weightGrams: '克',
  pages: '页',
  paperGsm: '克',
  caseMm: '毫米',
  waterResistanceM: '米',
};

/** The Chinese name of an attribute. */
export function attributeNameZh(key: string): string {
  return NAMES[key] ?? key;
}

/** An attribute's value for a table cell in Chinese. */
export function cellZh(key: string, value: AttributeValue, label: ValueLabel): string {
  if (typeof value === 'boolean') return value ? '有' : '无';
  if (Array.isArray(value)) return value.map((one) => label(key, one)).join('、');
  if (typeof value === 'number') return `${value}${UNITS[key] ? ` ${UNITS[key]}` : key.endsWith('Cm') ? ' 厘米' : ''}`;
  return key === 'materialShare' || key === 'scent' ? value : label(key, value);
}

/** An attribute as part of a Chinese sentence; `is` stands as a description of its own, `has` as well. */
export function phraseZh(key: string, value: AttributeValue, all: Attributes, label: ValueLabel): Phrase | undefined {
  const is = (text: string): Phrase => ({ form: 'is', text });
  const has = (text: string): Phrase => ({ form: 'has', text });
  const named = (one: AttributeValue) => label(key, String(one));
  const many = () => (Array.isArray(value) ? value : [String(value)]).map(named).join('、');
  switch (key) {
    case 'colour':
      return is(all.colour2 ? `${named(value)}配${label('colour', String(all.colour2))}` : named(value));
    case 'pattern':
      return is(value === 'plain' ? '纯色' : `${named(value)}图案`);
    case 'material':
      return is(`${named(value)}材质`);
    case 'materialShare':
      return is(`成分为 ${String(value)}`);
    case 'lining':
      return is(value === 'none' ? '没有里料' : `里料为${named(value)}`);
    case 'lined':
      return is(value ? '带里衬' : '不带里衬');
    case 'length':
      return is(
        value === 'floor'
          ? '长及地面'
          : value === 'ankle'
            ? '长至脚踝'
            : value === 'midi'
              ? '中长款'
              : value === 'knee'
                ? '长至膝盖'
                : value === 'mini'
                  ? '短款'
                  : `${named(value)}长度`,
      );
    case 'lengthCm':
      return is(`长 ${String(value)} 厘米`);
    case 'neckline':
    case 'fit':
    case 'silhouette':
      return is(named(value));
    case 'sleeve':
      return is(named(value));
    case 'bow':
      return has(
        value === 'none' ? '没有蝴蝶结' : `${bowPlace(all.bowPosition)}有一个${value === 'big' ? '大' : '小'}蝴蝶结`,
      );
    case 'bowPosition':
      return has(`${bowPlace(value)}有蝴蝶结`);
    case 'details':
      return has(`带${many()}`);
    case 'closure':
      return is(value === 'slip-on' ? '直接套穿' : `${named(value)}开合`);
    case 'care':
      return is(
        value === 'machine-wash'
          ? '可以机洗'
          : value === 'hand-wash'
            ? '需要手洗'
            : value === 'dry-clean'
              ? '只能干洗'
              : '只能局部清洁',
      );
    case 'pockets':
      return has(value ? '有口袋' : '没有口袋');
    case 'stretch':
      return has(value === 'none' ? '没有弹性' : value === 'high' ? '弹性很大' : '略有弹性');
    case 'season':
    case 'occasion':
      return is(value === 'gift' || String(value) === 'gift' ? '适合送礼' : `适合${many()}`);
    case 'waterproof':
      return is(value === 'none' ? '不防水' : value === 'waterproof' ? '防水' : '防泼水，但不完全防水');
    case 'waterRating':
      return is(`防水等级 ${String(value)}`);
    case 'warmth':
      return is(value === 'light' ? '轻薄款' : value === 'medium' ? '保暖度中等' : '保暖');
    case 'heelHeightCm':
      return has(`跟高 ${String(value)} 厘米`);
    case 'heelType':
      return has(named(value));
    case 'toe':
      return has(named(value));
    case 'weightGrams':
      return is(`重 ${String(value)} 克`);
    case 'capacityLitres':
      return is(`容量 ${String(value)} 升`);
    case 'capacityMl':
      return is(`容量 ${String(value)} 毫升`);
    case 'headphoneType':
      return is(named(value));
    case 'wireless':
      return is(value ? '无线' : '有线');
    case 'noiseCancelling':
      return has(value === 'none' ? '没有降噪' : value === 'passive' ? '被动隔音' : '主动降噪');
    case 'shipsWithinDays':
      return is(`${String(value)} 天内发货`);
    case 'batteryHours':
      return has(`续航 ${String(value)} 小时`);
    case 'chargeMinutes':
      return has(`充满电需要 ${String(value)} 分钟`);
    case 'bass':
      return has(value === 'strong' ? '低音强劲' : value === 'balanced' ? '低音均衡' : '低音偏少');
    case 'driverMm':
      return has(`${String(value)} 毫米单元`);
    case 'impedanceOhm':
      return has(`阻抗 ${String(value)} 欧`);
    case 'microphone':
      return has(value ? '带麦克风' : '没有麦克风');
    case 'multipoint':
      return has(value ? '可以同时连接两台设备' : '一次只能连接一台设备');
    case 'transparencyMode':
      return has(value ? '有通透模式' : '没有通透模式');
    case 'codec':
      return has(`支持 ${(Array.isArray(value) ? value : [String(value)]).join('、')}`);
    case 'bluetoothVersion':
      return has(`蓝牙 ${String(value)}`);
    case 'foldable':
      return is(value ? '可以折叠' : '不能折叠');
    case 'jack35':
      return has(value ? '有 3.5 毫米接口' : '没有 3.5 毫米接口');
    case 'lumens':
      return has(`最高 ${String(value)} 流明`);
    case 'insulated':
      return is(value ? '有保温层' : '没有保温层');
    case 'hotHours':
      return is(`保热 ${String(value)} 小时`);
    case 'coldHours':
      return is(`保冷 ${String(value)} 小时`);
    case 'rainCover':
      return has(value ? '带防雨罩' : '不带防雨罩');
    case 'seamTaped':
      return has(value ? '接缝压胶' : '接缝没有压胶');
    case 'hydrationCompatible':
      return has(value ? '可以放水袋' : '不能放水袋');
    case 'burnHours':
      return is(`可燃烧 ${String(value)} 小时`);
    case 'scent':
      return has(/^(?:none|unscented|no |无)/i.test(String(value)) ? '没有香味' : `香型为“${String(value)}”`);
    case 'pages':
      return has(`${String(value)} 页`);
    case 'paperGsm':
      return has(`${String(value)} 克纸`);
    case 'ruling':
      return has(`${named(value)}内页`);
    case 'dishwasherSafe':
      return is(value ? '可以进洗碗机' : '不能进洗碗机');
    case 'movement':
      return has(`${named(value)}机芯`);
    case 'caseMm':
      return has(`表径 ${String(value)} 毫米`);
    case 'waterResistanceM':
      return is(`防水 ${String(value)} 米`);
    case 'uvProtection':
      return has(`${String(value)} 镜片`);
    case 'polarised':
      return has(value ? '偏光镜片' : '不带偏光的镜片');
    case 'giftBox':
      return has(value ? '附礼盒' : '不附礼盒');
    case 'condition':
      return is(`成色${named(value)}`);
    case 'size':
      return is(`${String(value)} 码`);
    case 'brand':
      return is(`${String(value)} 品牌`);
    default:
      if (typeof value === 'boolean' || key === 'colour2') return undefined;
      return has(`${attributeNameZh(key)} ${cellZh(key, value, label)}`);
  }
}

function bowPlace(position: AttributeValue | undefined): string {
  const places: Record<string, string> = {
    front: '正面',
    back: '背后',
    waist: '腰间',
    neck: '领口',
    shoulder: '肩上',
    side: '侧面',
  };
  return places[String(position ?? '')] ?? '';
}
