import type { FlowNode } from '../../graph/index.ts';
import { definitionsOf, typeOf } from '../source.ts';
import type { Check } from './check.ts';

/** Boundary events catch something, each something else, and an error ends its activity. */
export const checkBoundaries: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes)) {
    if (node.type !== 'boundaryEvent') continue;
    const definitions = definitionsOf(sources.get(node.id)!);
    if (definitions.length === 0) findings.add('boundary-forbidden', node);
    const kinds = definitions.map(typeOf);
    if (node.isInterrupting === false && kinds.some((kind) => /^(error|cancel)EventDefinition$/.test(kind)))
      findings.add('boundary-must-interrupt', node);
    const beside = graph.nodes[node.attachedTo ?? '']?.boundary ?? [];
    const before = beside.slice(0, beside.indexOf(node.id)).map((id) => graph.nodes[id]!);
    const twin = before.find((other) => catchesAlike(other, node));
    if (twin) findings.add('boundary-twice', node, { other: twin.name || twin.id });
  }
};

/** An error or an escalation goes to one of its catchers: the other would never hear of it. */
const catchesAlike = (one: FlowNode, other: FlowNode): boolean =>
  (one.event?.kind === 'error' || one.event?.kind === 'escalation') &&
  other.event?.kind === one.event.kind &&
  other.event.code === one.event.code;
