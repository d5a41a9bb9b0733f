import type { EvidencePassage } from '#engines/evidence';
import { type AnswerContext, attributePhrase, attributesOf, valuesOf } from './answer-context.ts';
import type { ListingEvidence } from './answer-input.ts';
import type { Sentence } from './answer-types.ts';
import type { Phrase } from './messages/message-types.ts';
import { type Proof, withCompanions } from './requirements.ts';

export type StatedPhrases = { phrases: Phrase[]; passages: EvidencePassage[] };

/** Attributes that would say the same as one that is told already, and say it better. */
const SAYS_IT_BETTER: Record<string, string> = {
  waterproof: 'waterRating',
  lined: 'lining',
  material: 'materialShare',
};

/**
 * What a listing states of the requirements, then of what else matters, in words: one phrase an attribute, at most `most`.
 * Of an attribute with many values only those asked for are told, whichever requirement asked.
 */
export function statedPhrases(
  context: AnswerContext,
  listing: ListingEvidence,
  proofs: Proof[],
  mattering: readonly string[],
  most: number,
): StatedPhrases {
  const attributes = attributesOf(listing);
  const values = valuesOf(attributes);
  const accepted = proofs.flatMap(({ requirement }) => (requirement.excluded ? [] : requirement.accepted));
  const keys = new Set(proofs.flatMap(({ stated }) => stated.map((passage) => passage.attribute!.key)));
  for (const key of mattering) if (attributes.has(key)) keys.add(key);
  // The measured length says more than its name.
  if (keys.has('length') && attributes.has('lengthCm')) keys.add('lengthCm');

  const said: StatedPhrases = { phrases: [], passages: [] };
  for (const key of keys) {
    if (said.phrases.length >= most) break;
    if (keys.has(SAYS_IT_BETTER[key] ?? '')) continue;
    const passage = attributes.get(key)!;
    const phrase = attributePhrase(context, onlyAsked(passage, accepted), values);
    if (!phrase || said.phrases.some(({ text }) => text === phrase.text)) continue;
    said.phrases.push(phrase);
    for (const from of withCompanions(passage, attributes)) if (!said.passages.includes(from)) said.passages.push(from);
  }
  return said;
}

/** One sentence under a card with all of them, or none. */
export function cardSentence(context: AnswerContext, { phrases, passages }: StatedPhrases): Sentence[] {
  if (phrases.length === 0) return [];
  const citations = passages.map((passage) => context.book.cite(passage));
  return [{ text: context.messages.card(phrases), citations, factual: true }];
}

function onlyAsked(passage: EvidencePassage, accepted: { facet: string; value: string }[]): EvidencePassage {
  const { key, value } = passage.attribute!;
  if (!Array.isArray(value)) return passage;
  const wanted = value.filter((one) => accepted.some((grant) => grant.facet === key && grant.value === one));
  return wanted.length > 0 ? { ...passage, attribute: { key, value: wanted } } : passage;
}
