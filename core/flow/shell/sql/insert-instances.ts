import type { Tx } from '../../../db/connect.ts';
import { packTexts } from '../../../db/pack.ts';
import type { InstanceRun } from '../run.ts';
import { stateText } from '../state-text.ts';

/** Instances that wait after their first batch. */
export async function insertInstances(tx: Tx, runs: readonly InstanceRun[], room: number): Promise<void> {
  if (runs.length === 0) return;
  await tx`
    insert into flow.instance (id, flow, version, state, status, subject_entity, subject_id, business_key, depth,
      started_by, started_at, seq, elements, is_stuck)
    select id, flow, version, state::json, status, subject_entity, subject_id, business_key, depth, started_by,
      to_timestamp(started_at / 1000), seq, string_to_array(elements, ' '), is_stuck
    from unnest(${runs.map((run) => run.id)}::uuid[], ${runs.map((run) => run.definition.key)}::text[],
      ${runs.map((run) => run.definition.version)}::int[],
      string_to_array(${packTexts(runs.map((run) => stateText(run, room)))}, chr(30)),
      ${runs.map((run) => run.status)}::text[], ${runs.map((run) => run.subject?.entity ?? null)}::text[],
      ${runs.map((run) => run.subject?.id ?? null)}::uuid[], ${runs.map((run) => run.businessKey)}::text[],
      ${runs.map((run) => run.depth)}::int[], ${runs.map((run) => run.startedBy)}::text[],
      ${runs.map((run) => run.startedAt)}::float8[], ${runs.map((run) => run.seq)}::int[],
      ${runs.map((run) => run.elements.join(' '))}::text[], ${runs.map((run) => String(run.isStuck))}::text[]::boolean[])
      as t (id, flow, version, state, status, subject_entity, subject_id, business_key, depth, started_by, started_at, seq,
        elements, is_stuck)`;
}
