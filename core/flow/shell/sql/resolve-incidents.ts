import type { Tx } from '../../../db/connect.ts';

export interface ResolvedIncident {
  instance: string;
  number: number;
  by: string;
}

export async function resolveIncidents(
  tx: Tx,
  resolved: readonly ResolvedIncident[],
  now: number,
): Promise<void> {
  if (resolved.length === 0) return;
  await tx`
    update flow.incident set resolved_at = to_timestamp(${now}::float8 / 1000), resolved_by = t.by
    from unnest(${resolved.map((one) => one.instance)}::uuid[], ${resolved.map((one) => one.number)}::int[],
      ${resolved.map((one) => one.by)}::text[]) as t (instance_id, number, by)
    where incident.instance_id = t.instance_id and incident.number = t.number and resolved_at is null`;
}
