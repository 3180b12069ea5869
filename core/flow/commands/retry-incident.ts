import type { Actor } from '../../access/actor.ts';
import { notFound } from '../../errors.ts';
import { revive } from '../../job/index.ts';
import type { FlowParts } from './parts.ts';
import { submit } from './submit.ts';

interface Row {
  instance: string | null;
  number: number | null;
  job: string | null;
}

/** Tries again what stopped: the element in its instance, or the job that failed. Problem 404 when it is resolved. */
export async function retryIncident(
  parts: FlowParts,
  { actor, id }: { actor: Actor; id: string },
): Promise<void> {
  const { sql, clock, engine } = parts;
  const [row] = await sql<Row[]>`
    select instance_id as instance, number, job_id as job from flow.incident where id = ${id} and resolved_at is null`;
  if (!row) throw notFound('incident', id);
  if (row.instance && row.number !== null) {
    const payload = { actor: actor.id, command: { type: 'retry', incident: row.number } };
    await submit(parts, { kind: 'flow.command', lane: 0, dueAt: clock.now(), target: row.instance, payload });
    return;
  }
  if (row.job) await revive(sql, [row.job], clock.now());
  await sql`
    update flow.incident set resolved_at = to_timestamp(${clock.now()}::float8 / 1000), resolved_by = ${actor.id}
    where id = ${id}`;
  engine.wake();
}
