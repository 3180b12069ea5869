import type { Tx } from '../../../db/connect.ts';

export interface Waiting {
  instance: string;
  wait: number;
}

/** The two oldest subscriptions a message fits; one with the very key goes before one without. */
export const waiting = (
  tx: Tx,
  message: { name: string; correlationKey: string | null },
): Promise<Waiting[]> =>
  tx<Waiting[]>`
    select instance_id as instance, wait from flow.subscription
    where kind = 'message' and not is_taken and name = ${message.name}
      and (correlation_key = ${message.correlationKey} or correlation_key is null or ${message.correlationKey}::text is null)
    order by correlation_key is not distinct from ${message.correlationKey} desc, opened_at, instance_id limit 2`;

/** False when it was closed or taken by somebody else meanwhile. */
export async function takeWaiting(tx: Tx, { instance, wait }: Waiting): Promise<boolean> {
  const rows = await tx`
    update flow.subscription set is_taken = true where instance_id = ${instance} and wait = ${wait} and not is_taken`;
  return rows.count === 1;
}
