import type { Answer, AnswerEvent, AnswerPart, Citation } from '#contract/assistant';
import type { Locale } from '#contract/common';
import type { Need } from '#contract/need';
import type { Problem } from '#contract/problem';
import { answerLocale } from './answer-locale';
import { readEventStream } from './read-event-stream';

/** One question and what is known of its answer so far. */
export type Turn = {
  /** The answer's id, once it has begun. */
  id: string | null;
  /** How many events of its stream have come. */
  received: number;
  question: string;
  status: 'asking' | 'streaming' | 'finished' | 'stopped' | 'failed';
  /** The language the answer is written in. */
  locale: Locale;
  sourcesRead: number | null;
  parts: AnswerPart[];
  citations: Record<number, Citation>;
  abstained: boolean;
  need: Need | null;
  /** What went wrong, in the server's words; empty when it could not be reached. */
  problem: string;
};

/** A conversation with the assistant: questions, streaming answers, and a way to stop. */
export type AnswerSession = {
  readonly turns: Turn[];
  readonly busy: boolean;
  readonly conversationId: string | undefined;
  ask(text: string): void;
  retry(): void;
  stop(): void;
  /** Forgets the conversation and begins another with this question; what was answered lately is shown again. */
  restart(text: string): void;
};

type Options = {
  locale: Locale;
  listingId?: string;
  /** Listings beside the first answer, in their order: "the second one" means one of them until another answer shows its own. */
  inSight?: string[];
  fetch?: typeof globalThis.fetch;
};
type Conversation = { id: string | undefined; turns: Turn[] };

const mostRemembered = 12;
/** Finished conversations of this visit, so that coming back to a page does not ask again. Browser only. */
const remembered = new Map<string, Conversation>();

/** `made` are answers that there are already. Call within a component: it stops when the component goes. */
export function createAnswerSession(options: () => Options, made: Answer[] = []): AnswerSession {
  const begun: Turn[] = made.map(turnOf);
  const turns = $state<Turn[]>(begun);
  let conversationId = $state(made[0]?.conversationId);
  let opening = made[0]?.text ?? '';
  let running: AbortController | null = null;

  $effect(() => () => running?.abort());

  const keyOf = (text: string) => [options().locale, options().listingId ?? '', text].join('\n');

  async function run(index: number): Promise<void> {
    const controller = new AbortController();
    running?.abort();
    running = controller;
    const turn = turns[index]!;
    const { locale, listingId, inSight, fetch: send = fetch } = options();
    try {
      const response = await send('/api/v1/assistant/answers', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({
          text: turn.question,
          locale: answerLocale(turn.question, locale),
          conversationId,
          listingId,
          inSight: index === 1 ? inSight : undefined,
        }),
        signal: controller.signal,
      });
      if (!response.ok || !response.body) {
        turn.problem = ((await response.json()) as Problem).detail;
        turn.status = 'failed';
        return;
      }
      await follow(turn, response.body, controller.signal);
    } catch {
      // A stream that breaks goes on below where it broke off.
    }
    try {
      if (isOpen(turn) && turn.id && !controller.signal.aborted) {
        const { resumeAnswer } = await import('./resume-answer');
        await resumeAnswer(send, turn, controller.signal, (body) => follow(turn, body, controller.signal));
      }
    } finally {
      if (isOpen(turn) && !controller.signal.aborted) turn.status = 'failed';
      if (running === controller) running = null;
      if (turn.status === 'finished') remember();
    }
  }

  async function follow(turn: Turn, body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
    for await (const event of readEventStream(body)) {
      if (signal.aborted) break;
      apply(turn, event as AnswerEvent);
    }
  }

  function apply(turn: Turn, event: AnswerEvent): void {
    turn.received++;
    switch (event.type) {
      case 'answer-started':
        turn.id = event.answerId;
        conversationId = event.conversationId;
        turn.locale = event.locale;
        break;
      case 'plan':
        turn.sourcesRead = event.sourcesRead;
        turn.need = event.need;
        break;
      case 'citation':
        turn.citations[event.citation.number] = event.citation;
        break;
      case 'text-delta': {
        turn.status = 'streaming';
        const part = turn.parts[event.part];
        if (part?.type === 'text') part.sentences.push(event.sentence);
        else turn.parts[event.part] = { type: 'text', sentences: [event.sentence] };
        break;
      }
      case 'part':
        turn.status = 'streaming';
        turn.parts[event.part] = event.content;
        break;
      case 'answer-finished':
        turn.abstained = event.abstained;
        turn.status = 'finished';
        break;
      case 'answer-failed':
        turn.problem = event.detail;
        turn.status = 'failed';
    }
  }

  function remember(): void {
    const key = keyOf(opening);
    remembered.delete(key);
    remembered.set(key, { id: conversationId, turns: JSON.parse(JSON.stringify(turns)) as Turn[] });
    if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value!);
  }

  const session: AnswerSession = {
    get turns() {
      return turns;
    },
    get busy() {
      return isOpen(turns.at(-1));
    },
    get conversationId() {
      return conversationId;
    },
    ask(text) {
      const question = text.trim();
      if (question === '') return;
      if (turns.length === 0) opening = question;
      void run(turns.push(newTurn(question, options().locale)) - 1);
    },
    retry() {
      const last = turns.at(-1);
      if (!last) return;
      turns[turns.length - 1] = newTurn(last.question, options().locale);
      void run(turns.length - 1);
    },
    stop() {
      running?.abort();
      running = null;
      const last = turns.at(-1);
      if (last && session.busy) last.status = 'stopped';
    },
    restart(text) {
      running?.abort();
      running = null;
      const known = remembered.get(keyOf(text.trim()));
      opening = text.trim();
      conversationId = known?.id;
      turns.splice(0, turns.length, ...structuredClone(known?.turns ?? []));
      if (!known) session.ask(text);
    },
  };
  return session;
}

function isOpen(turn: Turn | undefined): boolean {
  return turn?.status === 'asking' || turn?.status === 'streaming';
}

function newTurn(question: string, locale: Locale): Turn {
  return {
    id: null,
    received: 0,
    question,
    status: 'asking',
    locale,
    sourcesRead: null,
    parts: [],
    citations: {},
    abstained: false,
    need: null,
    problem: '',
  };
}

function turnOf(answer: Answer): Turn {
  return {
    ...newTurn(answer.text, answer.locale),
    id: answer.id,
    need: answer.need,
    status: 'finished',
    sourcesRead: answer.sourcesRead,
    parts: answer.parts,
    citations: Object.fromEntries(answer.citations.map((citation) => [citation.number, citation])),
    abstained: answer.abstained,
  };
}
