import { arrayLiteral } from '../../../db/array-literal.ts';
import type { Tx } from '../../../db/connect.ts';
import { packTexts } from '../../../db/pack.ts';
import type { Wait } from '../../step/types.ts';
import type { InstanceRun } from '../run.ts';

export interface NewWorkItem {
  id: string;
  run: InstanceRun;
  wait: number;
  body: Extract<Wait, { kind: 'work-item' }>;
}

/**
 * Column by column, lists as the literals that PostgreSQL reads, since its nested arrays would have to be of one length.
 * A JSON record for each row cost three times as much as all its indexes.
 */
export async function insertWorkItems(tx: Tx, items: readonly NewWorkItem[], now: number): Promise<void> {
  if (items.length === 0) return;
  const runs = items.map(({ run }) => run);
  const bodies = items.map(({ body }) => body);
  await tx`
    insert into flow.work_item (id, instance_id, wait, flow, version, element, name, assignee, candidate_users,
      candidate_roles, due_at, follow_up_at, priority, form, note, subject_entity, subject_id, created_at)
    select id, instance_id, wait, flow, version, element, name, assignee, candidate_users::uuid[], candidate_roles::text[],
      due_at::timestamptz, follow_up_at::timestamptz, priority, nullif(form, 'null')::json, note, subject_entity, subject_id,
      to_timestamp(${now}::float8 / 1000)
    from unnest(${items.map(({ id }) => id)}::uuid[], ${runs.map(({ id }) => id)}::uuid[],
      ${items.map(({ wait }) => wait)}::int[], ${runs.map(({ definition }) => definition.key)}::text[],
      ${runs.map(({ definition }) => definition.version)}::int[], ${bodies.map(({ element }) => element)}::text[],
      ${bodies.map(({ name }) => name)}::text[], ${bodies.map(({ assignee }) => assignee)}::uuid[],
      ${bodies.map(({ candidateUsers }) => arrayLiteral(candidateUsers))}::text[],
      ${bodies.map(({ candidateRoles }) => arrayLiteral(candidateRoles))}::text[],
      ${bodies.map(({ due }) => due)}::text[], ${bodies.map(({ followUp }) => followUp)}::text[],
      ${bodies.map(({ priority }) => priority)}::int[],
      string_to_array(${packTexts(bodies.map(({ form }) => JSON.stringify(form ?? null)))}, chr(30)),
      ${bodies.map(({ note }) => note ?? null)}::text[], ${runs.map(({ subject }) => subject?.entity ?? null)}::text[],
      ${runs.map(({ subject }) => subject?.id ?? null)}::uuid[])
      as t (id, instance_id, wait, flow, version, element, name, assignee, candidate_users, candidate_roles, due_at,
        follow_up_at, priority, form, note, subject_entity, subject_id)`;
}
