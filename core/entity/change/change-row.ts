import type { Db, Sql } from '../../db/connect.ts';
import type { StepProgress } from '../schema/apply.ts';
import type { DefinitionOperation } from './operation.ts';
import type { Target } from './stored-definitions.ts';

export interface ChangeRow {
  id: string;
  entity: string;
  operations: ChangeDetail[];
  inverse: DefinitionOperation[];
  target: Target;
  state: 'running' | 'done' | 'failed';
  progress: StepProgress | null;
  problem: { code: string; params: Record<string, unknown> } | null;
  undoes: string | null;
  /** The change that took this one back. */
  undoneBy: string | null;
  createdBy: string;
  createdAt: Date;
  endedAt: Date | null;
}

/** An operation, or the making and removing of the entity itself. */
export type ChangeDetail = DefinitionOperation | { op: 'createEntity' } | { op: 'removeEntity' };

export type NewChange = Pick<
  ChangeRow,
  'id' | 'entity' | 'operations' | 'inverse' | 'target' | 'undoes' | 'createdBy'
>;

export const insertChange = (sql: Db, change: NewChange): Promise<unknown> =>
  sql`insert into core.entity_change (id, entity, operations, inverse, target, state, undoes, created_by)
    values (${change.id}, ${change.entity}, ${JSON.stringify(change.operations)}::text::json,
      ${JSON.stringify(change.inverse)}::text::json, ${JSON.stringify(change.target)}::text::json, 'running',
      ${change.undoes}, ${change.createdBy})`;

export const setProgress = (sql: Db, id: string, progress: StepProgress): Promise<unknown> =>
  sql`update core.entity_change set progress = ${JSON.stringify(progress)}::text::json where id = ${id}`;

export const endChange = (sql: Db, id: string, problem: ChangeRow['problem'] = null): Promise<unknown> =>
  sql`update core.entity_change set state = ${problem ? 'failed' : 'done'}, ended_at = now(),
    problem = ${problem === null ? null : JSON.stringify(problem)}::text::json where id = ${id}`;

const columns = (sql: Db) => sql`
  c.id, c.entity, c.operations, c.inverse, c.target, c.state, c.progress, c.problem, c.undoes,
  (select u.id from core.entity_change u where u.undoes = c.id and u.state <> 'failed' limit 1) as "undoneBy",
  c.created_by as "createdBy", c.created_at as "createdAt", c.ended_at as "endedAt"`;

export const readChanges = (sql: Sql, entity: string): Promise<ChangeRow[]> =>
  sql<ChangeRow[]>`select ${columns(sql)} from core.entity_change c
    where c.entity = ${entity} order by c.created_at desc, c.id desc limit 100`;

export async function readChange(sql: Sql, id: string): Promise<ChangeRow | undefined> {
  const [row] = await sql<ChangeRow[]>`select ${columns(sql)} from core.entity_change c where c.id = ${id}`;
  return row;
}

/** The oldest that nobody is at work on can be told only by trying its lock. */
export const readRunning = (sql: Sql): Promise<ChangeRow[]> =>
  sql<ChangeRow[]>`select ${columns(sql)} from core.entity_change c
    where c.state = 'running' order by c.created_at`;
