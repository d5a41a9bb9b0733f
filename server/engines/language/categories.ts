import { hasCue, isComma, isFiller, isThing } from './items.ts';
import { conceptFacet, conceptValue, type Lexicon } from './lexicon.ts';
import type { Item } from './match.ts';
import type { Constraint, Language } from './need.ts';

/** Things a wanted thing should go with ("shoes to match my red dress") are not wanted themselves. */
export function findContext(items: Item[]): Set<Item> {
  const context = new Set<Item>();
  for (let at = 0; at < items.length; at++) {
    if (!hasCue(items[at], 'match-with')) continue;
    const isBehind = items.slice(0, at).some((item) => item.ids.some((id) => conceptFacet(id) === 'category'));
    for (let index = at + 1; index < items.length; index++) {
      const item = items[index]!;
      if (isComma(item) || (item.kind === 'symbol' && /[.;!?。；！？]/.test(item.text))) break;
      context.add(item);
      const isHead = !isBehind && item.text !== '' && items[index + 1]?.text === '的';
      if (isHead && item.ids.some((id) => conceptFacet(id) === 'category')) break;
    }
  }
  return context;
}

export type Categories = { items: Item[]; values: string[] };

/** 能放15寸电脑的通勤包: what stands before 的 only describes what comes after, whatever else describes it too. */
function isAttributive(joint: Item[]): boolean {
  return joint[0]?.text === '的' && joint.slice(1).every((item) => isThing(item) || isFiller(item));
}

/** Words after which a category says what a thing is for, not what it is. */
const PURPOSE = /(?:^| )(?:for|under|over|inside|of)(?: |$)/;

/** ", I have an amplifier at home": what somebody has already is not wanted. */
const OWNED = /(?:^| )(?:i|we)(?: already| also)? (?:have|own)(?: |$)|我(?:家|已经)?有/i;

export function chooseCategories(lexicon: Lexicon, items: Item[], context: Set<Item>, language: Language): Categories {
  const chosen: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (!isThing(item) || item.isNegated || context.has(item)) continue;
    if (!item.ids.some((id) => conceptFacet(id) === 'category')) continue;
    if (isModifier(lexicon, items, at)) continue;
    const previous = chosen[chosen.length - 1];
    if (!previous) {
      chosen.push(item);
      continue;
    }
    const joint = between(items, items.indexOf(previous), at);
    if (OWNED.test(joint.map((each) => each.text).join(' '))) continue;
    const isListed = joint.some((each) => hasCue(each, 'or', 'and') || isComma(each));
    if (isListed) chosen.push(item);
    else if (joint.some((each) => PURPOSE.test(each.text.toLowerCase()))) continue;
    else if (language !== 'fa' && joint.length === 0) chosen[chosen.length - 1] = item;
    else if (language === 'zh' && isAttributive(joint)) chosen[chosen.length - 1] = item;
  }
  const values = new Set<string>();
  for (const item of chosen) {
    for (const id of item.ids) {
      if (conceptFacet(id) !== 'category') continue;
      for (const narrower of lexicon.narrower(id)) values.add(conceptValue(narrower));
    }
  }
  return { items: chosen, values: [...values] };
}

/** Kinds of things whose singular mostly stands before another noun: a computer fan is no computer. */
const MODIFYING = new Set(['category:electronics', 'category:home', 'category:tools']);

function isModifier(lexicon: Lexicon, items: Item[], at: number): boolean {
  const item = items[at]!;
  const next = items[at + 1];
  const isNounBehind =
    next?.kind === 'word' && next.ids.length === 0 && /^[a-z]+$/i.test(next.text) && next.text.length > 2;
  if (!isNounBehind || item.length > 1 || item.text.toLowerCase().endsWith('s')) return false;
  return item.ids.some((id) => lexicon.broader(id).some((each) => MODIFYING.has(each)));
}

export function between(items: Item[], from: number, to: number): Item[] {
  return items.slice(from + 1, to);
}

export function categoryConstraint(categories: Categories): Constraint {
  const named = categories.items.flatMap((item) =>
    item.ids.filter((id) => conceptFacet(id) === 'category').map(conceptValue),
  );
  const first = categories.items[0]!;
  const last = categories.items[categories.items.length - 1]!;
  const ordered = [...named, ...categories.values.filter((value) => !named.includes(value))];
  return {
    key: `category:is:${[...new Set(named)].join('|')}`,
    facet: 'category',
    operator: 'is',
    anyOf: [...new Set(ordered)],
    bendable: true,
    span: { start: first.start, end: last.end },
  };
}
