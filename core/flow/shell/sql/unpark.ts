import type { Tx } from '../../../db/connect.ts';

/** Jobs that stood aside while their instance was suspended are due again. */
export async function unpark(
  tx: Tx,
  instances: readonly string[],
  { now, parkedUntil }: { now: number; parkedUntil: number },
): Promise<void> {
  if (instances.length === 0) return;
  await tx`
    update core.job set due_at = to_timestamp(${now}::float8 / 1000)
    where target = any(${[...instances]}::uuid[]) and due_at >= to_timestamp(${parkedUntil}::float8 / 1000)`;
}
