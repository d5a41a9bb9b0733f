import { contentWords, type EvidencePassage, questionAspects } from '#engines/evidence';
import type { AnswerContext } from './answer-context.ts';
import { GUIDE_WORDS } from './guide-points.ts';

/** What a shared term weighs in the heading; in the text it weighs 1, each by how few sections hold it. */
const IN_HEADING = 2;
/** An aspect is what is asked about; other words say of what. */
const OF_ASPECT = 2;
/** Below this share of what could be shared, no section is the one that is asked about. */
const ENOUGH = 0.25;

/**
 * The section of a guide that speaks of what is asked: by the words, concepts and aspects that its heading and text share
 * with the question, rare ones weighing more. Concepts let a question in one language find a section in another.
 * `isByHeading` leaves out sections whose heading shares nothing.
 */
export function sectionOn(
  context: AnswerContext,
  question: string,
  passages: EvidencePassage[],
  isByHeading = false,
): EvidencePassage | undefined {
  const sections = passages.filter(({ heading }) => heading);
  const asked = termsOf(context, question);
  // What the whole guide is about, and that it is about choosing, tells no section from another.
  for (const term of [...termsOf(context, passages[0]?.title ?? ''), ...GUIDE_WORDS]) asked.delete(term);
  const held = sections.map((passage) => ({
    passage,
    heading: termsOf(context, passage.heading!),
    text: termsOf(context, passage.text),
  }));
  const weightOf = (term: string) => {
    const holders = held.filter(({ heading, text }) => heading.has(term) || text.has(term)).length;
    return holders === 0 ? 0 : Math.log(1 + sections.length / holders) * (term.startsWith('aspect:') ? OF_ASPECT : 1);
  };
  let best: EvidencePassage | undefined;
  let most = 0;
  let possible = 0;
  for (const term of asked) possible += weightOf(term);
  for (const { passage, heading, text } of held) {
    if (isByHeading && ![...asked].some((term) => heading.has(term))) continue;
    let score = 0;
    for (const term of asked) score += weightOf(term) * ((heading.has(term) ? IN_HEADING : 0) + Number(text.has(term)));
    if (score > most) [best, most] = [passage, score];
  }
  return most >= possible * ENOUGH ? best : undefined;
}

/** From which calibrated probability a passage of a text without headings is taken to answer. */
const ANSWERS = 0.5;

/** The passage that answers, of a text that no headings divide; `sectionOn` reads those that have some. */
export function passageOn(
  context: AnswerContext,
  question: string,
  passages: EvidencePassage[],
): EvidencePassage | undefined {
  const [best] = context.tools.ranker.rank(question, passages, { limit: 1 }).ranked;
  return best && best.probability >= ANSWERS ? best.passage : undefined;
}

function termsOf(context: AnswerContext, text: string): Set<string> {
  return new Set([
    ...contentWords(text).map(({ stem }) => stem),
    ...questionAspects(text).map((aspect) => `aspect:${aspect}`),
    ...(context.tools.conceptsIn?.(text) ?? []).map(({ id }) => id),
  ]);
}
