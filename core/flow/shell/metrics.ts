/**
 * What this thread did, for Prometheus: counted after the commit, so that a batch that is run again counts once. Each
 * process tells its own; whoever reads them adds them up.
 */
import { Counter, Histogram, Registry } from 'prom-client';
import type { InstanceRun } from './run.ts';

const registry = new Registry();
const registers = [registry];
const started = new Counter({
  name: 'relata_flow_instances_started_total',
  help: 'Instances that were started.',
  labelNames: ['flow'],
  registers,
});
const ended = new Counter({
  name: 'relata_flow_instances_ended_total',
  help: 'Instances that ended: completed, terminated or failed.',
  labelNames: ['flow', 'state'],
  registers,
});
const incidents = new Counter({
  name: 'relata_flow_incidents_total',
  help: 'Incidents that were raised.',
  labelNames: ['flow'],
  registers,
});
const lasted = new Histogram({
  name: 'relata_flow_instance_seconds',
  help: 'How long instances ran, from start to end.',
  labelNames: ['flow'],
  buckets: [0.1, 1, 10, 60, 600, 3_600, 21_600, 86_400, 604_800, 2_592_000],
  registers,
});
const calls = new Counter({
  name: 'relata_task_calls_total',
  help: 'Calls of task types: ok, refused (an expected failure) or broken (the handler threw).',
  labelNames: ['task', 'outcome'],
  registers,
});
const worked = new Histogram({
  name: 'relata_task_batch_seconds',
  help: 'How long a handler worked on one array of calls.',
  labelNames: ['task'],
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60],
  registers,
});

/** As plain data: it crosses threads. */
export const flowMetrics = (): Promise<object[]> => registry.getMetricsAsJSON();

/** A batch is mostly of one flow: labels are looked up once for it, not once for each of its instances. */
export function measureBatch(runs: readonly InstanceRun[], now: number): void {
  for (const [flow, own] of Map.groupBy(runs, (run) => run.definition.key)) {
    const fresh = own.filter((run) => run.isNew).length;
    if (fresh > 0) started.inc({ flow }, fresh);
    const stopped = own.reduce((sum, run) => sum + (run.ended ? 0 : run.incidents.length), 0);
    if (stopped > 0) incidents.inc({ flow }, stopped);
    const durations = lasted.labels(flow);
    const states = new Map<string, number>();
    for (const run of own) {
      if (!run.ended) continue;
      states.set(run.ended.state, (states.get(run.ended.state) ?? 0) + 1);
      durations.observe(Math.max(0, now - run.startedAt) / 1_000);
    }
    for (const [state, count] of states) ended.inc({ flow, state }, count);
  }
}

/** Runs a handler; what it throws goes on to the caller. */
export async function measured<Result extends { ok: boolean }>(
  task: string,
  count: number,
  run: () => Promise<Result[]>,
): Promise<Result[]> {
  const stop = worked.labels(task).startTimer();
  try {
    const results = await run();
    const refused = results.filter((result) => !result.ok).length;
    if (refused > 0) calls.inc({ task, outcome: 'refused' }, refused);
    if (results.length > refused) calls.inc({ task, outcome: 'ok' }, results.length - refused);
    return results;
  } catch (error) {
    calls.inc({ task, outcome: 'broken' }, count);
    throw error;
  } finally {
    stop();
  }
}
