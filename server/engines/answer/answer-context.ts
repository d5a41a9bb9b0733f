import { type EvidencePassage, type EvidenceRanker, scriptLanguage } from '#engines/evidence';
import type { Language, Span } from '#engines/language';
import type { ListingEvidence } from './answer-input.ts';
import type { Sentence } from './answer-types.ts';
import { type CitationBook, createCitationBook, foreignTo } from './citation-book.ts';
import type { AttributeValue, Messages, Phrase, ValueLabel, Voice } from './messages/message-types.ts';
import { messagesIn } from './messages/messages-in.ts';
import { quotable, shortSpan } from './plain-text.ts';

/** What the composer needs from outside: the ranker and, where there is one, the language engine's names of values. */
export type AnswerTools = {
  ranker: EvidenceRanker;
  /** The name of a concept such as `colour:red` in a language, or nothing. */
  labelOf?: (conceptId: string, language: Language) => string | undefined;
  /** The concepts that a text names, in any language. */
  conceptsIn?: (text: string) => { id: string; span: Span }[];
};

/** Everything that the composing of one answer shares. */
export type AnswerContext = {
  language: Language;
  messages: Messages;
  tools: AnswerTools;
  book: CitationBook;
  label: ValueLabel;
};

export function createAnswerContext(tools: AnswerTools, language: Language): AnswerContext {
  return {
    language,
    messages: messagesIn(language),
    tools,
    book: createCitationBook(),
    label: (key, value) => valueLabel(tools, language, key, value),
  };
}

function valueLabel(tools: AnswerTools, language: Language, key: string, value: string): string {
  const facet = key === 'colour2' || key === 'lining' ? (key === 'lining' ? 'material' : 'colour') : key;
  const found = tools.labelOf?.(`${facet}:${value}`, language);
  if (found && found !== `${facet}:${value}`) return found;
  return /^[a-z0-9-]+$/.test(value) ? value.replace(/-/g, ' ') : value;
}

/** The attribute passages of a listing by key. */
export function attributesOf(listing: ListingEvidence): Map<string, EvidencePassage> {
  const found = new Map<string, EvidencePassage>();
  for (const passage of listing.passages) {
    if (passage.attribute && !found.has(passage.attribute.key)) found.set(passage.attribute.key, passage);
  }
  return found;
}

/** Plain values by key, for phrases that look at a second attribute. */
export function valuesOf(attributes: Map<string, EvidencePassage>): Record<string, AttributeValue> {
  return Object.fromEntries([...attributes].map(([key, passage]) => [key, passage.attribute!.value]));
}

/** An attribute in the reader's words, or nothing. */
export function attributePhrase(
  context: AnswerContext,
  passage: EvidencePassage,
  all: Record<string, AttributeValue>,
): Phrase | undefined {
  const attribute = passage.attribute;
  return attribute && context.messages.phrase(attribute.key, attribute.value, all, context.label);
}

/** A cited sentence that quotes a span of a passage in its own language. */
export function quoteSentence(context: AnswerContext, passage: EvidencePassage, span: Span): Sentence {
  const part = shortSpan(passage.text, span);
  const language = passage.language ?? scriptLanguage(passage.text.slice(part.start, part.end));
  const text = quotable(passage.text.slice(part.start, part.end)) + (part.end < span.end ? '…' : '');
  return {
    text: context.messages.quote(text, voiceOf(passage), foreignTo(context.language, language)),
    citations: [context.book.cite(passage, part)],
    factual: true,
  };
}

function voiceOf(passage: EvidencePassage): Voice {
  switch (passage.source) {
    case 'review':
      return { kind: 'owner', name: passage.author };
    case 'answer':
      return { kind: passage.by === 'seller' ? 'seller' : 'answer', name: passage.author };
    case 'description':
      if (passage.isTitle) return { kind: 'title' };
      return { kind: 'seller', name: passage.author };
    case 'attribute':
      return { kind: 'attribute' };
    default:
      return { kind: passage.source, title: passage.title };
  }
}
