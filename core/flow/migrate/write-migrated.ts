import type { Tx } from '../../db/connect.ts';
import type { InstanceRun } from '../shell/run.ts';

/** Rows of waits and incidents follow their instance into the version and take the names it has there. */
export async function writeMigrated(tx: Tx, runs: readonly InstanceRun[]): Promise<void> {
  const migrated = runs.filter((run) => run.migrated !== null);
  const groups = Map.groupBy(migrated, ({ definition, migrated: mapping }) =>
    JSON.stringify([definition.key, definition.version, mapping]),
  );
  for (const group of groups.values()) await writeGroup(tx, group);
}

async function writeGroup(tx: Tx, runs: readonly InstanceRun[]): Promise<void> {
  const { definition, migrated } = runs[0]!;
  const { version, graph } = definition;
  const ids = runs.map((run) => run.id);
  const mapping = tx.json(migrated ?? {});
  const names = tx.json(Object.fromEntries(Object.values(graph.nodes).map(({ id, name }) => [id, name])));
  const element = tx`coalesce(${mapping}::jsonb->>element, element)`;
  await Promise.all([
    tx`update flow.instance set version = ${version} where id = any(${ids}::uuid[])`,
    tx`update flow.work_item set version = ${version}, element = ${element},
         name = coalesce(${names}::jsonb->>${element}, name)
       where instance_id = any(${ids}::uuid[]) and state = 'open'`,
    tx`update flow.subscription set element = ${element} where instance_id = any(${ids}::uuid[])`,
    tx`update flow.call set element = ${element} where parent_id = any(${ids}::uuid[])`,
    tx`update flow.incident set version = ${version}, element = ${element}
       where instance_id = any(${ids}::uuid[]) and resolved_at is null`,
  ]);
}
