import { readFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { type Constraint, createLanguage } from '#engines/language';
import { createSearchIndex, type ListingDocument, type SearchIndex } from '#engines/retrieval';
import { loadKnowledge } from '#knowledge';
import { percentile, rounded } from '../eval/ranking-measures.ts';
import { createManyListings, type ManyListings, parseStyles } from './many-listings.ts';

const DEFAULT_LISTINGS = 1_000_000;
const WARM_UP = 300;
const REQUESTS = 2_000;
/** Every so many-th request asks for completions instead. */
const SUGGEST_EVERY = 6;
const PER_SECOND = 50;
const SECONDS = 30;
/** As the results page asks. */
const PAGE = {
  limit: 24,
  nearMisses: 24,
  withRelated: true,
  facets: ['category', 'department', 'brand', 'size', 'colour', 'condition', 'material', 'length'],
};

type Times = { p50Ms: number; p99Ms: number; maxMs: number };

/**
 * One index of a million listings in one process: how long it takes to build, what it weighs, how fast it answers a
 * mixed load, and how soon changes show while 50 requests and 50 changes a second come in. `data` may hold `styles.csv`,
 * whose titles and kinds are then used beside the demo world's.
 */
export async function run(options: { data?: string; listings?: string }): Promise<object> {
  const language = createLanguage(loadKnowledge());
  const styles =
    options.data === undefined ? [] : parseStyles(readFileSync(path.join(options.data, 'styles.csv'), 'utf8'));
  const many = createManyListings(language, styles);
  const count = Number(options.listings ?? DEFAULT_LISTINGS);

  const before = performance.now();
  const index = createSearchIndex(language);
  for (let at = 0; at < count; at++) {
    index.put(many.listing(at));
    if (at % 100_000 === 99_999)
      tell(`${at + 1} listings`, { seconds: rounded((performance.now() - before) / 1000, 1) });
  }
  const indexMs = Math.round(performance.now() - before);
  const size = { listings: index.size, indexMs, bytes: index.bytes(), rssBytes: process.memoryUsage().rss };
  tell('index', size);

  const answer = (number: number): void => {
    const text = many.request(number);
    if (number % SUGGEST_EVERY === 0) index.suggest(text.slice(0, 2 + (number % 9)), 8);
    else index.search({ need: language.understand(text, { vocabulary: index.vocabulary() }).need, text, ...PAGE });
  };
  for (let at = 0; at < WARM_UP; at++) answer(count + REQUESTS + at);
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let at = 0; at < REQUESTS; at++) {
    const start = performance.now();
    const cpu = process.cpuUsage();
    answer(count + at);
    const { user, system } = process.cpuUsage(cpu);
    times.push(performance.now() - start);
    cpuTimes.push((user + system) / 1000);
  }
  const mixed = { ...timesOf(times), cpu: timesOf(cpuTimes) };
  tell('mixed load', mixed);
  const live = await underChange(index, many, count, answer);
  tell('while it changes', live);
  return { ...size, mixed, live };
}

type Change = { apply(): void; isVisible(): boolean };

/** Requests and changes come in at their own times; times are counted from when each was due. */
async function underChange(
  index: SearchIndex,
  many: ManyListings,
  count: number,
  answer: (number: number) => void,
): Promise<object> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const waits: number[] = [];
  const shows: number[] = [];
  let invisible = 0;
  const start = performance.now();
  for (let tick = 0; tick < PER_SECOND * SECONDS; tick++) {
    const due = start + (tick * 1000) / PER_SECOND;
    const early = due - performance.now();
    await wait(Math.max(0, early));
    const change = changeOf(index, many, count, tick);
    change.apply();
    if (!change.isVisible()) invisible++;
    shows.push(performance.now() - due);
    await wait(0);
    answer(count + 10_000 + tick);
    waits.push(performance.now() - due);
  }
  delay.disable();
  return {
    perSecond: PER_SECOND,
    requests: timesOf(waits),
    visibleAfter: timesOf(shows),
    invisible,
    longestPauseMs: rounded(delay.max / 1e6, 1),
  };
}

/** A word that only changed titles have. */
const REVISITED = 'revisited';
const MOST_FOUND = 100;

/** A new price, a new listing, one less, another title: each with what a search must then say. */
function changeOf(index: SearchIndex, many: ManyListings, count: number, tick: number): Change {
  const old = many.listing((tick * 7919) % count);
  const isFound = ({ id, closetId, price }: ListingDocument, terms: string[] = []): boolean => {
    const { minor, currency } = price!;
    const filters: Constraint[] = [
      { key: 'closet', facet: 'closetId', operator: 'is', anyOf: [closetId!], bendable: false },
      { key: 'price', facet: 'price', operator: 'range', anyOf: [], min: minor, max: minor, currency, bendable: false },
    ];
    const { hits } = index.search({ need: { must: [], wishes: [], terms }, filters, limit: MOST_FOUND });
    return hits.some((hit) => hit.id === id);
  };
  if (tick % 4 === 1) return { apply: () => index.remove(old.id), isVisible: () => !isFound(old) };
  if (tick % 4 === 3) {
    const titled = { ...old, title: `${old.title} ${REVISITED}` };
    return { apply: () => index.put(titled), isVisible: () => isFound(titled, [REVISITED]) };
  }
  const priced = { ...old, price: { minor: 99_999_900 + tick, currency: 'EUR' } };
  const put = tick % 4 === 0 ? priced : many.listing(count + 50_000 + tick);
  return { apply: () => index.put(put), isVisible: () => isFound(put) };
}

function timesOf(times: number[]): Times {
  return {
    p50Ms: rounded(percentile(times, 0.5), 2),
    p99Ms: rounded(percentile(times, 0.99), 2),
    maxMs: rounded(Math.max(...times), 2),
  };
}

function tell(what: string, figures: object): void {
  process.stderr.write(`${what.padEnd(18)} ${JSON.stringify(figures)}\n`);
}
