import { attributeNameZh, cellZh, phraseZh } from './attributes-zh.ts';
import type { CountWords, Messages, Phrase } from './message-types.ts';

const LANGUAGE_NAMES = { en: '英文', zh: '中文', fa: '波斯文' } as const;

function list(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}和${items.at(-1)}`;
}

function describe(phrases: Phrase[]): string {
  return [...phrases.filter((phrase) => phrase.form === 'is'), ...phrases.filter((phrase) => phrase.form === 'has')]
    .map((phrase) => phrase.text)
    .join('，');
}

function count(words: CountWords): string {
  if (words.of === 1) return `唯一一条提到${words.aspect}的评价${words.says}。`;
  if (words.count === words.of) return `提到${words.aspect}的 ${words.of} 条评价都${words.says}。`;
  return `提到${words.aspect}的 ${words.of} 条评价里，有 ${words.count} 条${words.says}。`;
}

/** What an answer says in Simplified Chinese. */
export const zh: Messages = {
  language: 'zh',
  number: (value) => String(value),
  list,
  title: (text) => `「${text}」`,
  languageName: (language) => LANGUAGE_NAMES[language],
  quote(text, voice, foreign) {
    const mark = foreign ? `（${LANGUAGE_NAMES[foreign]}）` : '';
    const said = `“${text}”`;
    switch (voice.kind) {
      case 'owner':
        return `买家${voice.name ? ` ${voice.name} ` : ''}写道${mark}：${said}`;
      case 'seller':
        return `卖家写道${mark}：${said}`;
      case 'answer':
        return `${voice.name ? `${voice.name} ` : '有买家'}回答过${mark}：${said}`;
      case 'attribute':
        return `商品信息写明${mark}：${said}`;
      case 'title':
        return `商品标题写着${mark}：${said}`;
      default:
        return voice.title ? `《${voice.title}》里写道${mark}：${said}` : `指南里写道${mark}：${said}`;
    }
  },
  phrase: phraseZh,
  attributeName: attributeNameZh,
  cell: cellZh,
  describe,

  bestMatch: (title, phrases) => `最符合的是「${title}」：${describe(phrases)}。`,
  bestMatchPlain: (title) => `最符合的是「${title}」。`,
  bestMatchInBudget: (title, phrases) => `在您的预算内，最符合的是「${title}」：${describe(phrases)}。`,
  card: (phrases) => `${describe(phrases)}。`,
  alternative: (title, phrases) => `「${title}」也值得看看：${describe(phrases)}。`,
  listedFor: (occasions) => `卖家推荐的场合是${list(occasions)}。`,
  byPrice: (isDear) =>
    isDear
      ? '价位按目前在售的同类商品来看：最便宜的三分之一没有列入。'
      : '价位按目前在售的同类商品来看：最贵的三分之一没有列入。',
  notFound: (wishes) => `没有找到的：它的描述和评价都没有提到${list(wishes)}。`,
  nothingFits: () => '目前在售的商品里，没有一件完全符合。',
  nothingFitsButNear: (near) => `目前在售的商品里，没有一件完全符合。如果能放宽一个条件，有 ${near} 件很接近。`,

  count,
  countShort: (words) => `${words.of} 条里 ${words.count} 条${words.says}`,
  ownersRow: (aspect) => `买家谈${aspect}`,
  opinionsDiffer(sides) {
    const first = sides[0];
    if (!first) return '';
    return `买家意见不一：谈到${first.aspect}的 ${first.of} 条评价里，${sides.map((side) => `${side.count} 条${side.says}`).join('，')}。`;
  },
  listingSays: (phrases) => `根据商品信息，这件${describe(phrases)}。`,
  yes: (phrases) => `是的。根据商品信息：${describe(phrases)}。`,
  no: (phrases) => `不是。根据商品信息：${describe(phrases)}。`,
  ownersDisagree: (words) => `不过也有不同意见：${count(words)}`,
  askedBefore: (question) => `之前有人问过：“${question}”`,
  abstain: (topic) => (topic ? `描述、问答和评价里都没有提到${topic}。` : '描述、问答和评价里都没有答案。'),
  abstainNothing: () => '目前还没有相关的文字资料。',

  point: (heading, text, foreign) =>
    foreign ? `${heading}（${LANGUAGE_NAMES[foreign]}）：“${text}”` : `${heading}：${text}`,
  researchLead: (category) => `挑选${category}，主要看这几点：`,
  researchNothing: (category) => `还没有关于${category}的指南，下面是在售商品和买家评价里的信息。`,
  catalogueRange: (name, from, to, stated) => `${name}：标明的 ${stated} 件里，从 ${from}到 ${to}。`,
  catalogueCounts: (name, counts, stated) =>
    `${name}：标明的 ${stated} 件里，${counts.map(({ label, count: n }) => `${label} ${n} 件`).join('，')}。`,
  ownersMention: (aspects, reviews) =>
    `在 ${reviews} 条评价里，买家谈得最多的是${list(aspects.map(({ label, count: n }) => `${label}（${n} 条）`))}。`,
  comparisonLead: (sides) => `${list(sides)}的区别：`,
  comparisonNothing: (sides) => `没有找到能把${list(sides)}放在一起比较的可靠资料。`,
  differs: (name, cells) => `${name}：${cells.map(({ title, text }) => `「${title}」${text}`).join('，')}。`,
  sameOn: (names) => `相同的地方：${list(names)}。`,
  giftLead: (title, phrases) =>
    phrases.length > 0 ? `可以先看看「${title}」：${describe(phrases)}。` : `可以先看看「${title}」。`,
  titles: {
    guide: '看什么，为什么',
    onHand: '目前在售的情况',
    owners: '买家谈得最多的',
    ownersSay: '买家怎么说',
    nearest: '最接近的内容',
    alsoGood: '也值得看看',
  },
  smallTalk: {
    greeting: '您好。告诉我您想找什么，或者问问您看中的那一件。',
    thanks: '不客气。还想了解什么，尽管问。',
    goodbye: '再见，欢迎随时再来。',
    who: '我是店里的助手，只根据卖家、买家和指南写下的内容回答，并标明每一句的出处。',
    other: '我可以帮您找东西、比较东西。您想找什么？',
  },
  outOfScope: '我只能回答和这里的商品有关的问题：找东西、做比较，以及卖家和买家怎么说。',
  orderSignIn: '查看订单请先登录，登录后可以在“我的订单”里看到每一步的进度。',
  forWhom: '想送给谁？',
  clarify: (labels) => `${labels.join('、')}，您更想要哪一种？`,
  notInSight: (count) => `这里一共只有 ${count} 件商品。`,
  wish: (label) => `“${label}”`,
};
