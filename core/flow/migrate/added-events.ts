import type { Graph } from '../graph/index.ts';
import { mapped, type Mapping } from '../step/index.ts';

/** Boundary events of a version that none of the version before became. */
export function addedEvents(from: Graph, to: Graph, mapping: Mapping): string[] {
  const known = new Set(Object.keys(from.nodes).map((id) => mapped(mapping, id)));
  return Object.values(to.nodes).flatMap((node) =>
    node.attachedTo !== undefined && !known.has(node.id) ? [node.id] : [],
  );
}
