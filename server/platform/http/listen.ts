import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type HttpServer = { address: string; port: number; stop(): Promise<void> };

/** The address cannot be listened on; the message says which and why. */
export class ListenError extends Error {}

const drainMs = 5000;

/** Listens, and resolves once connections are taken. `stop` lets running requests finish, for five seconds at most. */
export function listen(options: {
  port: number;
  host: string;
  onRequest(request: IncomingMessage, response: ServerResponse): void;
}): Promise<HttpServer> {
  const server = createServer({ maxHeaderSize: 32 * 1024, requestTimeout: 300_000 }, options.onRequest);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new ListenError(reasonOf(error, options), { cause: error })),
    );
    server.listen(options.port, options.host, () => {
      const bound = server.address();
      const port = typeof bound === 'object' && bound ? bound.port : options.port;
      const shown = options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host;
      resolve({
        port,
        address: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`,
        stop: () => stop(server),
      });
    });
  });
}

function reasonOf(error: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
  if (error.code === 'EACCES') return `Port ${port} needs privileges; choose one from 1024: PORT=3000 npm start`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST=${host} is not an address of this machine.`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}

function stop(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
