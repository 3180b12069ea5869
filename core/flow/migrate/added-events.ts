import type { Graph } from '../graph/index.ts';
import { mapped, type Mapping } from '../step/index.ts';

/** Boundary events and starts of event sub-processes of a version that none of the version before became. */
export function addedEvents(from: Graph, to: Graph, mapping: Mapping): string[] {
  const known = new Set(Object.keys(from.nodes).map((id) => mapped(mapping, id)));
  const attached = Object.values(to.nodes).filter((node) => node.attachedTo !== undefined);
  const starts = Object.values(to.scopes).flatMap((scope) => scope.eventSubProcesses ?? []);
  return [...attached.map(({ id }) => id), ...starts.map(({ start }) => start)].filter(
    (id) => !known.has(id),
  );
}
