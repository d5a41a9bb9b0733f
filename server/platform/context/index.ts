import type { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database';
import type { Logger } from '#platform/log';
import type { Outbox } from '#platform/outbox';

/** Who acts. `member` is a signed-in person; `system` is the program itself (command line, jobs). */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'member'; userId: string; name: string; email: string; isOperator: boolean }
  | { kind: 'system' };

/** What every use case needs, handed down instead of imported. */
export type Ctx = {
  db: Database;
  clock: Clock;
  log: Logger;
  config: Config;
  outbox: Outbox;
  actor: Actor;
};
