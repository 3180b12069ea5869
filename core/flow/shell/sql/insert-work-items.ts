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

/** Lists travel as JSON: PostgreSQL's nested arrays would have to be of one length. */
export async function insertWorkItems(tx: Tx, items: readonly NewWorkItem[], now: number): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ id, run, wait, body }) =>
    JSON.stringify({
      id,
      wait,
      instance_id: run.id,
      flow: run.definition.key,
      version: run.definition.version,
      element: body.element,
      name: body.name,
      assignee: body.assignee,
      candidate_users: body.candidateUsers,
      candidate_roles: body.candidateRoles,
      due_at: body.due,
      follow_up_at: body.followUp,
      priority: body.priority,
      form: body.form,
      note: body.note,
      subject_entity: run.subject?.entity,
      subject_id: run.subject?.id,
    }),
  );
  await tx`
    insert into flow.work_item (id, instance_id, wait, flow, version, element, name, assignee, candidate_users,
      candidate_roles, due_at, follow_up_at, priority, form, note, subject_entity, subject_id, created_at)
    select id, instance_id, wait, flow, version, element, name, assignee,
      array(select json_array_elements_text(candidate_users))::uuid[],
      array(select json_array_elements_text(candidate_roles)), due_at, follow_up_at, priority, form, note,
      subject_entity, subject_id, to_timestamp(${now}::float8 / 1000)
    from unnest(string_to_array(${packTexts(rows)}, chr(30))) as packed (row),
      json_to_record(packed.row::json) as t (id uuid, instance_id uuid, wait int, flow text, version int, element text,
        name text, assignee uuid, candidate_users json, candidate_roles json, due_at timestamptz,
        follow_up_at timestamptz, priority int, form json, note text, subject_entity text, subject_id uuid)`;
}
