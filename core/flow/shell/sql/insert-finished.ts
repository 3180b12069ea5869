import type { Tx } from '../../../db/connect.ts';
import { packTexts } from '../../../db/pack.ts';
import type { Variables } from '../../step/types.ts';
import type { InstanceRun } from '../run.ts';

export interface FinishedRow {
  run: InstanceRun;
  variables: Variables;
}

/** One that starts and ends in one batch is written here alone: 60,000 bare rows/s on two cores. */
export async function insertFinished(tx: Tx, rows: readonly FinishedRow[], now: number): Promise<void> {
  if (rows.length === 0) return;
  const runs = rows.map((row) => row.run);
  await tx`
    insert into flow.finished (id, flow, version, status, variables, error, subject_entity, subject_id, business_key,
      started_by, started_at, ended_at)
    select id, flow, version, status, variables::json, nullif(error, 'null')::json, subject_entity, subject_id,
      business_key, started_by, to_timestamp(started_at / 1000), to_timestamp(${now}::float8 / 1000)
    from unnest(${runs.map((run) => run.id)}::uuid[], ${runs.map((run) => run.definition.key)}::text[],
      ${runs.map((run) => run.definition.version)}::int[], ${runs.map((run) => run.ended!.state)}::text[],
      string_to_array(${packTexts(rows.map((row) => JSON.stringify(row.variables)))}, chr(30)),
      string_to_array(${packTexts(runs.map((run) => JSON.stringify(run.ended!.error ?? null)))}, chr(30)),
      ${runs.map((run) => run.subject?.entity ?? null)}::text[], ${runs.map((run) => run.subject?.id ?? null)}::uuid[],
      ${runs.map((run) => run.businessKey)}::text[], ${runs.map((run) => run.startedBy)}::text[],
      ${runs.map((run) => run.startedAt)}::float8[])
      as t (id, flow, version, status, variables, error, subject_entity, subject_id, business_key, started_by, started_at)`;
}
