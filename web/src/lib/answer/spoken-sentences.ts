import type { Turn } from './answer-session.svelte';

/** The sentences of an answer worth hearing at once, in the order they arrive: lists and tables are read where they stand. */
export function spokenSentences({ parts }: Pick<Turn, 'parts'>): string[] {
  return parts.flatMap((part) => {
    switch (part?.type) {
      case 'text':
        return part.sentences.map(({ text }) => text);
      case 'abstained':
        return [part.text];
      case 'clarification':
        return [part.question];
      default:
        return [];
    }
  });
}
