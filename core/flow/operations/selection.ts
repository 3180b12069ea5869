import type { Sql } from '../../db/connect.ts';
import { running } from '../commands/instance-sources.ts';
import type { InstanceQuery } from '../commands/list-instances.ts';
import type { Operation } from './operation.ts';

export type InstanceFilter = Omit<InstanceQuery, 'actor' | 'limit' | 'cursor' | 'count'>;

/** Running instances that an operation is for, as a condition on `flow.instance`. */
export function selected(sql: Sql, { selection, kind }: Pick<Operation, 'selection' | 'kind'>) {
  const which =
    'ids' in selection ? sql`id = any(${selection.ids}::uuid[])` : running({ sql }, selection.filter).where;
  const isOfIncidents = kind === 'retry' || kind === 'resolve';
  const stopped = sql`and exists (select from flow.incident where instance_id = instance.id and resolved_at is null)`;
  return sql`${which} ${isOfIncidents ? stopped : sql``}`;
}
