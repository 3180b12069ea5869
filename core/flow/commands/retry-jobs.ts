import type { Actor } from '../../access/actor.ts';
import { revive } from '../../job/index.ts';
import type { FlowParts } from './parts.ts';

/** Failed jobs are due again, and the incidents that told of them are closed. Answers how many there were. */
export async function retryJobs(
  { sql, clock, engine }: FlowParts,
  { actor, ids }: { actor: Actor; ids: readonly string[] },
): Promise<number> {
  const now = clock.now();
  const count = await sql.begin(async (tx) => {
    const revived = await revive(tx, ids, now);
    await tx`
      update flow.incident set resolved_at = to_timestamp(${now}::float8 / 1000), resolved_by = ${actor.id}
      where job_id = any(${revived}::uuid[]) and resolved_at is null`;
    return revived.length;
  });
  engine.wake();
  return count;
}
