import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ModelTurn = { messages: { role: string; content: string | null }[]; tools?: unknown[]; stream?: boolean };

/** What the model does with a request. */
export type ModelBehaviour =
  /** Streams this text. */
  | { say: string }
  /** Streams calls of tools. */
  | { call: { name: string; arguments: string }[] }
  /** Streams the beginning and breaks off. */
  | { begin: string }
  /** Refuses with a status. */
  | { status: number }
  /** Never says anything. */
  | { silence: true };

export type LocalModel = {
  baseUrl: string;
  /** Everything it was asked, in order. */
  turns: ModelTurn[];
  /** What it does from now on. */
  behave(behaviour: ModelBehaviour | ((turn: ModelTurn) => ModelBehaviour)): void;
  stop(): Promise<void>;
};

/** An OpenAI-compatible API on 127.0.0.1 that streams what a test tells it to. */
export async function startLocalModel(): Promise<LocalModel> {
  let behaviour: ModelBehaviour | ((turn: ModelTurn) => ModelBehaviour) = { silence: true };
  const turns: ModelTurn[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const turn = JSON.parse(body) as ModelTurn;
      turns.push(turn);
      respond(response, typeof behaviour === 'function' ? behaviour(turn) : behaviour);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    turns,
    behave(next) {
      behaviour = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function respond(response: ServerResponse, behaviour: ModelBehaviour): void {
  if ('silence' in behaviour) return;
  if ('status' in behaviour) {
    response.writeHead(behaviour.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: 'no', type: 'error' } }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (delta: object, finish: string | null = null) =>
    response.write(
      `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 1, model: 'local', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
    );
  send({ role: 'assistant' });
  if ('call' in behaviour) {
    behaviour.call.forEach((call, index) => {
      send({ tool_calls: [{ index, id: `call-${index}`, type: 'function', function: call }] });
    });
    send({}, 'tool_calls');
  } else {
    const text = 'say' in behaviour ? behaviour.say : behaviour.begin;
    for (let at = 0; at < text.length; at += 48) send({ content: text.slice(at, at + 48) });
    if ('begin' in behaviour) {
      setTimeout(() => response.destroy(), 20);
      return;
    }
    send({}, 'stop');
  }
  response.end('data: [DONE]\n\n');
}
