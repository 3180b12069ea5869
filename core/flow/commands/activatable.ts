import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import type { FlowNode, Graph } from '../graph/index.ts';
import { summarize } from '../step/index.ts';
import type { State } from '../step/index.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts } from './parts.ts';

export interface Activatable {
  scope: number;
  /** The ad-hoc sub-process. */
  element: string;
  parts: { element: string; name: string }[];
}

/** What the actor may activate in an instance that runs. */
export const activatableIn = (
  parts: FlowParts,
  actor: Actor,
  { flow, graph, state }: { flow: string; graph: Graph; state: State },
): Activatable[] => {
  const texts = flowTexts(parts, actor);
  return summarize(graph, state).scopes.flatMap(({ id, element, parts: open }): Activatable[] =>
    open === undefined || !mayActivate(actor, graph.nodes[element])
      ? []
      : [
          {
            scope: id,
            element,
            parts: open.map((part) => ({
              element: part,
              name: texts.element(flow, part, graph.nodes[part]!.name),
            })),
          },
        ],
  );
};

/** Operators, and whoever has the role that the sub-process's lane names. */
export const mayActivate = (actor: Actor, node: FlowNode | undefined): boolean => {
  if (may(actor, 'flows.operate')) return true;
  const role = node?.adHoc?.laneRole;
  return role !== undefined && actor.roles.includes(role);
};
