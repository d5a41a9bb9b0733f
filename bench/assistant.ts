import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile, rounded } from '../eval/ranking-measures.ts';
import { fillLargeShop } from './fill-large-shop.ts';
import { runServer } from './running-server.ts';

const LISTINGS = 100_000;
const REVIEWS_A_LISTING = 10;
const CONVERSATIONS = 50;
const TURNS = 5;
/** What somebody takes to read an answer before they ask on; each starts at a moment of their own within it. */
const THINK_MS = 5_000;
const ALONE = 60;
const WARM_UP = 20;
const MOST_MS = 9.5 * 60_000;

type Question = { text: string; listingId?: string };
type Timing = { firstEventMs: number; answerMs: number };

/**
 * The assistant of the built program on a large shop (100,000 listings with 1,000,000 reviews; `--listings N` for fewer),
 * over HTTP as a page asks: `firstEvent` is when the first event of the stream has come, `answer` when its last has.
 * First one question after the other (`alone...`), then 50 conversations at once, each reading for five seconds between
 * its questions. Ends by itself within ten minutes, and leaves nothing behind.
 */
export async function run(options: { listings?: string }): Promise<object> {
  const listings = Number(options.listings ?? LISTINGS);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-bench-'));
  const deadline = performance.now() + MOST_MS;
  try {
    const before = performance.now();
    const shop = await fillLargeShop(folder, { listings, reviews: listings * REVIEWS_A_LISTING });
    const fillSeconds = rounded((performance.now() - before) / 1000, 1);
    tell(`filled in ${fillSeconds} s`);
    const server = await runServer({ DEMO: 'off' }, folder, { onOneCore: false });
    try {
      tell(`open after ${rounded(server.startedMs / 1000, 1)} s`);
      const step = Math.max(1, Math.floor(listings / 997));
      const question = (number: number): Question =>
        questionOf(shop.many.request((number * step) % listings), shop.idOf((number * step) % listings), number);
      for (let at = 0; at < WARM_UP; at++) await ask(server.address, question(1_000 + at));
      const alone: Timing[] = [];
      for (let at = 0; at < ALONE && performance.now() < deadline; at++)
        alone.push(await ask(server.address, question(at)));
      const together = await converse(server.address, (number) => question(ALONE + number), deadline);
      const result = {
        listings,
        reviews: listings * REVIEWS_A_LISTING,
        conversations: CONVERSATIONS,
        thinkMs: THINK_MS,
        answers: together.length,
        ...figures(together),
        aloneAnswers: alone.length,
        ...Object.fromEntries(
          Object.entries(figures(alone)).map(([name, ms]) => [`alone${name[0]!.toUpperCase()}${name.slice(1)}`, ms]),
        ),
        fillSeconds,
        startedMs: Math.round(server.startedMs),
        residentMiB: await server.residentMiB(),
      };
      return result;
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What shoppers ask: for things in three languages, about a kind of thing, about one piece. */
function questionOf(request: string, listingId: string, number: number): Question {
  const about = ['Is it comfortable?', 'How does it fit?', 'Is the quality good?', 'Does it come up small?'];
  if (number % 4 === 1) return { text: about[(number >> 2) % about.length]!, listingId };
  if (number % 8 === 3) return { text: `what should I look for in ${request.split(' ').slice(-1)[0]}?` };
  return { text: request };
}

async function converse(address: string, question: (number: number) => Question, deadline: number): Promise<Timing[]> {
  const timings: Timing[] = [];
  await Promise.all(
    Array.from({ length: CONVERSATIONS }, async (_, person) => {
      await wait((person * THINK_MS) / CONVERSATIONS);
      let conversationId: string | undefined;
      for (let turn = 0; turn < TURNS && performance.now() < deadline; turn++) {
        const timing = await ask(address, { ...question(person * TURNS + turn), conversationId });
        conversationId = timing.conversationId;
        timings.push(timing);
        await wait(THINK_MS);
      }
    }),
  );
  return timings;
}

async function ask(
  address: string,
  question: Question & { conversationId?: string },
): Promise<Timing & { conversationId: string }> {
  const before = performance.now();
  const response = await fetch(`${address}/api/v1/assistant/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ locale: 'en', ...question }),
  });
  let firstEventMs = 0;
  let told = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) {
    told += decoder.decode(chunk, { stream: true });
    if (firstEventMs === 0 && told.includes('\n\n')) firstEventMs = performance.now() - before;
  }
  const answerMs = performance.now() - before;
  if (!told.includes('event: answer-finished')) throw new Error(`no answer to "${question.text}": ${told.slice(-300)}`);
  return { firstEventMs, answerMs, conversationId: /"conversationId":"([^"]+)"/.exec(told)![1]! };
}

function figures(timings: Timing[]): Record<string, number> {
  const of = (read: (timing: Timing) => number, share: number) => rounded(percentile(timings.map(read), share), 1);
  return {
    firstEventP50Ms: of(({ firstEventMs }) => firstEventMs, 0.5),
    firstEventP95Ms: of(({ firstEventMs }) => firstEventMs, 0.95),
    answerP50Ms: of(({ answerMs }) => answerMs, 0.5),
    answerP95Ms: of(({ answerMs }) => answerMs, 0.95),
  };
}

function tell(line: string): void {
  process.stderr.write(`assistant  ${line}\n`);
}
