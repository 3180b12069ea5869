import type { Tx } from '../../../db/connect.ts';
import type { Wait } from '../../step/types.ts';

export interface NewSubscription {
  instance: string;
  wait: number;
  body: Extract<Wait, { kind: 'message' | 'signal' | 'condition' }>;
  /** A kept message is on its way to it already. */
  isTaken: boolean;
}

export async function insertSubscriptions(
  tx: Tx,
  rows: readonly NewSubscription[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  const bodies = rows.map((row) => row.body);
  await tx`
    insert into flow.subscription (instance_id, wait, kind, element, name, correlation_key, entity, record_id, is_taken, opened_at)
    select t.*, to_timestamp(${now}::float8 / 1000)
    from unnest(${rows.map((row) => row.instance)}::uuid[], ${rows.map((row) => row.wait)}::int[],
      ${bodies.map((body) => body.kind)}::text[], ${bodies.map((body) => body.element)}::text[],
      ${bodies.map((body) => ('name' in body ? body.name : null))}::text[],
      ${bodies.map((body) => (body.kind === 'message' ? body.correlationKey : null))}::text[],
      ${bodies.map((body) => (body.kind === 'condition' ? body.entity : null))}::text[],
      ${bodies.map((body) => (body.kind === 'condition' ? body.recordId : null))}::uuid[],
      ${rows.map((row) => String(row.isTaken))}::text[]::boolean[]) as t`;
}
