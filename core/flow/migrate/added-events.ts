import { definitionsIn } from '../graph/events.ts';
import type { FlowNode, Graph } from '../graph/index.ts';
import { mapped, type Mapping } from '../step/index.ts';

/**
 * Boundary events, starts of event sub-processes and events behind event-based gateways of a version that none of the
 * version before became, or that wait for another kind of event than that did.
 */
export function addedEvents(from: Graph, to: Graph, mapping: Mapping): string[] {
  const known = new Map(Object.values(from.nodes).map((node) => [mapped(mapping, node.id), kindsOf(node)]));
  const attached = Object.values(to.nodes).filter((node) => node.attachedTo !== undefined);
  const starts = Object.values(to.scopes).flatMap((scope) => scope.eventSubProcesses ?? []);
  const behind = Object.values(to.flows).filter(
    ({ source }) => to.nodes[source]?.type === 'eventBasedGateway',
  );
  const all = [
    ...attached.map(({ id }) => id),
    ...starts.map(({ start }) => start),
    ...behind.map(({ target }) => target),
  ];
  return all.filter((id) => known.get(id) !== kindsOf(to.nodes[id]!));
}

const kindsOf = (node: FlowNode): string => {
  const kinds = definitionsIn(node).map(({ kind }) => kind);
  return node.message === undefined ? kinds.join() : 'message';
};
