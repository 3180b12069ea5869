import type { Tx } from '../../../db/connect.ts';
import type { InstanceRun } from '../run.ts';

/** Rows of waits follow their instance to the record that others became. */
export async function writeMerged(tx: Tx, runs: readonly InstanceRun[]): Promise<void> {
  const merged = runs.filter((run) => run.merged !== null);
  const groups = Map.groupBy(merged, (run) => JSON.stringify(run.merged));
  for (const group of groups.values()) {
    const { entity, from, into } = group[0]!.merged!;
    const ids = group.map((run) => run.id);
    const isAbout = tx`subject_entity = ${entity} and subject_id = any(${[...from]}::uuid[])`;
    await Promise.all([
      tx`update flow.instance set subject_id = ${into} where id = any(${ids}::uuid[]) and ${isAbout}`,
      tx`update flow.work_item set subject_id = ${into} where instance_id = any(${ids}::uuid[]) and ${isAbout}`,
      tx`update flow.subscription set record_id = ${into}
        where instance_id = any(${ids}::uuid[]) and entity = ${entity} and record_id = any(${[...from]}::uuid[])`,
    ]);
  }
}
