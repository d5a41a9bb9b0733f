/** Seeded randomness: every picture owns one generator, so a listing always draws the same way. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [-amount, amount). */
  jitter(amount: number): number;
  between(low: number, high: number): number;
  pick<T>(options: readonly T[]): T;
  chance(probability: number): boolean;
}

/** FNV-1a over UTF-16 code units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    jitter: (amount) => (next() - 0.5) * 2 * amount,
    between: (low, high) => low + next() * (high - low),
    pick: (options) => options[Math.floor(next() * options.length)]!,
    chance: (probability) => next() < probability,
  };
}
