import type { Clock } from '#platform/clock';
import type { Logger } from '#platform/log';
import type { Outbox } from './index.ts';

const hourMs = 3_600_000;
/** How long events stay: an index that was kept on disk catches up from them when the program starts again. */
const keptMs = 14 * 24 * hourMs;

/** Removes events that nobody will follow any more, now and every hour. */
export function keepTrimmed(outbox: Outbox, clock: Clock, log: Logger): { stop(): Promise<void> } {
  async function trim(): Promise<void> {
    try {
      const removed = await outbox.trim(new Date(clock.now() - keptMs));
      if (removed > 0) log.info({ removed }, 'old events were removed from the outbox');
    } catch (error) {
      log.warn({ err: error }, 'the outbox could not be trimmed; trying again in an hour');
    }
  }
  let running = trim();
  const timer = setInterval(() => {
    running = trim();
  }, hourMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
