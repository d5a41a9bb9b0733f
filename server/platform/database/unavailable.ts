// SQLSTATE: 08 connection exceptions, 53 too few resources (connections, memory, disk), 57P0x shutting down or starting.
const states = /^(08...|53...|57P0[1235])$/;
const causes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** What `pg` and its pool say without a code. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether the database could not be reached or has no room for us now, so that the same request may work later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return states.test(code) || causes.has(code);
  return words.test(error.message);
}
