import type { Constraint, Need, Understanding, Wish } from './need.ts';

/** Something lasting that a shopper said of themselves: what could be remembered of them, if they want it to be. */
export type OwnFact = {
  kind: 'size' | 'avoid' | 'like' | 'budget';
  /** For sizes: of shoes, or of what else is worn. */
  about: '' | 'clothing' | 'shoes';
  /** Tells facts of a kind apart; a member has one size of a kind and one budget. */
  slot: string;
  meaning: Constraint;
};

const SAYS_SIZE =
  /\b(?:i(?:['’]?m| am| wear| take| usually wear)|my (?:usual |shoe |dress |clothing )?size is)\b|我(?:平时|一般|通常)?(?:穿|是)|我的(?:尺码|鞋码|码数)(?:是|为)|(?:سایز|شماره)(?:ی|ٔ)?(?:\s?(?:لباس|کفش|پا))?(?:ی|م|ٔ)?\s?(?:من|م)?(?=\s).*(?:است|هست|ه$|می[‌ ]?پوشم)|سایز من\s+\S/iu;
const SAYS_AVOID =
  /\bi (?:never|don['’]?t|do not|can['’]?t|cannot) (?:ever )?(?:wear|like|buy|stand|eat)\b|\bi hate\b|\bi avoid\b|\ballergic to\b|我(?:从不|从来不|不|不能|不会)(?:穿|喜欢|买|戴)|我讨厌|我对.{1,12}过敏|نمی[‌ ]?پوشم|دوست ندارم|حساسیت دارم|متنفرم/iu;
const SAYS_BUDGET =
  /\bmy (?:usual )?budget (?:is|stays)\b|\bi never (?:spend|pay) (?:more|over)\b|我的预算(?:是|为|在|不超过)?|我最多花|بودجه(?:‌|\s)?(?:ی\s?من|ٔ\s?من|ام|م)(?=\s)/iu;
const SAYS_LIKE =
  /\bi (?:always wear|mostly wear|usually wear|love|prefer)\b|\bmy favou?rite\b|我(?:最|一直|总是)?(?:喜欢|偏爱|爱穿)|عاشق|ترجیح می[‌ ]?دهم|همیشه .{1,20} می[‌ ]?پوشم|رنگ مورد علاقه/iu;
const SHOES = /shoe|boot|sneaker|trainer|heel|sandal|鞋|靴|کفش|بوت|کتونی|صندل/iu;
/** Tastes that last; an occasion or a category is of the day. */
const TASTES = new Set(['colour', 'material', 'pattern', 'style', 'brand', 'fit', 'scent', 'length']);

/**
 * Reads lasting statements about oneself ("I'm a US 8", "I never wear wool", "my budget is $100") in three languages; a
 * request that only names a size or a colour states nothing about the person.
 */
export function readAboutOneself(
  { text, need }: Pick<Understanding, 'text' | 'need'>,
  isAboutShoes: boolean,
): OwnFact[] {
  const facts: OwnFact[] = [];
  const add = (kind: OwnFact['kind'], must: Constraint, slot = '', about: OwnFact['about'] = '') =>
    facts.push({ kind, about, slot, meaning: withoutSpan(must) });
  for (const must of need.must) {
    if (must.facet === 'size' && must.operator === 'is' && SAYS_SIZE.test(text))
      add('size', must, '', isAboutShoes || SHOES.test(text) ? 'shoes' : 'clothing');
    else if (must.facet === 'price' && must.max !== undefined && SAYS_BUDGET.test(text)) add('budget', must);
    else if (must.operator === 'is-not' && must.facet !== 'size' && SAYS_AVOID.test(text)) add('avoid', must, must.key);
    else if (must.operator === 'is' && TASTES.has(must.facet) && SAYS_LIKE.test(text)) add('like', must, must.key);
  }
  for (const { facet, value } of need.wishes)
    if (TASTES.has(facet) && SAYS_LIKE.test(text)) {
      const meaning: Constraint = {
        key: `${facet}:is:${value}`,
        facet,
        operator: 'is',
        anyOf: [value],
        bendable: true,
      };
      add('like', meaning, meaning.key);
    }
  return facts;
}

const MY_SIZE =
  /\bmy (?:own )?size\b(?! is)|我的(?:尺码|鞋码|码数?|号)(?!是|为)|(?:سایز|اندازه)(?:ٔ|ی|‌ی)?\s?(?:من|خودم)(?!\s+\S*[\d۰-۹])/iu;
const MY_BUDGET =
  /\b(?:in|within|under|to) my budget\b|我的?预算(?:内|以内|之内)|(?:در|با) بودجه(?:‌|\s)?(?:ام|م|ی من)/iu;

/** Keys of what came from memory begin so; a chip with such a key is taken off like any other. */
export const REMEMBERED = 'memory:';

/** Whether a request asks for its asker's own size. */
export function asksForOwnSize(text: string): boolean {
  return MY_SIZE.test(text);
}

/**
 * A need with what is remembered of the asker: "my size" and "my budget" must hold where they are asked for; what is
 * avoided is left out and what is liked is a wish wherever the request itself says nothing of that facet.
 */
export function withMemory(need: Need, text: string, facts: readonly OwnFact[], isAboutShoes: boolean): Need {
  const must: Constraint[] = [];
  const wishes: Wish[] = [];
  const says = (facet: string) =>
    need.must.some((one) => one.facet === facet && one.operator !== 'is-not') ||
    need.wishes.some((one) => one.facet === facet);
  for (const { kind, about, meaning } of facts) {
    const key = REMEMBERED + meaning.key;
    if ([...need.must, ...need.wishes].some((known) => known.key === key)) continue;
    const isMeant =
      kind === 'size'
        ? MY_SIZE.test(text) && (about === 'shoes') === isAboutShoes
        : kind === 'budget'
          ? MY_BUDGET.test(text)
          : !says(meaning.facet);
    if (!isMeant) continue;
    if (kind !== 'like') must.push({ ...meaning, key });
    else
      for (const value of meaning.anyOf.slice(0, 1))
        wishes.push({
          key,
          facet: meaning.facet,
          value,
          grantedBy: meaning.anyOf.map((one) => ({ facet: meaning.facet, value: one, weight: 0.5 })),
        });
  }
  return must.length + wishes.length === 0
    ? need
    : { ...need, must: [...need.must, ...must], wishes: [...need.wishes, ...wishes] };
}

/** Tastes are looked up anew for each request; a size or a budget once asked for goes on in its conversation. */
export function withoutTastes(need: Need, facts: readonly OwnFact[]): Need {
  const lasting = new Set(
    facts.filter(({ kind }) => kind === 'size' || kind === 'budget').map(({ meaning }) => REMEMBERED + meaning.key),
  );
  const isKept = ({ key }: { key: string }) => !key.startsWith(REMEMBERED) || lasting.has(key);
  return { ...need, must: need.must.filter(isKept), wishes: need.wishes.filter(isKept) };
}

function withoutSpan(constraint: Constraint): Constraint {
  const { span: _span, ...rest } = constraint;
  return rest;
}
