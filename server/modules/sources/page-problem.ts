import type { SourceProblem } from '#contract/source';
import { FetchProblem } from '#platform/guarded-fetch';

/** A page, or a list of pages, cannot be had; the run notes why and goes on. */
export class PageProblem extends Error {
  readonly code: SourceProblem['code'];

  constructor(code: SourceProblem['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}

/** What the run notes of a failure; what is no fault of the page is thrown on. */
export function problemOf(error: unknown): SourceProblem {
  if (!(error instanceof PageProblem) && !(error instanceof FetchProblem)) throw error;
  return { code: error.code, detail: error.message.slice(0, 300) };
}
