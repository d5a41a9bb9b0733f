import { expect, test } from 'vitest';
import { readEventStream } from './read-event-stream';

function streamOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

const encode = (text: string) => new TextEncoder().encode(text);

async function readAll(stream: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const event of readEventStream(stream)) events.push(event);
  return events;
}

test('events come one by one, whatever pieces they arrive in', async () => {
  const bytes = encode('event: a\ndata: {"n":1}\nid: 1\n\ndata: {"text":"红色 قرمز"}\n\n');
  const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
  expect(await readAll(streamOf(...pieces))).toEqual([{ n: 1 }, { text: '红色 قرمز' }]);
});

test('comments and an event that was cut off are left out', async () => {
  expect(await readAll(streamOf(encode(': keep-alive\n\ndata: {"n":1}\r\n\r\ndata: {"n":')))).toEqual([{ n: 1 }]);
});
