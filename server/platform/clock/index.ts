/** Time comes from here, never from `Date.now()`, so that tests can set it. Milliseconds since the epoch. */
export type Clock = { now(): number };

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved. */
export function createManualClock(start: number): Clock & { advance(ms: number): void; set(at: number): void } {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
    set(at) {
      now = at;
    },
  };
}
