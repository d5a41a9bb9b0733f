/** Alternative texts in English, Chinese and Persian, from the same attributes as the drawing. */
import type { View } from './draw-listing.ts';
import type { DemoListing } from './traits.ts';
import { readWear, type Wear } from './wear.ts';

export interface AltText {
  en: string;
  zh: string;
  fa: string;
}
type Words = Record<string, readonly [en: string, zh: string, fa: string]>;

const CATEGORY: Words = {
  dresses: ['dress', '连衣裙', 'پیراهن زنانه'],
  't-shirts': ['T-shirt', 'T恤', 'تی‌شرت'],
  blouses: ['blouse', '女式上衣', 'بلوز'],
  shirts: ['shirt', '衬衫', 'پیراهن دکمه‌دار'],
  jumpers: ['jumper', '毛衣', 'پلیور'],
  cardigans: ['cardigan', '开衫', 'ژاکت بافتنی'],
  blazers: ['blazer', '西装外套', 'کت تک'],
  coats: ['coat', '大衣', 'پالتو'],
  'puffer-jackets': ['puffer jacket', '羽绒服', 'کاپشن پفی'],
  'rain-jackets': ['rain jacket', '雨衣', 'بارانی'],
  'denim-jackets': ['denim jacket', '牛仔外套', 'کت جین'],
  jeans: ['jeans', '牛仔裤', 'شلوار جین'],
  trousers: ['trousers', '长裤', 'شلوار'],
  skirts: ['skirt', '半身裙', 'دامن'],
  trainers: ['pair of trainers', '运动鞋', 'کتانی'],
  heels: ['pair of heels', '高跟鞋', 'کفش پاشنه‌دار'],
  'ankle-boots': ['pair of ankle boots', '短靴', 'نیم‌بوت'],
  'hiking-boots': ['pair of hiking boots', '登山靴', 'بوت کوه‌نوردی'],
  loafers: ['pair of loafers', '乐福鞋', 'کفش کالج'],
  sandals: ['pair of sandals', '凉鞋', 'صندل'],
  handbags: ['handbag', '手袋', 'کیف دستی'],
  'tote-bags': ['tote bag', '托特包', 'کیف توت'],
  backpacks: ['backpack', '双肩包', 'کوله‌پشتی'],
  scarves: ['scarf', '围巾', 'شال'],
  hats: ['hat', '帽子', 'کلاه'],
  necklaces: ['necklace', '项链', 'گردنبند'],
  earrings: ['pair of earrings', '耳环', 'گوشواره'],
  watches: ['watch', '手表', 'ساعت مچی'],
  sunglasses: ['pair of sunglasses', '太阳镜', 'عینک آفتابی'],
  headphones: ['pair of headphones', '耳机', 'هدفون'],
  earbuds: ['pair of earbuds', '入耳式耳机', 'ایرباد'],
  'water-bottles': ['water bottle', '水瓶', 'قمقمه'],
  headlamps: ['headlamp', '头灯', 'چراغ پیشانی'],
  candles: ['candle', '蜡烛', 'شمع'],
  mugs: ['mug', '马克杯', 'ماگ'],
  notebooks: ['notebook', '笔记本', 'دفتر یادداشت'],
};
const COLOUR: Words = {
  black: ['black', '黑色', 'مشکی'],
  white: ['white', '白色', 'سفید'],
  ivory: ['ivory', '象牙白', 'عاجی'],
  cream: ['cream', '奶油色', 'کرم'],
  beige: ['beige', '米色', 'بژ'],
  sand: ['sand', '沙色', 'شنی'],
  camel: ['camel', '驼色', 'شتری'],
  tan: ['tan', '棕褐色', 'عسلی'],
  brown: ['brown', '棕色', 'قهوه‌ای'],
  chestnut: ['chestnut', '栗色', 'شاه‌بلوطی'],
  grey: ['grey', '灰色', 'خاکستری'],
  charcoal: ['charcoal', '炭灰色', 'زغالی'],
  silver: ['silver', '银色', 'نقره‌ای'],
  navy: ['navy', '藏青色', 'سرمه‌ای'],
  blue: ['blue', '蓝色', 'آبی'],
  'light-blue': ['light blue', '浅蓝色', 'آبی روشن'],
  teal: ['teal', '蓝绿色', 'سبزآبی'],
  turquoise: ['turquoise', '绿松石色', 'فیروزه‌ای'],
  green: ['green', '绿色', 'سبز'],
  olive: ['olive', '橄榄绿', 'زیتونی'],
  sage: ['sage', '鼠尾草绿', 'سبز مریم‌گلی'],
  'bottle-green': ['bottle-green', '墨绿色', 'سبز یشمی'],
  yellow: ['yellow', '黄色', 'زرد'],
  mustard: ['mustard', '芥末黄', 'خردلی'],
  gold: ['gold', '金色', 'طلایی'],
  orange: ['orange', '橙色', 'نارنجی'],
  rust: ['rust', '铁锈红', 'آجری'],
  coral: ['coral', '珊瑚色', 'مرجانی'],
  pink: ['pink', '粉色', 'صورتی'],
  blush: ['blush', '裸粉色', 'گلبهی'],
  fuchsia: ['fuchsia', '玫红色', 'سرخابی'],
  red: ['red', '红色', 'قرمز'],
  burgundy: ['burgundy', '酒红色', 'زرشکی'],
  purple: ['purple', '紫色', 'بنفش'],
  lilac: ['lilac', '丁香紫', 'یاسی'],
  plum: ['plum', '梅紫色', 'آلویی'],
  multicolour: ['multicoloured', '多色', 'رنگارنگ'],
};
const PATTERN: Words = {
  stripe: ['striped', '条纹', 'راه‌راه'],
  breton: ['Breton-striped', '海魂条纹', 'راه‌راه ملوانی'],
  pinstripe: ['pinstriped', '细条纹', 'راه‌راه ریز'],
  plaid: ['plaid', '格纹', 'چهارخانه'],
  gingham: ['gingham', '方格', 'چهارخانهٔ ریز'],
  houndstooth: ['houndstooth', '千鸟格', 'پپیتا'],
  herringbone: ['herringbone', '人字纹', 'جناغی'],
  'polka-dot': ['polka-dot', '波点', 'خال‌خالی'],
  floral: ['floral', '碎花', 'گل‌دار'],
  cable: ['cable-knit', '麻花针织', 'بافت کابلی'],
  'colour-block': ['colour-block', '拼色', 'چندتکه‌رنگ'],
  animal: ['animal-print', '动物纹', 'طرح حیوانی'],
  embroidered: ['embroidered', '刺绣', 'گلدوزی‌شده'],
};
const MATERIAL: Words = {
  cotton: ['cotton', '棉', 'پنبه'],
  linen: ['linen', '亚麻', 'کتان'],
  silk: ['silk', '真丝', 'ابریشم'],
  satin: ['satin', '缎面', 'ساتن'],
  velvet: ['velvet', '丝绒', 'مخمل'],
  wool: ['wool', '羊毛', 'پشم'],
  cashmere: ['cashmere', '羊绒', 'کشمیر'],
  mohair: ['mohair', '马海毛', 'موهر'],
  alpaca: ['alpaca', '羊驼毛', 'آلپاکا'],
  denim: ['denim', '牛仔布', 'جین'],
  leather: ['leather', '皮革', 'چرم'],
  suede: ['suede', '麂皮', 'جیر'],
  'faux-leather': ['faux leather', '人造革', 'چرم مصنوعی'],
  'faux-fur': ['faux fur', '人造毛皮', 'خز مصنوعی'],
  polyester: ['polyester', '涤纶', 'پلی‌استر'],
  viscose: ['viscose', '粘胶', 'ویسکوز'],
  nylon: ['nylon', '尼龙', 'نایلون'],
  chiffon: ['chiffon', '雪纺', 'شیفون'],
  tulle: ['tulle', '薄纱', 'تور'],
  lace: ['lace', '蕾丝', 'گیپور'],
  corduroy: ['corduroy', '灯芯绒', 'مخمل کبریتی'],
  tweed: ['tweed', '粗花呢', 'توئید'],
  jersey: ['jersey', '针织布', 'جرسه'],
  fleece: ['fleece', '抓绒', 'پلار'],
  down: ['down', '羽绒', 'پر'],
  canvas: ['canvas', '帆布', 'برزنت'],
  straw: ['straw', '草编', 'حصیر'],
  rubber: ['rubber', '橡胶', 'لاستیک'],
  mesh: ['mesh', '网面', 'توری'],
  sequins: ['sequins', '亮片', 'پولک'],
  'stainless-steel': ['stainless steel', '不锈钢', 'استیل'],
  aluminium: ['aluminium', '铝', 'آلومینیوم'],
  titanium: ['titanium', '钛', 'تیتانیوم'],
  'gold-plated': ['gold plate', '镀金', 'روکش طلا'],
  'sterling-silver': ['sterling silver', '纯银', 'نقره'],
  brass: ['brass', '黄铜', 'برنج'],
  pearl: ['pearl', '珍珠', 'مروارید'],
  plastic: ['plastic', '塑料', 'پلاستیک'],
  glass: ['glass', '玻璃', 'شیشه'],
  ceramic: ['ceramic', '陶瓷', 'سرامیک'],
  wax: ['wax', '蜡', 'موم'],
  paper: ['paper', '纸', 'کاغذ'],
  bamboo: ['bamboo', '竹', 'بامبو'],
  'recycled-polyester': ['recycled polyester', '再生涤纶', 'پلی‌استر بازیافتی'],
  merino: ['merino', '美利奴羊毛', 'مرینو'],
};
const LENGTH: Words = {
  mini: ['mini length', '超短款', 'مینی'],
  'above-knee': ['above the knee', '膝上', 'بالای زانو'],
  knee: ['knee length', '及膝', 'تا زانو'],
  midi: ['midi length', '中长款', 'میدی'],
  ankle: ['ankle length', '及踝', 'تا مچ پا'],
  floor: ['floor length', '拖地长款', 'بلند تا زمین'],
  cropped: ['cropped', '短款', 'کوتاه'],
  hip: ['hip length', '及臀', 'تا باسن'],
  thigh: ['thigh length', '中长', 'تا ران'],
};
const NECK: Words = {
  crew: ['crew neck', '圆领', 'یقه‌گرد'],
  'v-neck': ['V-neck', 'V领', 'یقه‌هفت'],
  scoop: ['scoop neck', '大圆领', 'یقهٔ باز گرد'],
  square: ['square neck', '方领', 'یقهٔ خشتی'],
  sweetheart: ['sweetheart neckline', '心形领', 'یقهٔ دلبری'],
  halter: ['halter neck', '挂脖', 'یقهٔ پشت‌گردنی'],
  'off-shoulder': ['off the shoulder', '一字露肩', 'یقهٔ رومی'],
  'one-shoulder': ['one shoulder', '单肩', 'تک‌شانه'],
  boat: ['boat neck', '船领', 'یقهٔ قایقی'],
  turtleneck: ['roll neck', '高领', 'یقه‌اسکی'],
  'shirt-collar': ['shirt collar', '衬衫领', 'یقهٔ پیراهنی'],
  cowl: ['cowl neck', '垂褶领', 'یقهٔ شل'],
  strapless: ['strapless', '抹胸', 'دکلته'],
  'notch-lapel': ['notched lapels', '平驳领', 'یقهٔ انگلیسی'],
  shawl: ['shawl collar', '青果领', 'یقهٔ شال'],
  hood: ['hood', '连帽', 'کلاه‌دار'],
};
const KIND: Words = {
  'over-ear': ['over-ear', '头戴包耳式', 'روگوشی بزرگ'],
  'on-ear': ['on-ear', '贴耳式', 'روی گوش'],
  'in-ear': ['in-ear', '入耳式', 'توگوشی'],
  'open-ear': ['open-ear', '开放式', 'گوش‌باز'],
  'bone-conduction': ['bone-conduction', '骨传导', 'رسانش استخوانی'],
  neckband: ['neckband', '颈挂式', 'دورگردنی'],
  trench: ['trench', '风衣款', 'ترنچ'],
  duffle: ['duffle', '牛角扣', 'دافل'],
  cape: ['cape', '斗篷', 'شنلی'],
  beanie: ['beanie', '针织帽', 'بینی'],
  fedora: ['fedora', '费多拉', 'فدورا'],
  bucket: ['bucket', '水桶款', 'باکت'],
  beret: ['beret', '贝雷帽', 'بره'],
  straw: ['straw', '草编', 'حصیری'],
  flap: ['flap', '翻盖', 'درپوش‌دار'],
  crossbody: ['crossbody', '斜挎', 'کج'],
  clutch: ['clutch', '手拿', 'کلاچ'],
  'top-handle': ['top-handle', '手提', 'دسته‌کوتاه'],
  pearls: ['pearl', '珍珠', 'مرواریدی'],
  chain: ['chain', '链条', 'زنجیری'],
  pendant: ['pendant', '吊坠', 'آویزدار'],
  hoops: ['hoop', '圈形', 'حلقه‌ای'],
  studs: ['stud', '耳钉', 'میخی'],
  drops: ['drop', '垂坠', 'آویزی'],
};
const PLACE: Words = {
  front: ['at the front', '前面', 'در جلو'],
  back: ['at the back', '背后', 'در پشت'],
  waist: ['at the waist', '腰间', 'در کمر'],
  neck: ['at the neck', '领口', 'دور یقه'],
  shoulder: ['on the shoulder', '肩上', 'روی شانه'],
  side: ['at the side', '侧面', 'در پهلو'],
};
const VIEW: Record<View, readonly [string, string, string]> = {
  front: ['front view', '正面', 'نمای جلو'],
  detail: ['close-up', '细节', 'نمای نزدیک'],
  back: ['back view', '背面', 'نمای پشت'],
  folded: ['folded', '折叠', 'تاشده'],
};
const WEAR: Record<Wear, readonly [string, string, string]> = {
  pilling: ['some pilling', '轻微起球', 'کمی پرز'],
  'pulled-thread': ['a pulled thread', '一处抽丝', 'یک نخ‌کش'],
  crack: ['a fine crack', '细小裂纹', 'ترک ریز'],
  scuff: ['light scuffs', '轻微磨痕', 'ساییدگی جزئی'],
  dent: ['a small dent', '一处小凹', 'فرورفتگی کوچک'],
  stain: ['a faint mark', '一处淡痕', 'لکهٔ کم‌رنگ'],
  fade: ['slight fading', '轻微褪色', 'کمی رنگ‌پریدگی'],
  mend: ['a small repair', '一处修补', 'ترمیم کوچک'],
};

