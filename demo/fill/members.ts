import type { Locale } from '#contract/common';
import type { NewMember } from '#modules/identity';
import type { DemoTime } from './demo-time.ts';
import { createRandom, pickNumber, pickWeighted } from './seeded-random.ts';

export type DemoMember = NewMember & {
  language: Locale;
  /** How many listings they like, roughly; most people like few. */
  eagerness: number;
  department: 'women' | 'men' | 'children';
};

const memberCount = 300;

const names: Record<Locale, { given: string; family: string; joined: (given: string, family: string) => string }> = {
  en: {
    given:
      'Ada Agnes Alba Amara Aoife Beatrix Bruno Callum Cora Dario Delphine Dorothea Edda Elif Emeka Esme Fergus Fleur Freya Gideon Greta Hana Harriet Idris Imogen Ivo Jonas Juno Kamala Kofi Lena Leocadia Lorcan Lotte Luca Mabel Malik Maren Mateo Mina Nadia Nell Niamh Odile Oscar Otto Petra Priya Quinn Rafael Rosa Ruben Saskia Silas Sunniva Tamsin Thea Tobias Una Vera Wilf Yara Zora',
    family:
      'Abbot Adeyemi Amundsen Baptiste Barrow Birch Castellan Coyle Dalgaard Darrow Eklund Fairweather Farrow Garrick Hale Haugen Holloway Iyer Jardine Kessler Kowal Lindqvist Lockhart Marchetti Mbeki Moreau Navarro Nyberg Okafor Osei Pascoe Penrose Quayle Rasmussen Rowe Sandoval Sorel Tanaka Thorne Udall Vance Varga Whitlock Wren Yilmaz Zeller',
    joined: (given, family) => `${given} ${family}`,
  },
  zh: {
    given:
      '安然 白露 采薇 初晴 丹青 典典 恩竹 方舟 谷雨 海若 寒汀 禾禾 佳木 嘉禾 锦年 静姝 可可 乐之 立夏 明月 沐阳 宁远 念慈 青禾 清和 秋白 如意 若水 思远 书影 舒窈 听澜 婉清 望舒 温言 夕颜 晓棠 心远 雪见 雅南 一鸣 映雪 雨霏 远山 云舟 知夏 子衿 梓萱',
    family:
      '陈 程 邓 丁 董 杜 方 冯 傅 高 顾 郭 韩 何 贺 胡 黄 江 姜 孔 李 梁 林 刘 陆 罗 吕 孟 潘 彭 钱 秦 沈 宋 苏 孙 唐 陶 王 魏 吴 夏 谢 徐 许 严 杨 叶 余 张 赵 郑 周 朱',
    joined: (given, family) => `${family}${given}`,
  },
  fa: {
    given:
      'آرزو آرش آناهیتا الهام امیر بابک بهار بهرام پریسا پویا ترانه جواد حمید دریا رضا رویا زهرا ژاله سارا سامان سپیده سحر سعید سیما شادی شهرام شیرین فرهاد فریبا کاوه کیمیا گلناز لاله لیلا مانی مرجان مریم مهتاب مهران مینا نازنین نرگس نسرین نگار نیلوفر هستی همایون یاسمن',
    family:
      'آذری احمدی اسدی اکبری امینی بهرامی پارسا تهرانی جعفری حسینی حیدری خسروی دانش راد رستمی رضایی زمانی ساعدی سلیمی شریفی شمس صادقی طاهری عباسی فرهادی قاسمی کاظمی کرمی کیانی گودرزی محمدی مرادی ملکی مهرابی نادری نجفی نوری همتی یزدانی',
    joined: (given, family) => `${given} ${family}`,
  },
};

/** The people whose likes and follows the demo counts; nobody can sign in as them. */
export function createMembers(time: DemoTime): DemoMember[] {
  const random = createRandom('members');
  const taken = new Set<string>();
  const members: DemoMember[] = [];
  while (members.length < memberCount) {
    const language = pickWeighted<Locale>(random, [
      ['en', 5],
      ['zh', 3],
      ['fa', 2],
    ]);
    const { given, family, joined } = names[language];
    const pickWord = (words: string) => words.split(' ')[pickNumber(random, 0, words.split(' ').length - 1)]!;
    const name = joined(pickWord(given), pickWord(family));
    if (taken.has(name)) continue;
    taken.add(name);
    const number = String(members.length + 1).padStart(3, '0');
    const createdAt = time.at(pickNumber(random, 3, 700), name);
    const eagerness = 6 + Math.floor(24 * (-Math.log(1 - random())) ** 1.4);
    const department = pickWeighted(random, [
      ['women', 60],
      ['men', 34],
      ['children', 6],
    ] as const);
    const id = `demo-member-${number}`;
    members.push({ id, name, email: `${id}@example.org`, createdAt, language, eagerness, department });
  }
  return members;
}
