import { type EvidencePassage, opinionLexicon, scriptLanguage } from '#engines/evidence';
import type { Language } from '#engines/language';
import type { AnswerTools } from './answer-context.ts';
import type { ListingEvidence } from './answer-input.ts';
import { canAnswer } from './listing-question.ts';
import { ownersOn } from './opinion-sentences.ts';
import { plainText } from './plain-text.ts';

const MOST_CHIPS = 4;
const MOSTLY = 5;

/** Whether a question that somebody asked can stand alone: "Rain?" cannot. */
function isWhole(question: string): boolean {
  const least = scriptLanguage(question) === 'zh' ? 5 : 12;
  return question.length >= least && question.length <= 70;
}

/**
 * Questions worth asking about a listing, in the reader's language, each of which was answered on trial: aspects that owners
 * speak of most, attributes that are stated, questions that others asked and got answered. `asked` is left out.
 */
export function suggestForListing(
  tools: AnswerTools,
  listing: ListingEvidence,
  language: Language,
  asked = '',
): string[] {
  return suggestQuestions(tools, listing.passages, undefined, language, asked);
}

/** As above, from passages alone; `aspects` narrows what may be asked about. */
export function suggestQuestions(
  tools: AnswerTools,
  passages: EvidencePassage[],
  aspects: string[] | undefined,
  language: Language,
  asked = '',
): string[] {
  const listing: ListingEvidence = { listingId: '', title: '', passages };
  const lexicon = opinionLexicon();
  const known = new Set(lexicon.names(asked).map((hit) => hit.value.id));
  const stated = new Set(passages.flatMap((passage) => passage.attribute?.key ?? []));
  const candidates: { question: string; weight: number }[] = [];
  for (const aspect of lexicon.aspects) {
    if (known.has(aspect.id) || (aspects && !aspects.includes(aspect.id))) continue;
    const mentions = ownersOn(passages, aspect.id)?.[0]?.mentions.length ?? 0;
    const states = aspect.attributes.some((key) => stated.has(key)) ? 0.4 : 0;
    if (mentions + states === 0) continue;
    // Words for the room in a bag turn up in reviews of headphones too: what no attribute states has to be talked of often.
    const isOfIt = states > 0 || aspect.attributes.length === 0 || mentions * MOSTLY >= passages.length;
    if (!isOfIt) continue;
    candidates.push({ question: aspect.asks[language], weight: (mentions > 0 ? 1 : 0) + states + mentions / 10 });
  }
  for (const passage of passages) {
    const question = passage.source === 'answer' ? plainText(passage.question ?? '') : '';
    if (isWhole(question) && scriptLanguage(question) === language && !aspects)
      candidates.push({ question, weight: 1.5 });
  }
  candidates.sort((a, b) => b.weight - a.weight || (a.question < b.question ? -1 : 1));
  const chosen: string[] = [];
  for (const { question } of candidates) {
    if (chosen.length === MOST_CHIPS) break;
    if (chosen.includes(question) || question === asked) continue;
    if (canAnswer(tools, question, listing, language)) chosen.push(question);
  }
  return chosen;
}
