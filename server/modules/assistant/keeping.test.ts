import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type AnswerEvent, answer as answerSchema } from '#contract/assistant';
import { conversationPage, conversation as conversationSchema } from '#contract/conversation';
import { correction as correctionSchema, feedback as feedbackSchema } from '#contract/feedback';
import { createTestApp, makeCloset, makeListing, type TestApp, untilSearch } from '#testing';

type Person = Awaited<ReturnType<TestApp['signUp']>>;
type Numbered = { id: number; event: AnswerEvent };

function parseEvents(text: string): Numbered[] {
  return text.split('\n\n').flatMap((block) => {
    const id = /^id: (\d+)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    return id && data ? [{ id: Number(id), event: JSON.parse(data) as AnswerEvent }] : [];
  });
}

describe('what was said is kept', () => {
  let app: TestApp;
  let seller: Person;
  let operator: Person;
  beforeAll(async () => {
    app = await createTestApp({ OPERATORS: 'op@example.org' });
    seller = await app.signUp('Seller');
    operator = await app.signUp('Op');
    const opened = await app.request('/api/v1/closets', {
      method: 'POST',
      json: { handle: 'kept-closet', name: 'Kept', language: 'en' },
      as: seller,
    });
    expect(opened.status, await opened.clone().text()).toBe(201);
    const { id: closet } = (await opened.json()) as { id: string };
    for (const colour of ['red', 'blue', 'green'])
      await makeListing(app, {
        id: `coat-${colour}`,
        closet_id: closet,
        title: `${colour} wool coat`,
        category: 'coats',
        description: `A ${colour} wool coat with deep pockets, lined in silk.`,
        attributes: { colour, material: 'wool', length: 'knee', pockets: true },
      });
    await makeListing(app, {
      id: 'lone-coat',
      closet_id: await makeCloset(app),
      category: 'coats',
      title: 'Lone coat',
    });
    await untilSearch(app, 'coat', (ids) => ids.length === 4);
  });
  afterAll(() => app.stop());

  async function ask(json: object, as?: Person): Promise<Answer> {
    app.clock.advance(1000);
    const response = await app.request('/api/v1/assistant/answers', { method: 'POST', json, as });
    expect(response.status).toBe(200);
    return answerSchema.parse(await response.json());
  }
  const status = async (method: string, path: string, as?: Person, json?: unknown) =>
    (await app.request(`/api/v1${path}`, { method, as, json })).status;

  describe('a stream that breaks', () => {
    let server: http.Server;
    let base: string;
    beforeAll(async () => {
      server = http.createServer(getRequestListener(app.api.fetch));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
    });
    afterAll(() => void server.close());

    test('goes on after the last event that came, without a gap or a repeat, wherever the socket was cut', async () => {
      const asking = {
        method: 'POST',
        headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'a warm wool coat for winter' }),
      };
      const whole = parseEvents(await (await fetch(`${base}/assistant/answers`, asking)).text());
      const types = (events: Numbered[]) => events.map(({ event }) => event.type);
      expect(types(whole).at(-1)).toBe('answer-finished');

      for (const cutAfter of [3, 5, whole.length - 1]) {
        const got = await readUntilCut(`${base}/assistant/answers`, asking.body, cutAfter);
        const last = got.at(-1)!.id;
        const started = got[0]!.event as Extract<AnswerEvent, { type: 'answer-started' }>;
        const rest = await fetch(`${base}/assistant/answers/${started.answerId}/events`, {
          headers: { 'last-event-id': String(last) },
        });
        expect(rest.status).toBe(200);
        const all = [...got, ...parseEvents(await rest.text())];
        expect(all.map(({ id }) => id)).toEqual(whole.map((_, index) => index + 1));
        expect(types(all)).toEqual(types(whole));
      }
    });

    /** Reads so many events of a stream over a raw socket and cuts it. */
    function readUntilCut(url: string, body: string, count: number): Promise<Numbered[]> {
      return new Promise((resolve, reject) => {
        const headers = { accept: 'text/event-stream', 'content-type': 'application/json' };
        const request = http.request(url, { method: 'POST', headers }, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => {
            text += chunk.toString();
            const events = parseEvents(text);
            if (events.length < count) return;
            request.destroy();
            resolve(events.slice(0, count));
          });
          response.on('error', () => {});
        });
        request.on('error', (error) => (request.destroyed ? undefined : reject(error)));
        request.end(body);
      });
    }
  });

  test('an answer that never was is not waited for, and a stranger resumes nothing', async () => {
    const started = performance.now();
    expect(await status('GET', '/assistant/answers/ans_0000000000000000000000/events')).toBe(404);
    expect(performance.now() - started).toBeLessThan(2000);
    const [owner, stranger] = [await app.signUp(), await app.signUp()];
    const { id } = await ask({ text: 'a wool coat' }, owner);
    expect(await status('GET', `/assistant/answers/${id}/events`, stranger)).toBe(404);
    expect(await status('GET', `/assistant/answers/${id}/events?after=-1`, owner)).toBe(422);
  });

  test('conversations are listed latest first, a page at a time, and read again in order', async () => {
    const owner = await app.signUp();
    const first = await ask({ text: 'a wool coat' }, owner);
    await ask({ text: 'in blue', conversationId: first.conversationId }, owner);
    const second = await ask({ text: 'a red coat' }, owner);
    const list = async (query = '') =>
      conversationPage.parse(await (await app.request(`/api/v1/conversations${query}`, { as: owner })).json());
    const page = await list('?limit=1');
    expect(page.conversations).toMatchObject([{ id: second.conversationId, title: 'a red coat', questions: 1 }]);
    const rest = await list(`?limit=1&cursor=${page.nextCursor}`);
    expect(rest.conversations).toMatchObject([{ id: first.conversationId, title: 'a wool coat', questions: 2 }]);
    expect(rest.nextCursor).toBeNull();
    const response = await app.request(`/api/v1/conversations/${first.conversationId}`, { as: owner });
    const read = conversationSchema.parse(await response.json());
    expect(read).toMatchObject({ title: 'a wool coat', isOwn: true, earlier: null });
    expect(read.answers.map(({ text }) => text)).toEqual(['a wool coat', 'in blue']);
  });

  test('a long conversation is read in pages', async () => {
    const first = await ask({ text: 'a wool coat' });
    for (let i = 0; i < 22; i++) await ask({ text: `thanks ${i}`, conversationId: first.conversationId });
    const read = async (query = '') =>
      conversationSchema.parse(
        await (await app.request(`/api/v1/conversations/${first.conversationId}${query}`)).json(),
      );
    const latest = await read();
    expect(latest.answers).toHaveLength(20);
    expect(latest.answers.at(-1)?.text).toBe('thanks 21');
    const before = await read(`?before=${latest.earlier}`);
    expect(before.answers.map(({ text }) => text)).toEqual(['a wool coat', 'thanks 0', 'thanks 1']);
    expect(before.earlier).toBeNull();
  });

  test('what is sold by now is shown as gone, everything else with the price of today', async () => {
    const { id } = await ask({ text: 'a green wool coat' });
    await makeListing(app, { id: 'coat-green', closet_id: await makeCloset(app), category: 'coats', status: 'sold' });
    const again = answerSchema.parse(await (await app.request(`/api/v1/assistant/answers/${id}`)).json());
    const cards = again.parts.flatMap((part) => (part.type === 'listing-cards' ? part.listings : []));
    expect(cards.find(({ listingId }) => listingId === 'coat-green')?.listing).toBeNull();
  });

  test('nobody else reads or deletes a conversation, and deleting takes its answers along', async () => {
    const [owner, stranger] = [await app.signUp(), await app.signUp()];
    const { id, conversationId } = await ask({ text: 'a wool coat' }, owner);
    for (const as of [stranger, undefined]) {
      expect(await status('GET', `/conversations/${conversationId}`, as)).toBe(404);
      expect(await status('DELETE', `/conversations/${conversationId}`, as)).toBe(as ? 404 : 401);
    }
    expect(await status('GET', '/conversations')).toBe(401);
    expect(await status('DELETE', `/conversations/${conversationId}`, owner)).toBe(204);
    expect(await status('GET', `/assistant/answers/${id}`, owner)).toBe(404);
    const visitors = await ask({ text: 'a wool coat' });
    expect(await status('GET', `/conversations/${visitors.conversationId}`)).toBe(200);
    expect(await status('DELETE', `/conversations/${visitors.conversationId}`, stranger)).toBe(404);
  });

  describe('feedback', () => {
    /** The place of the first factual sentence about the seller's listing. */
    async function aboutSeller(as?: Person): Promise<{ answer: Answer; part: number; sentence: number }> {
      const answer = await ask({ text: 'Does it have pockets?', listingId: 'coat-red' }, as);
      const part = answer.parts.findIndex((one) => one.type === 'text');
      return { answer, part, sentence: 0 };
    }

    test('a thumb is one a reader, can change and be taken back', async () => {
      const [owner, stranger] = [await app.signUp(), await app.signUp()];
      const { answer } = await aboutSeller(owner);
      const path = `/assistant/answers/${answer.id}`;
      const said = async () =>
        feedbackSchema.parse(await (await app.request(`/api/v1${path}/feedback`, { as: owner })).json()).good;
      expect(await said()).toBeNull();
      expect(await status('PUT', `${path}/rating`, owner, { good: true })).toBe(204);
      expect(await status('PUT', `${path}/rating`, owner, { good: false })).toBe(204);
      expect(await said()).toBe(false);
      expect(await status('PUT', `${path}/rating`, stranger, { good: true })).toBe(404);
      expect(await status('GET', `${path}/feedback`, stranger)).toBe(404);
      expect(await status('DELETE', `${path}/rating`, owner)).toBe(204);
      expect(await said()).toBeNull();
    });

    test('a wrong sentence reaches its seller, who settles it, and the asker sees the word', async () => {
      const [asker, stranger] = [await app.signUp(), await app.signUp()];
      const { answer, part, sentence } = await aboutSeller(asker);
      const path = `/assistant/answers/${answer.id}`;
      const sent = await app.request(`/api/v1${path}/corrections`, {
        method: 'POST',
        json: { part, sentence, reason: 'not-true', note: 'The pockets are sewn shut.' },
        as: asker,
      });
      expect(sent.status).toBe(201);
      const correction = correctionSchema.parse(await sent.json());
      expect(correction).toMatchObject({ state: 'open', listingId: 'coat-red', reason: 'not-true' });

      const inbox = async (as: Person) =>
        ((await (await app.request('/api/v1/me/corrections', { as })).json()) as { corrections: { id: string }[] })
          .corrections;
      expect((await inbox(seller)).map(({ id }) => id)).toContain(correction.id);
      for (const as of [asker, stranger, operator]) {
        expect((await inbox(as)).map(({ id }) => id)).not.toContain(correction.id);
        expect(await status('POST', `/me/corrections/${correction.id}/settle`, as, { state: 'fixed' })).toBe(404);
      }
      const settle = { state: 'fixed', reply: 'Thank you, I have changed it.' };
      expect(await status('POST', `/me/corrections/${correction.id}/settle`, seller, settle)).toBe(200);
      expect(await status('POST', `/me/corrections/${correction.id}/settle`, seller, settle)).toBe(409);
      const seen = feedbackSchema.parse(await (await app.request(`/api/v1${path}/feedback`, { as: asker })).json());
      expect(seen.corrections).toMatchObject([{ id: correction.id, ...settle }]);
      expect(await status('DELETE', `/assistant/corrections/${correction.id}`, asker)).toBe(409);
    });

    test('a second word on the same sentence replaces the first; taken back it is gone', async () => {
      const [asker, stranger] = [await app.signUp(), await app.signUp()];
      const { answer, part, sentence } = await aboutSeller(asker);
      const path = `/assistant/answers/${answer.id}`;
      const send = (reason: string) =>
        app.request(`/api/v1${path}/corrections`, { method: 'POST', json: { part, sentence, reason }, as: asker });
      const first = correctionSchema.parse(await (await send('other')).json());
      const second = correctionSchema.parse(await (await send('outdated')).json());
      expect(second).toMatchObject({ id: first.id, reason: 'outdated' });
      expect(await status('DELETE', `/assistant/corrections/${first.id}`, stranger)).toBe(404);
      expect(await status('DELETE', `/assistant/corrections/${first.id}`, asker)).toBe(204);
      const seen = feedbackSchema.parse(await (await app.request(`/api/v1${path}/feedback`, { as: asker })).json());
      expect(seen.corrections).toEqual([]);
    });

    test('what nobody keeps is the operator’s to settle', async () => {
      await makeListing(app, {
        id: 'lone-coat',
        closet_id: await makeCloset(app),
        title: 'Lone coat',
        category: 'coats',
        attributes: { pockets: true },
      });
      const answer = await ask({ text: 'Does it have pockets?', listingId: 'lone-coat' });
      const part = answer.parts.findIndex((one) => one.type === 'text');
      const sent = await app.request(`/api/v1/assistant/answers/${answer.id}/corrections`, {
        method: 'POST',
        json: { part, sentence: 0, reason: 'other' },
      });
      const { id } = correctionSchema.parse(await sent.json());
      expect(await status('POST', `/me/corrections/${id}/settle`, seller, { state: 'refused' })).toBe(404);
      expect(await status('POST', `/me/corrections/${id}/settle`, operator, { state: 'refused' })).toBe(200);
    });

    test('a place without a factual sentence and an unknown reason are refused with a pointer', async () => {
      const { answer, part } = await aboutSeller();
      const path = `/api/v1/assistant/answers/${answer.id}/corrections`;
      const send = async (json: object) => app.request(path, { method: 'POST', json });
      const nowhere = await send({ part, sentence: 99, reason: 'other' });
      expect(nowhere.status).toBe(422);
      expect(await nowhere.json()).toMatchObject({ errors: [{ pointer: '/sentence' }] });
      expect((await send({ part, sentence: 0, reason: 'because' })).status).toBe(422);
      expect((await send({ part, sentence: 0, reason: 'other', note: 'x'.repeat(501) })).status).toBe(422);
    });
  });
});
