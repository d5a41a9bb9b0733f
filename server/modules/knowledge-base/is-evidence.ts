import type { EvidencePassage } from '#engines/evidence';
import { findInjection } from '#engines/injection';

/**
 * Whether what a passage says may be quoted and counted: not where it tells the assistant what to do or say, and not where
 * a buyer speaks as the seller or the shop. It is still shown where it was written, as text.
 */
export function isEvidence({ text, source, by, question, heading }: EvidencePassage): boolean {
  const isOrder = [question, heading].some((beside) => beside !== undefined && findInjection(beside) === 'order');
  if (isOrder) return false;
  const found = findInjection(text);
  if (found !== 'impersonation') return found === undefined;
  return source !== 'review' && !(source === 'answer' && by !== 'seller');
}
