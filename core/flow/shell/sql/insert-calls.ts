import type { Tx } from '../../../db/connect.ts';
import type { InstanceRun } from '../run.ts';

/** Who was called by whom: kept beside both, so that instances without a caller pay nothing for it. */
export async function insertCalls(tx: Tx, runs: readonly InstanceRun[]): Promise<void> {
  if (runs.length === 0) return;
  const callers = runs.map((run) => run.state!.caller!);
  await tx`
    insert into flow.call (child_id, parent_id, ask, element)
    select * from unnest(${runs.map((run) => run.id)}::uuid[], ${callers.map((caller) => caller.instance)}::uuid[],
      ${callers.map((caller) => caller.ask)}::int[], ${callers.map((caller) => caller.element)}::text[])`;
}
