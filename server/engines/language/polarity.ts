import { after, before, hasCue, isClauseEnd, isComma, isFiller, isThing, use } from './items.ts';
import { conceptFacet } from './lexicon.ts';
import type { Item } from './match.ts';
import type { Language } from './need.ts';

/**
 * Marks what a request excludes. A negation takes the nearest thing on its side and whatever is listed with it ("no
 * silk, wool or leather"); a category behind an excluded quality stays wanted ("not a red dress" is a dress that is
 * not red) unless something else is wanted already.
 */
export function markExclusions(items: Item[], language: Language): void {
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (hasCue(item, 'free-suffix')) excludeFreeOf(items, at);
    if (hasCue(item, 'negate-after') && !hasCue(item, 'negate-before')) {
      // 不要黑的不要灰的: what stands before is excluded already, so the second negation looks ahead.
      if (!excludeBackward(items, at)) excludeForward(items, at, language);
    } else if (hasCue(item, 'negate-before')) {
      const isDone = excludeForward(items, at, language);
      if (!isDone && (language !== 'en' || hasCue(item, 'negate-after'))) excludeBackward(items, at);
    }
  }
}

/** "leather-free", "scent free". */
function excludeFreeOf(items: Item[], at: number): void {
  const previous = items[at - 1];
  if (!previous || !isThing(previous)) return;
  const isSubstance = previous.ids.some((id) => /^(?:material|details|scent|bow|noiseCancelling|sleeve):/.test(id));
  if (!isSubstance) return;
  previous.isNegated = true;
  use(items, at);
}

function excludeForward(items: Item[], at: number, language: Language): boolean {
  const cue = items[at]!;
  let target = at + 1;
  let skipped = 0;
  while (target < items.length && skipped < 6) {
    const item = items[target]!;
    const isSkippable =
      isFiller(item) || hasCue(item, 'or', 'hedge', 'and', 'negate-before', 'dark', 'light') || isEmptyAspect(item);
    if (isThing(item) && !isEmptyAspect(item)) break;
    if (!isSkippable || isClauseEnd(item)) break;
    if (hasCue(item, 'negate-before') && target === at + 1 && language === 'en') {
      use(items, at, target);
      return true;
    }
    target++;
    skipped++;
  }
  const first = items[target];
  if (!first || !(isThing(first) || isExcludableWord(first))) return false;
  if (skipped > 0 && language === 'zh' && isWantedAfter(items, at, target)) return false;
  use(items, at);
  const chosen = chooseNoun(items, target, at);
  items[chosen]!.isNegated = true;
  extend(items, chosen, cue.text);
  return true;
}

/** Words such as "colour" or "material" between a negation and what it negates. */
function isEmptyAspect(item: Item): boolean {
  return item.ids.length > 0 && item.ids.every((id) => /^aspect:(?:colour|material|condition|price)$/.test(id));
}

/** 没有红色吗 asks for red; a question mark or 吗 turns 没有 into a request. */
function isWantedAfter(items: Item[], at: number, target: number): boolean {
  return items[at]!.text === '没有' && items.slice(target).some((item) => item.text === '吗');
}

function isExcludableWord(item: Item): boolean {
  return item.kind === 'word' && !item.isUsed && item.text.length > 1;
}

/**
 * Which of a run of adjoining things is meant. "No leather handbags" beside another wanted thing excludes handbags;
 * alone it is a handbag that is not leather.
 */
function chooseNoun(items: Item[], target: number, cue: number): number {
  const hasOther = items.some(
    (item, index) => index < cue && isThing(item) && !item.isNegated && categoryOf(item) !== undefined,
  );
  if (!hasOther) return target;
  let at = target;
  while (items[at] && categoryOf(items[at]!) === undefined && items[at + 1] && isThing(items[at + 1]!)) at++;
  const noun = items[at];
  if (!noun || categoryOf(noun) === undefined || at === target) return target;
  const isSame = items.some((item, index) => index < cue && categoryOf(item) === categoryOf(noun));
  if (isSame) noun.isUsed = true;
  return isSame ? target : at;
}

function categoryOf(item: Item): string | undefined {
  return item.ids.find((id) => conceptFacet(id) === 'category');
}

/** What a list is about: two things belong to one list where they share a facet. */
function sharesFacet(left: Item, right: Item): boolean {
  if (left.brands.length > 0 || right.brands.length > 0) return left.brands.length > 0 && right.brands.length > 0;
  const facets = new Set(left.ids.map(conceptFacet));
  return right.ids.some((id) => facets.has(conceptFacet(id)));
}

/** Follows "or", "nor", "and" and commas to the rest of the excluded list. */
function extend(items: Item[], from: number, cue: string): void {
  let current = from;
  for (let guard = 0; guard < 12; guard++) {
    let at = current + 1;
    while (items[at] && isFiller(items[at]!) && items[at]!.text !== '') at++;
    const joint = items[at];
    if (!joint) return;
    const isOr =
      hasCue(joint, 'or', 'and') && !/^(?:with|also|همراه|با|又|也|还要|同时|加)$/.test(joint.text.toLowerCase());
    const isList = isComma(joint);
    if (!isOr && !isList) return;
    let next = after(items, at);
    if (isList && hasCue(items[next], 'or', 'and')) next = after(items, next);
    const thing = items[next];
    if (!thing || !isThing(thing) || hasCue(thing, 'negate-before')) return;
    const isAlike = sharesFacet(items[from]!, thing);
    if (!isAlike && !(isOr && isDetail(thing) && isDetail(items[from]!))) return;
    if (isList && !isOr && modifiesNoun(items, next)) return;
    if (isList && /^(?:not|不是)$/.test(cue) && !isListContinued(items, next)) return;
    if (/^(?:with|and|和)$/.test(joint.text.toLowerCase()) && !isAlike) return;
    thing.isNegated = true;
    current = next;
  }
}

function isDetail(item: Item): boolean {
  return item.ids.length > 0 && !item.ids.some((id) => /^(?:category|colour|department|condition):/.test(id));
}

function modifiesNoun(items: Item[], at: number): boolean {
  const next = items[after(items, at)];
  return next !== undefined && isThing(next) && categoryOf(next) !== undefined;
}

function isListContinued(items: Item[], at: number): boolean {
  const next = items[after(items, at)];
  return next === undefined || hasCue(next, 'or', 'and') || isComma(next) || isClauseEnd(next);
}

function excludeBackward(items: Item[], at: number): boolean {
  let target = before(items, at, 5);
  while (items[target] && (isEmptyAspect(items[target]!) || hasCue(items[target], 'demand')))
    target = before(items, target, 5);
  const thing = items[target];
  if (!thing || !(isThing(thing) || isExcludableWord(thing)) || thing.isNegated) return false;
  const isFirst =
    categoryOf(thing) !== undefined && !items.some((item, index) => index < target && categoryOf(item) !== undefined);
  const isOnly = isFirst && items.some((item, index) => index < target && isThing(item));
  if (isOnly) return false;
  use(items, at);
  thing.isNegated = true;
  let current = target;
  for (let guard = 0; guard < 12; guard++) {
    const joint = before(items, current);
    const item = items[joint];
    if (!item || !(hasCue(item, 'or', 'and') || item.text === '、')) return true;
    const previous = items[before(items, joint)];
    if (!previous || !isThing(previous) || !sharesFacet(thing, previous)) return true;
    previous.isNegated = true;
    current = before(items, joint);
  }
  return true;
}
