/** Takes away what has ended longer ago than its flow keeps it, in small steps. */
import { enqueue, type NewJob } from '../../job/index.ts';
import type { Planner } from '../shell/planner.ts';
import { deleteFinished } from './delete-finished.ts';

export const retentionJob = (dueAt: number): NewJob => ({
  kind: 'flow.retention',
  lane: 1,
  dueAt,
  key: 'flow.retention',
  payload: {},
});

/** A step takes some 30 ms, so that nobody waits for it. */
const mostAtOnce = 500;
const pause = 3_600_000;

export const retentionPlanner: Planner = {
  kind: 'flow.retention',
  plan: async (tx, _job, { clock }) => {
    // What the latest version says counts for all: whoever shortens the time means what is there already.
    const flows = await tx<{ flow: string; retention: string }[]>`
      select flow, retention from (
        select distinct on (key) key as flow, graph->>'retention' as retention from flow.definition order by key, version desc
      ) latest where retention is not null`;
    const now = clock.now();
    let isMore = false;
    for (const each of flows) {
      const deleted = await deleteFinished(tx, { ...each, now, limit: mostAtOnce });
      if (deleted === mostAtOnce) isMore = true;
    }
    if (flows.length > 0) await enqueue(tx, [retentionJob(isMore ? now : now + pause)]);
  },
};
