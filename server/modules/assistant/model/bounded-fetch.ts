/** A reply that goes on for longer than any answer. */
export class TooLongError extends Error {}

/** What 2,000 tokens take as events, twice over. */
const MOST_BYTES = 1024 * 1024;

/** `fetch` that follows no redirect, so that a key goes nowhere else, and reads at most 1 MB of a reply. */
export async function fetchBounded(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' });
  if (!response.body) return response;
  let bytes = 0;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) controller.error(new TooLongError('The reply is too long.'));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(bounded), { status, statusText, headers });
}
