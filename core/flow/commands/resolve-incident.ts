import type { Actor } from '../../access/actor.ts';
import { notFound } from '../../errors.ts';
import type { Variables } from '../step/types.ts';
import type { FlowParts } from './parts.ts';
import { submit } from './submit.ts';

interface Row {
  instance: string | null;
  number: number | null;
  job: string | null;
}

/**
 * Somebody did by hand what stopped: the instance goes on behind the element. Of a job that failed outside of the
 * model nothing is left to do. Problem 404 when it is resolved.
 */
export async function resolveIncident(
  parts: FlowParts,
  { actor, id, variables }: { actor: Actor; id: string; variables?: Variables },
): Promise<void> {
  const { sql, clock } = parts;
  const [row] = await sql<Row[]>`
    select instance_id as instance, number, job_id as job from flow.incident where id = ${id} and resolved_at is null`;
  if (!row) throw notFound('incident', id);
  if (row.instance && row.number !== null) {
    const payload = { actor: actor.id, command: { type: 'resolve', incident: row.number, variables } };
    await submit(parts, { kind: 'flow.command', lane: 0, dueAt: clock.now(), target: row.instance, payload });
    return;
  }
  await sql.begin(async (tx) => {
    if (row.job) await tx`delete from core.job where id = ${row.job} and failed_at is not null`;
    await tx`
      update flow.incident set resolved_at = to_timestamp(${clock.now()}::float8 / 1000), resolved_by = ${actor.id}
      where id = ${id}`;
  });
}
