/** Records became one with another: flows about them go on about that one. */
import { enqueue, type Job } from '../../../job/index.ts';
import type { CommandPayload } from '../kinds.ts';
import type { Planner } from '../planner.ts';
import { pointQueued } from './queued.ts';

export interface RecordMergedPayload {
  entity: string;
  into: string;
  from: string[];
  actor: string;
}

/** A start takes some milliseconds. */
const pause = 1_000;

/** Each instance that is about one of them, or waits for its changes, is told. */
export const recordMerged: Planner = {
  kind: 'flow.record-merged',
  plan: async (tx, job, parts) => {
    const { entity, into, from, actor } = (job as Job<RecordMergedPayload>).payload;
    // Before those that run are looked for: what begins meanwhile is found among them, now or next time.
    const isUnderWay = await pointQueued(tx, { from, into });
    const rows = await tx<{ id: string }[]>`
      select id from flow.instance where subject_entity = ${entity} and subject_id = any(${from}::uuid[])
      union
      select instance_id from flow.subscription
      where kind = 'condition' and entity = ${entity} and record_id = any(${from}::uuid[])`;
    const payload: CommandPayload = { actor, command: { type: 'record-merged', entity, into, from } };
    const dueAt = parts.clock.now();
    await enqueue(
      tx,
      rows.map(({ id }) => ({ kind: 'flow.command', lane: job.lane, dueAt, target: id, payload })),
    );
    if (isUnderWay)
      await enqueue(tx, [{ kind: job.kind, lane: job.lane, dueAt: dueAt + pause, payload: job.payload }]);
    return { told: rows.length };
  },
};
