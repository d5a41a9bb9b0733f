import { FetchProblem, fetchOnce, isPublicAddress, type ReachLimits } from '#platform/guarded-fetch';

/** A picture cannot be had; the message says why. */
export class PictureProblem extends Error {}

export type FetchLimits = ReachLimits;
export const fetchLimits: FetchLimits = {
  maxBytes: 25 * 1024 * 1024,
  timeoutMs: 20_000,
  mayReach: isPublicAddress,
};

const mostRedirects = 3;
const headers = { accept: 'image/*', 'user-agent': 'Vitrine (picture import)' };

/** The bytes behind an http(s) address that the limits let us reach; redirects are judged anew. */
export async function fetchPicture(
  url: string,
  limits: FetchLimits = fetchLimits,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const late = AbortSignal.timeout(limits.timeoutMs);
  const deadline = signal ? AbortSignal.any([late, signal]) : late;
  let at = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await fetchOnce(at, limits, { headers, signal: deadline }).catch((error: unknown) => {
      if (late.aborted && !signal?.aborted) throw new PictureProblem(`took longer than ${limits.timeoutMs / 1000} s`);
      throw error instanceof FetchProblem ? new PictureProblem(error.message) : error;
    });
    if (answer.status === 200) return answer.body;
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status >= 400 || !location)
      throw new PictureProblem(`answers with status ${answer.status}`);
    if (!URL.canParse(location, at)) throw new PictureProblem('redirects to what is no address');
    at = new URL(location, at).href;
  }
  throw new PictureProblem(`redirects more than ${mostRedirects} times`);
}
