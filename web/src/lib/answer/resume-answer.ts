import type { Turn } from './answer-session.svelte';

/** How long after a break the stream is asked for again, each time longer. */
const waitsMs = [300, 1500, 4000];

/**
 * Goes on with an answer whose stream broke off, after the last event that came; tried again a few times where the
 * connection is gone. Leaves the turn as it is where it cannot be helped.
 */
export async function resumeAnswer(
  send: typeof fetch,
  turn: Turn,
  signal: AbortSignal,
  follow: (body: ReadableStream<Uint8Array>) => Promise<void>,
): Promise<void> {
  for (const waitMs of waitsMs) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (signal.aborted) return;
    try {
      const response = await send(`/api/v1/assistant/answers/${turn.id}/events`, {
        headers: { accept: 'text/event-stream', 'last-event-id': String(turn.received) },
        signal,
      });
      if (!response.ok || !response.body) return;
      await follow(response.body);
      if (turn.status === 'finished' || turn.status === 'failed') return;
    } catch {
      if (signal.aborted) return;
    }
  }
}
