import type { Tx } from '../../../db/connect.ts';

export interface WaitingCondition {
  instance: string;
  wait: number;
  element: string;
  /** Null: any record of the entity. */
  recordId: string | null;
  flow: string;
  version: number;
}

/** The conditions that a change of these records may turn. */
export const waitingForRecords = (
  tx: Tx,
  entity: string,
  ids: readonly string[],
): Promise<WaitingCondition[]> =>
  tx<WaitingCondition[]>`
    select s.instance_id as instance, s.wait, s.element, s.record_id as "recordId", i.flow, i.version
    from flow.subscription s join flow.instance i on i.id = s.instance_id
    where s.kind = 'condition' and s.entity = ${entity}
      and (s.record_id is null or s.record_id = any(${[...ids]}::uuid[]))
    order by s.opened_at, s.instance_id, s.wait`;

/** Whether anything waits for changes of these records: an instance, or a flow to start. */
export async function isAwaited(tx: Tx, entity: string, ids: readonly string[]): Promise<boolean> {
  const [found] = await tx<{ isAwaited: boolean }[]>`
    select exists (select 1 from flow.start_subscription where kind = 'record' and entity = ${entity})
      or exists (select 1 from flow.subscription where kind = 'condition' and entity = ${entity}
        and (record_id is null or record_id = any(${[...ids]}::uuid[]))) as "isAwaited"`;
  return found?.isAwaited === true;
}
