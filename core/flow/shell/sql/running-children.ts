import type { Tx } from '../../../db/connect.ts';

export interface CallOf {
  caller: string;
  ask: number;
}

/** The instances that run for these calls. */
export async function runningChildren(tx: Tx, calls: readonly CallOf[]): Promise<Map<string, string>> {
  if (calls.length === 0) return new Map();
  const rows = await tx<{ id: string; caller: string; ask: number }[]>`
    select call.child_id as id, call.parent_id as caller, call.ask
    from flow.call join unnest(${calls.map((call) => call.caller)}::uuid[], ${calls.map((call) => call.ask)}::int[])
      as wanted (caller, ask) on call.parent_id = wanted.caller and call.ask = wanted.ask
    join flow.instance on instance.id = call.child_id`;
  return new Map(rows.map(({ id, caller, ask }) => [callName({ caller, ask }), id]));
}

export const callName = ({ caller, ask }: CallOf): string => `${caller}:${ask}`;
