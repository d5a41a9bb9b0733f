import type { ColumnType } from 'kysely';
import type { Constraint, OwnFact } from '#engines/language';

export type MemoryTables = {
  'memory.fact': {
    id: string;
    user_id: string;
    kind: OwnFact['kind'];
    about: OwnFact['about'];
    slot: string;
    meaning: ColumnType<Constraint, string, string>;
    said: string;
    learnt_at: Date;
    expires_at: Date;
  };
};
