/** The rows of hand-overs: begun, followed, taken back. */
import type { Db } from '../../db/connect.ts';
import { notFound } from '../../errors.ts';

export interface HandOverPlan {
  /** Who gets the records, by entity; what is not named stays with the person. */
  entities: Record<string, string>;
  workItems?: string | undefined;
  teams?: string | undefined;
}

export interface HandOver {
  id: string;
  user: string;
  plan: HandOverPlan;
  state: 'running' | 'done' | 'failed' | 'undone';
  total: number;
  done: number;
  failed: number;
  moved: { workItems: string[]; teams: string[] };
  createdBy: string;
}

export async function readHandOver(sql: Db, id: string): Promise<HandOver> {
  const [row] = await sql<HandOver[]>`
    select id, user_id as user, plan, state, total, done, failed, moved, created_by as "createdBy"
    from core.hand_over where id = ${id}`;
  if (!row) throw notFound('hand-over', id);
  return row;
}

/** The last one of a person, for their page. */
export async function lastHandOver(sql: Db, user: string): Promise<HandOver | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from core.hand_over where user_id = ${user} order by created_at desc limit 1`;
  return row ? readHandOver(sql, row.id) : null;
}
