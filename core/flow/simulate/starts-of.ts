import type { Graph, StartTrigger } from '../graph/index.ts';
import type { Subscription } from '../shell/starts/record-start.ts';
import type { Definition } from '../shell/definitions.ts';

/** The entity that a flow is about, or whose changes start it. */
export const entityOf = (graph: Graph): string | null =>
  graph.subject ?? recordTriggers(graph)[0]?.record?.entity ?? null;

type Conditional = Extract<StartTrigger, { kind: 'conditional' }>;

const recordTriggers = (graph: Graph): Conditional[] =>
  graph.starts.filter(
    (start): start is Conditional => start.kind === 'conditional' && start.record !== undefined,
  );

/** What listens for changes of records, as deployment would write it down. */
export const subscriptionsOf = ({ key, version, graph }: Definition): Subscription[] =>
  recordTriggers(graph).map((body) => ({
    flow: key,
    version,
    event: body.event,
    part: body.part ?? 0,
    body,
  }));

const order: readonly StartTrigger['kind'][] = ['none', 'message', 'signal', 'timer', 'conditional'];

/** How a trial begins that no change of a record has started. */
export function usualStart({ starts }: Graph): { event?: string; part?: number } {
  const [first] = starts.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  if (first === undefined || first.kind === 'none') return {};
  return { event: first.event, ...(first.part !== undefined && { part: first.part }) };
}
