/** Flows that start each other by messages or signals without ever waiting: stopped, and said at the start event. */
import type { Tx } from '../../../db/connect.ts';
import { insertIncidents } from '../sql/insert-incidents.ts';
import { deepest } from '../starts/record-change.ts';

interface StoppedStart {
  flow: string;
  version: number;
  event: string;
}

/** What has run longer than this before it throws begins a chain of its own: a flow may start its next round. */
export const quick = 60_000;

/** True where it has gone on for too long: nothing is to be started. */
export async function stopChain(
  tx: Tx,
  { name, depth }: { name: string; depth: number },
  { starts, now }: { starts: readonly StoppedStart[]; now: number },
): Promise<boolean> {
  if (depth < deepest || starts.length === 0) return false;
  const incidents = starts.map(({ flow, version, event }) => ({
    instance: null,
    number: null,
    flow,
    version,
    element: event,
    code: 'flow.chain-endless',
    message: `Flows have started each other ${deepest} times in a row by “${name}”.`,
    params: { name, count: deepest },
  }));
  await insertIncidents(tx, incidents, now);
  return true;
}
