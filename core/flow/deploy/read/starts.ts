import { definitionsIn } from '../../graph/events.ts';
import type { EventDefinition, FlowNode, Graph, StartTrigger } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { readParts } from './ad-hoc.ts';

/** Where each scope begins, and what starts an instance from outside. */
export const readStarts = ({ graph, sources }: Reading): void => {
  const inside = Map.groupBy(Object.values(graph.nodes), (node) => node.scope);
  for (const [id, scope] of Object.entries(graph.scopes)) {
    const nodes = inside.get(id) ?? [];
    scope.starts = nodes.filter((node) => node.type === 'startEvent').map((node) => node.id);
    const none = scope.starts.filter((start) => definitionsIn(graph.nodes[start]!).length === 0);
    scope.entry = scope.starts.length > 0 ? none : nodes.filter(isEntry).map((node) => node.id);
  }
  for (const node of Object.values(graph.nodes)) {
    if (node.isTriggeredByEvent) readEventSubProcess(graph, node, sources);
    if (node.adHoc !== undefined) readParts(graph, node, inside.get(node.id) ?? []);
  }
  const top = graph.scopes[graph.key]!;
  const instantiating = (inside.get(graph.key) ?? []).filter((node) => node.instantiates !== undefined);
  graph.starts = [
    ...top.starts.flatMap((id) => triggersOf(graph.nodes[id]!)),
    ...instantiating.flatMap((node) => eventsOf(graph, node).flatMap(triggersOf)),
  ];
  const record = graph.starts.find((start) => start.kind === 'conditional');
  if (record?.kind === 'conditional') graph.subject ??= record.record?.entity ?? null;
};

/** Its one start event is where it begins, whatever that waits for, and tells the scope around what to listen to. */
const readEventSubProcess = (graph: Graph, node: FlowNode, sources: Reading['sources']): void => {
  const { starts } = graph.scopes[node.id]!;
  graph.scopes[node.id]!.entry = starts;
  const start = graph.nodes[starts[0] ?? ''];
  if (start === undefined) return;
  start.begins = node.id;
  start.isInterrupting = sources.get(start.id)?.get('isInterrupting') !== false;
  const { isInterrupting } = start;
  (graph.scopes[node.scope]!.eventSubProcesses ??= []).push({
    node: node.id,
    start: start.id,
    isInterrupting,
  });
};

/** Without a start event, everything that nothing leads to begins. */
const isEntry = (node: FlowNode): boolean =>
  node.incoming.length === 0 &&
  node.type !== 'boundaryEvent' &&
  node.event?.kind !== 'link' &&
  !node.isTriggeredByEvent &&
  !node.isForCompensation;

/** What starts an instance at an instantiating element: the events behind a gateway, a receive task itself. */
const eventsOf = ({ nodes, flows }: Graph, node: FlowNode): FlowNode[] =>
  node.type === 'eventBasedGateway' ? node.outgoing.map((flow) => nodes[flows[flow]!.target]!) : [node];

const triggersOf = (node: FlowNode): StartTrigger[] => {
  const { id, message, isParallelMultiple } = node;
  if (message !== undefined) return triggerOf(id, { kind: 'message', ...message });
  const definitions = definitionsIn(node);
  if (definitions.length < 2) return triggerOf(id, definitions[0]);
  const parallel = isParallelMultiple ? { isParallel: true } : {};
  return definitions.flatMap((event, part) =>
    triggerOf(id, event).map((trigger) => ({ ...trigger, part, ...parallel })),
  );
};

const triggerOf = (id: string, event: EventDefinition | undefined): StartTrigger[] => {
  switch (event?.kind) {
    case undefined:
      return [{ event: id, kind: 'none' }];
    case 'message':
      return [{ event: id, kind: 'message', name: event.name, correlationKey: event.correlationKey }];
    case 'signal':
      return [{ event: id, kind: 'signal', name: event.name }];
    case 'timer':
      return [{ event: id, kind: 'timer', timer: event.timer }];
    case 'conditional':
      return [{ event: id, kind: 'conditional', condition: event.condition, record: event.record }];
    default:
      return [];
  }
};
