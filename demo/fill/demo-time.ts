import { createRandom, type Random } from './seeded-random.ts';

export const dayMs = 24 * 3600 * 1000;

/** The world's dates: whole days before the start of the UTC day of filling, at an hour when people are awake. */
export type DemoTime = {
  startOfDay: number;
  /** The moment `daysAgo` days before; `seed` decides the hour. Never later than the start of the day. */
  at(daysAgo: number, seed: string): Date;
};

export function createDemoTime(now: number): DemoTime {
  const startOfDay = now - (now % dayMs);
  return {
    startOfDay,
    at: (daysAgo, seed) => new Date(Math.min(startOfDay, startOfDay - daysAgo * dayMs + timeOfDay(createRandom(seed)))),
  };
}

/** Milliseconds after midnight, from 7 to 22:30, most of them in the evening. */
export function timeOfDay(random: Random): number {
  const hours = 7 + 15.5 * Math.max(random(), random());
  return Math.floor(hours * 3600) * 1000;
}
