import type { SourceProblem } from '#contract/source';
import type { createSay } from './words';

/** Why a page or list could not be had, in the reader's words. */
export function sayProblem(say: ReturnType<typeof createSay>, { code, detail }: SourceProblem): string {
  return say(`problem.${code}`, { detail });
}
