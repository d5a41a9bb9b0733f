/** What a UTF-16 code unit is to the lexer. */
export const CharacterClass = { space: 0, letter: 1, digit: 2, han: 3, arabic: 4, mark: 5, symbol: 6 } as const;

let classes: Uint8Array | undefined;
let folds: string[] | undefined;

const ARABIC_FOLDS: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ۂ: 'ه',
  ە: 'ه',
};

const SYMBOL_FOLDS: Record<string, string> = {
  '،': ',',
  '؛': ';',
  '؟': '?',
  '。': '.',
  '–': '-',
  '—': '-',
  '−': '-',
  '～': '~',
  '〜': '~',
  '…': '.',
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '`': "'",
  '٪': '%',
};

/** Traditional characters of shopping talk and their simplified forms. */
const TRADITIONAL =
  '紅红綠绿藍蓝黃黄銀银紫紫裙裙連连長长褲裤襯衬絲丝綢绸緞缎絨绒緊紧鬆松寬宽領领結结蝶蝶點点條条紋纹釦扣鈕纽靴靴涼凉運运動动帶带錶表鏈链鍊链環环飾饰鑽钻錢钱歐欧圓圆塊块過过預预算算買买賣卖給给錄录級级門门幾几個个這这麼么樣样嗎吗請请問问與与還还從从價价間间輕轻質质頭头戴戴藝艺電电腦脑機机無无線线聲声隊队禮礼節节親亲媽妈爸爸愛爱歡欢會会場场婚婚紗纱晚晚宴宴約约實实純纯顏颜羅罗亞亚麻麻針针織织壓压縮缩膠胶風风雨雨衣衣戶户腳脚圍围鏡镜傘伞燭烛筆笔記记書书夾夹襪袜內内爾尔號号碼码現现貨货訂订單单寄寄遞递費费優优惠惠顯显瘦瘦氣气優优雅雅復复復复簡简單单時时尚尚韓韩語语穩稳適适閨闺師师爺爷奶奶婆婆誕诞謝谢裡里裏里對对開开關关雙双隻只種种區区別别較较貴贵便便宜宜萬万龍龙紙纸寶宝鐵铁錫锡鋼钢鈦钛層层濕湿灣湾術术麗丽鮮鲜豔艳艷艳華华奪夺';

function buildTables(): { classes: Uint8Array; folds: string[] } {
  const classOf = new Uint8Array(65536);
  const foldOf = new Array<string>(65536).fill('');
  const letter = /\p{L}/u;
  const mark = /\p{M}/u;
  const digit = /\p{Nd}/u;
  const symbol = /[\p{P}\p{S}]/u;
  for (let code = 33; code < 65536; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCharCode(code);
    if (
      (code >= 0x3400 && code <= 0x9fff) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0x3040 && code <= 0x30ff)
    ) {
      classOf[code] = CharacterClass.han;
      foldOf[code] = character;
    } else if (code === 0x640 || mark.test(character)) {
      classOf[code] = CharacterClass.mark;
    } else if (digit.test(character)) {
      classOf[code] = CharacterClass.digit;
      foldOf[code] = String(digitValue(code));
    } else if (letter.test(character)) {
      const isArabic = (code >= 0x600 && code <= 0x77f) || (code >= 0xfb50 && code <= 0xfeff);
      classOf[code] = isArabic ? CharacterClass.arabic : CharacterClass.letter;
      foldOf[code] = foldLetter(character);
    } else if (symbol.test(character)) {
      classOf[code] = CharacterClass.symbol;
      foldOf[code] =
        SYMBOL_FOLDS[character] ?? (character === '、' ? character : character.normalize('NFKC').charAt(0));
    }
  }
  for (let index = 0; index + 1 < TRADITIONAL.length; index += 2) {
    foldOf[TRADITIONAL.charCodeAt(index)] = TRADITIONAL.charAt(index + 1);
  }
  return { classes: classOf, folds: foldOf };
}

/** Decimal digits of every script stand in runs of ten that begin at a zero. */
function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x660 && code <= 0x669) return code - 0x660;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return (code & 0xf) < 6 || (code & 0xf) > 9 ? (code & 0xf) % 10 : (code & 0xf) - 6;
}

function foldLetter(character: string): string {
  const arabic = ARABIC_FOLDS[character];
  if (arabic !== undefined) return arabic;
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return base
    .replace('ß', 'ss')
    .replace('ø', 'o')
    .replace('ł', 'l')
    .replace('æ', 'ae')
    .replace('œ', 'oe')
    .replace('ı', 'i');
}

/** Character classes by UTF-16 code unit (`CharacterClass`); built at first use. */
export function characterClasses(): Uint8Array {
  if (!classes) ({ classes, folds } = buildTables());
  return classes;
}

/**
 * What each UTF-16 code unit folds to: lower case without diacritics, Arabic letters to their Persian forms, digits of
 * every script to ASCII, full-width to half-width, common traditional characters to simplified. Empty where it vanishes.
 */
export function characterFolds(): string[] {
  if (!folds) ({ classes, folds } = buildTables());
  return folds;
}
