/** Flows that start or wake each other by messages or signals without end: stopped, and said at the event. */
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

/** Conversations of instances may be long; this long, with no person or clock between, only endless ones are. */
const mostRounds = 1_000;
/** Of as many that wait as one can read of. */
const mostTold = 100;

/** True where instances have woken each other for too long: nobody is to be reached. */
export async function stopRounds(
  tx: Tx,
  { kind, name, rounds = 0 }: { kind: 'message' | 'signal'; name: string; rounds?: number },
  now: number,
): Promise<boolean> {
  if (rounds < mostRounds) return false;
  const waiting = await tx<{ instance: string; flow: string; version: number; element: string }[]>`
    select i.id as instance, i.flow, i.version, s.element
    from flow.subscription s join flow.instance i on i.id = s.instance_id
    where s.kind = ${kind} and s.name = ${name} order by i.id, s.wait limit ${mostTold}`;
  const incidents = waiting.map((each) => ({
    ...each,
    number: null,
    code: 'flow.rounds-endless',
    message: `Instances have woken each other ${mostRounds} times in a row by “${name}”.`,
    params: { name, count: mostRounds },
  }));
  await insertIncidents(tx, incidents, now);
  return true;
}

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
