import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/**
 * Structured logs: JSON lines, or readable ones on a terminal. Secrets that might ride along in headers are removed.
 */
export function createLog(options: { level: string; format: 'auto' | 'json' | 'pretty' }): Logger {
  const pretty = options.format === 'pretty' || (options.format === 'auto' && process.stdout.isTTY === true);
  return pino(
    { level: options.level, base: undefined, redact: ['headers.cookie', 'headers.authorization', 'password'] },
    pretty ? readableLines() : undefined,
  );
}

const names: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

function readableLines(): DestinationStream {
  return {
    write(line) {
      const { level, time, msg, requestId, ...rest } = JSON.parse(line) as Record<string, unknown>;
      const at = new Date(time as number).toISOString().slice(11, 19);
      const details = Object.entries(rest).map(
        ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
      process.stdout.write(`${at} ${names[level as number] ?? level} ${msg} ${details.join(' ')}\n`);
    },
  };
}
