import type { Item } from './match.ts';

const OLDEST_CHILD = 13;
const REACH = 3;
/** Who a child of that age is, or for whom the thing is: "for my 8 year old", 8岁的女儿, «دختر ۸ ساله». */
const PERSON =
  /^(?:for|my|our|boys?|girls?|daughter|son|kids?|child|children|baby|toddler|niece|nephew|برای|واسه|دختر(?:م|ام)?|پسر(?:م|ام)?|بچه(?:م|ام)?|کودک|给|孩子|女儿|儿子|宝宝|小孩|女孩|男孩|女童|男童)$/u;

/** An age of a child means children's things; the age of a thing ("a 2 year old phone") means nothing of the kind. */
export function addChildAges(items: Item[]): void {
  for (let at = 0; at + 1 < items.length; at++) {
    const number = items[at]!;
    const unit = items[at + 1]!;
    if (number.kind !== 'number' || number.value > OLDEST_CHILD || !unit.ids.includes('unit:years')) continue;
    const nearby = items.slice(Math.max(0, at - REACH), at + 2 + REACH);
    const isPerson = (item: Item): boolean =>
      item.ids.includes('recipient:child') ||
      item.text
        .toLowerCase()
        .split(/\s+/)
        .some((word) => PERSON.test(word));
    if (!nearby.some((item) => item !== unit && isPerson(item))) continue;
    unit.ids.push('recipient:child');
    if (!nearby.some((item) => item.ids.includes('department:children'))) unit.ids.push('department:children');
    number.isUsed = true;
  }
}
