import type { Tx } from '../../../db/connect.ts';

/** Which waits of these instances still have their subscription, as `<instance>:<wait>`. */
export async function openSubscriptions(tx: Tx, instances: readonly string[]): Promise<Set<string>> {
  if (instances.length === 0) return new Set();
  const rows = await tx<{ instance: string; wait: number }[]>`
    select instance_id as instance, wait from flow.subscription where instance_id = any(${[...instances]}::uuid[])`;
  return new Set(rows.map((row) => `${row.instance}:${row.wait}`));
}