export function describePicture(listing: DemoListing, view: View): AltText {
  const { attributes: a } = listing;
  const text = (key: string): string => (typeof a[key] === 'string' ? a[key] : '');
  const wear = view === 'detail' ? readWear(listing.conditionNote ?? '') : null;
  const bow = text('bow');
  const say = (n: 0 | 1 | 2): string => {
    const look = (words: Words, key: string): string => words[text(key)]?.[n] ?? '';
    const category = CATEGORY[listing.category]?.[n] ?? listing.category;
    const kind = look(KIND, 'style') || look(KIND, 'headphoneType');
    const colour = [look(COLOUR, 'colour'), look(COLOUR, 'colour2')].filter(Boolean);
    const shape = [look(NECK, 'neckline'), look(LENGTH, 'length')].filter(Boolean);
    const place = PLACE[text('bowPosition')]?.[n] ?? '';
    const sign = wear ? WEAR[wear][n] : '';
    if (n === 0) {
      const words = [colour.join(' and '), look(PATTERN, 'pattern'), look(MATERIAL, 'material'), kind, category]
        .filter(Boolean)
        .join(' ');
      const tie = bow === 'big' || bow === 'small' ? `${bow === 'big' ? 'a big' : 'a small'} bow ${place}`.trim() : '';
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}${[...shape, tie]
        .filter(Boolean)
        .map((s) => `, ${s}`)
        .join('')}; ${VIEW[view][0]}${sign ? ` showing ${sign}` : ''}.`;
    }
    if (n === 1) {
      const tie = bow === 'big' || bow === 'small' ? `${place}${bow === 'big' ? '大' : '小'}蝴蝶结` : '';
      return `${colour.join('与')}${look(PATTERN, 'pattern')}${look(MATERIAL, 'material')}${kind}${category}${[
        ...shape,
        tie,
      ]
        .filter(Boolean)
        .map((s) => `，${s}`)
        .join('')}；${VIEW[view][1]}${sign ? `，可见${sign}` : ''}。`;
    }
    const tie = bow === 'big' || bow === 'small' ? `پاپیون ${bow === 'big' ? 'بزرگ' : 'کوچک'} ${place}`.trim() : '';
    const material = look(MATERIAL, 'material');
    return `${[category, kind, look(PATTERN, 'pattern'), material ? `از جنس ${material}` : '', colour.length ? `به رنگ ${colour.join(' و ')}` : ''].filter(Boolean).join(' ')}${[
      ...shape,
      tie,
    ]
      .filter(Boolean)
      .map((s) => `، ${s}`)
      .join('')}؛ ${VIEW[view][2]}${sign ? ` با ${sign}` : ''}.`;
  };
  return { en: say(0), zh: say(1), fa: say(2) };
}
