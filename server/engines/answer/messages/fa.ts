import { attributeNameFa, cellFa, persianDigits, phraseFa } from './attributes-fa.ts';
import type { CountWords, Messages, Phrase } from './message-types.ts';

const LANGUAGE_NAMES = { en: 'انگلیسی', zh: 'چینی', fa: 'فارسی' } as const;

function list(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join('، ')} و ${items.at(-1)}`;
}

function describe(phrases: Phrase[]): string {
  const is = phrases.filter((phrase) => phrase.form === 'is').map((phrase) => phrase.text);
  const has = phrases.filter((phrase) => phrase.form === 'has').map((phrase) => phrase.text);
  if (is.length === 0) return `${list(has)} دارد`;
  return has.length === 0 ? `${list(is)} است` : `${list(is)} است و ${list(has)} دارد`;
}

const n = persianDigits;

function count(words: CountWords): string {
  if (words.of === 1) return `در تنها نظری که به ${words.aspect} اشاره دارد، ${words.says}.`;
  if (words.count === words.of) return `در هر ${n(words.of)} نظری که به ${words.aspect} اشاره دارند، ${words.says}.`;
  return `در ${n(words.count)} نظر از ${n(words.of)} نظری که به ${words.aspect} اشاره دارند، ${words.says}.`;
}

/** What an answer says in Persian. */
export const fa: Messages = {
  language: 'fa',
  number: n,
  list,
  title: (text) => `«${text}»`,
  languageName: (language) => LANGUAGE_NAMES[language],
  quote(text, voice, foreign) {
    const mark = foreign ? ` (به ${LANGUAGE_NAMES[foreign]})` : '';
    const said = `«${text}»`;
    switch (voice.kind) {
      case 'owner':
        return `${voice.name ?? 'یکی از خریداران'} نوشته است${mark}: ${said}`;
      case 'seller':
        return `فروشنده نوشته است${mark}: ${said}`;
      case 'answer':
        return `${voice.name ?? 'یکی از خریداران'} پاسخ داده است${mark}: ${said}`;
      case 'attribute':
        return `در مشخصات آگهی آمده است${mark}: ${said}`;
      case 'title':
        return `در عنوان آگهی آمده است${mark}: ${said}`;
      default:
        return voice.title
          ? `در راهنمای «${voice.title}» آمده است${mark}: ${said}`
          : `در راهنما آمده است${mark}: ${said}`;
    }
  },
  phrase: phraseFa,
  attributeName: attributeNameFa,
  cell: cellFa,
  describe,

  bestMatch: (title, phrases) => `نزدیک‌ترین گزینه «${title}» است: ${describe(phrases)}.`,
  bestMatchPlain: (title) => `نزدیک‌ترین گزینه «${title}» است.`,
  bestMatchInBudget: (title, phrases) => `با بودجهٔ شما، نزدیک‌ترین گزینه «${title}» است: ${describe(phrases)}.`,
  card: (phrases) => `${describe(phrases)}.`,
  alternative: (title, phrases) => `«${title}» هم دیدنی است: ${describe(phrases)}.`,
  listedFor: (occasions) => `فروشنده آن را برای ${list(occasions)} پیشنهاد کرده است.`,
  byPrice: (isDear) =>
    isDear
      ? 'سطح قیمت را از روی کالاهای مشابهی که اکنون در فروش‌اند سنجیده‌ام: یک‌سوم ارزان‌تر کنار گذاشته شده است.'
      : 'سطح قیمت را از روی کالاهای مشابهی که اکنون در فروش‌اند سنجیده‌ام: یک‌سوم گران‌تر کنار گذاشته شده است.',
  notFound: (wishes) => `چیزی که پیدا نکردم: در توضیحات و نظرها دربارهٔ ${list(wishes)} چیزی نوشته نشده است.`,
  nothingFits: () => 'اکنون هیچ کالایی در فروش نیست که همهٔ این‌ها را داشته باشد.',
  nothingFitsButNear: (near) =>
    `اکنون هیچ کالایی در فروش نیست که همهٔ این‌ها را داشته باشد، اما اگر از یک شرط بگذرید، ${n(near)} گزینهٔ نزدیک هست.`,

  count,
  countShort: (words) => `${n(words.count)} از ${n(words.of)} نظر: ${words.says}`,
  ownersRow: (aspect) => `نظر خریداران دربارهٔ ${aspect}`,
  opinionsDiffer(sides) {
    const first = sides[0];
    if (!first) return '';
    return `نظر خریداران یکسان نیست: از ${n(first.of)} نظر دربارهٔ ${first.aspect}، ${list(sides.map((side) => `در ${n(side.count)} نظر ${side.says}`))}.`;
  },
  listingSays: (phrases) => `طبق مشخصات آگهی، ${describe(phrases)}.`,
  yes: (phrases) => `بله؛ طبق مشخصات آگهی، ${describe(phrases)}.`,
  no: (phrases) => `نه؛ طبق مشخصات آگهی، ${describe(phrases)}.`,
  ownersDisagree: (words) => `البته همه هم‌نظر نیستند: ${count(words)}`,
  askedBefore: (question) => `پیش‌تر کسی پرسیده است: «${question}»`,
  abstain: (topic) =>
    topic
      ? `در توضیحات، پرسش‌ها و نظرها چیزی دربارهٔ ${topic} نیامده است.`
      : 'در توضیحات، پرسش‌ها و نظرها پاسخی برای این پرسش نیست.',
  abstainNothing: () => 'هنوز چیزی در این باره نوشته نشده است.',

  point: (heading, text, foreign) =>
    foreign ? `${heading} (به ${LANGUAGE_NAMES[foreign]}): «${text}»` : `${heading}: ${text}`,
  researchLead: (category) => `هنگام انتخاب ${category} این‌ها مهم‌اند:`,
  researchNothing: (category) =>
    `هنوز راهنمایی دربارهٔ ${category} ندارم؛ این‌ها را از مشخصات کالاها و نظر خریداران گردآورده‌ام.`,
  catalogueRange: (name, from, to, stated) => `${name}: در ${n(stated)} کالایی که آن را نوشته‌اند، از ${from} تا ${to}.`,
  catalogueCounts: (name, counts, stated) =>
    `${name}: از ${n(stated)} کالایی که آن را نوشته‌اند، ${list(counts.map(({ label, count: number }) => `${label} ${n(number)} کالا`))}.`,
  ownersMention: (aspects, reviews) =>
    `در ${n(reviews)} نظر، خریداران بیش از همه از ${list(aspects.map(({ label, count: number }) => `${label} (${n(number)} نظر)`))} گفته‌اند.`,
  comparisonLead: (sides) => `${list(sides)} در کنار هم:`,
  comparisonNothing: (sides) => `منبع قابل اعتمادی که ${list(sides)} را کنار هم بگذارد پیدا نکردم.`,
  differs: (name, cells) => `${name}: ${list(cells.map(({ title, text }) => `«${title}» ${text}`))}.`,
  sameOn: (names) => `در این موارد یکسان‌اند: ${list(names)}.`,
  giftLead: (title, phrases) =>
    phrases.length > 0 ? `برای شروع، «${title}» را ببینید: ${describe(phrases)}.` : `برای شروع، «${title}» را ببینید.`,
  titles: {
    guide: 'چه چیزی مهم است و چرا',
    onHand: 'آنچه اکنون در فروش است',
    owners: 'خریداران بیشتر از چه می‌گویند',
    ownersSay: 'خریداران چه می‌گویند',
    nearest: 'نزدیک‌ترین چیزی که پیدا کردم',
    alsoGood: 'این‌ها هم دیدنی‌اند',
  },
  smallTalk: {
    greeting: 'سلام. بگویید دنبال چه هستید، یا دربارهٔ کالایی که دیده‌اید بپرسید.',
    thanks: 'خواهش می‌کنم. هر پرسش دیگری دارید بپرسید.',
    goodbye: 'خدانگهدار، هر وقت خواستید برگردید.',
    who: 'من دستیار فروشگاه هستم. از روی نوشته‌های فروشندگان، خریداران و راهنماها پاسخ می‌دهم و منبع هر جمله را نشان می‌دهم.',
    other: 'اینجا هستم تا در پیدا کردن و مقایسهٔ کالاها کمک کنم. دنبال چه هستید؟',
  },
  outOfScope: 'تنها دربارهٔ کالاهای اینجا می‌توانم کمک کنم: پیدا کردن، مقایسه، و آنچه فروشندگان و خریداران گفته‌اند.',
  orderSignIn: 'برای دیدن سفارش لطفاً وارد شوید؛ سپس هر مرحلهٔ آن را در سفارش‌هایتان می‌بینید.',
  forWhom: 'هدیه برای چه کسی است؟',
  clarify: (labels) => `${labels.slice(0, -1).join('، ')} یا ${labels.at(-1)}؛ کدام را ترجیح می‌دهید؟`,
  notInSight: (count) => `اینجا فقط ${n(count)} کالا هست.`,
  wish: (label) => `«${label}»`,
};
