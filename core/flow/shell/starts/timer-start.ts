import { enqueue, type Job } from '../../../job/index.ts';
import type { StartTrigger } from '../../graph/index.ts';
import { nextTimerStart, type TimerStart } from '../../step/timer/next-timer-start.ts';
import { timerStartKey, type TimerStartPayload } from '../kinds.ts';
import type { Planner } from '../planner.ts';
import { packStarts } from './pack-starts.ts';

export interface TimerStartJob extends TimerStartPayload {
  cycle: TimerStart['cycle'];
}

/** A timer start event is due: one instance, and the next time of a cycle. */
export const timerStart: Planner = {
  kind: 'flow.timer-start',
  plan: async (tx, job, parts) => {
    const { flow, version, event, part, cycle } = (job as Job<TimerStartJob>).payload;
    const now = parts.clock.now();
    const [found] = await tx<{ body: Extract<StartTrigger, { kind: 'timer' }> }[]>`
      select body from flow.start_subscription
      where flow = ${flow} and element = ${event} and part = ${part ?? 0} and version = ${version} and kind = 'timer'`;
    if (!found) return null;
    const { jobs, ids } = packStarts({
      flow,
      version,
      event,
      part,
      actor: `flow:${flow}`,
      depth: 0,
      items: [{ variables: {} }],
      lane: job.lane,
      now,
    });
    const { timeZone, calendar, calendars } = await parts.identity.company();
    const place = { timeZone, calendar, calendars };
    const next = cycle ? nextTimerStart(found.body.timer, { ...place, now, cycle }) : null;
    if (next) jobs.push(timerStartJob({ flow, version, event, part, cycle: next.cycle }, next.due));
    await enqueue(tx, jobs);
    return { id: ids[0] };
  },
};

export const timerStartJob = (payload: TimerStartJob, due: number) => ({
  kind: 'flow.timer-start',
  lane: 1 as const,
  dueAt: due,
  key: timerStartKey(payload.flow, payload.event, payload.part),
  payload,
});
