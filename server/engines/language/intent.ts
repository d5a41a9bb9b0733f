import { comparedIds } from './compared.ts';
import { conceptFacet, conceptValue, FINER_FACETS } from './lexicon.ts';
import type { Item } from './match.ts';
import type { Intent, Need, Understanding } from './need.ts';
import { questionKind } from './question-kind.ts';
import { intentByCues } from './router/cue-intent.ts';
import { route } from './router/router.ts';
import type { RouterInput } from './router/router-features.ts';

type Question = NonNullable<Understanding['question']>;

export type IntentReading = { intent: Intent; confidence: number; question: Question | undefined };

/** What the router looks at besides the items. */
export type IntentContext = { isListing: boolean; need: Need; hasReference: boolean };

/** Tells the ten kinds of utterance apart: by a learnt model, but for what is refused whatever else is said. */
export function readIntent(text: string, items: Item[], context: IntentContext): IntentReading {
  const input = routerInput(text, items, context);
  const isRefused = PRIVATE.test(text) || (OVERRIDING.test(text) && !namesCategory(items));
  const { intent, probability } = isRefused ? { intent: 'out-of-scope' as const, probability: 0.99 } : route(input);
  const { questionKind: kind } = input;
  const asksAbout =
    kind !== 'none' || intent === 'type-comparison' || intent === 'listing-comparison' || intent === 'listing-question';
  const question = asksAbout ? { aspects: aspectsOf(items), compared: input.compared, kind } : undefined;
  return { intent, confidence: Math.round(probability * 100) / 100, question };
}

function namesCategory(items: Item[]): boolean {
  return items.some((item) => item.ids.some((id) => conceptFacet(id) === 'category'));
}

/** An utterance as the router sees it. */
export function routerInput(
  text: string,
  items: Item[],
  { isListing, need, hasReference }: IntentContext,
): RouterInput {
  const kind = questionKind(text, isListing);
  const compared = comparedIds(items);
  return {
    text,
    items,
    isListing,
    questionKind: kind,
    mustFacets: need.must.map(({ facet }) => facet),
    hasReference,
    compared,
    byCues: intentByCues({ text, items, kind, isListing, need, hasReference, compared }),
  };
}

/** What no one is told: where people live, secrets of the shop, what a seller would take in the end. */
const PRIVATE =
  /\bhome address\b|\bapi keys?\b|\badmin password\b|\b(?:lowest|minimum) price .{0,30}(?:secret|accept)|底价|رمز ادمین/i;
/** Talk to the machine instead of talk about things. */
const OVERRIDING =
  /\bignore (?:your|all|any|the|previous)\b|\bdeveloper mode\b|\bsystem prompt\b|忽略.{0,8}(?:规则|指令)|نادیده بگیر/i;

/** Aspects asked about: those named, and the facets of attributes named where no aspect is. */
function aspectsOf(items: Item[]): string[] {
  const named = items.flatMap((item) => item.ids.filter((id) => conceptFacet(id) === 'aspect').map(conceptValue));
  if (named.length > 0) return [...new Set(named)];
  const attributes = items.flatMap((item) => item.ids.map(conceptFacet));
  const isAsked = (facet: string): boolean =>
    !/^(?:category|department|currency|unit)$/.test(facet) && !FINER_FACETS.has(facet);
  return [...new Set(attributes.filter(isAsked))];
}
