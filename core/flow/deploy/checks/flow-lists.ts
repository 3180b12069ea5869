import { many, text } from '../source.ts';
import type { Check } from './check.ts';

/** What an element says of its flows must be what the flows say; these decide. */
export const checkFlowLists: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes)) {
    const source = sources.get(node.id);
    if (source === undefined) continue;
    for (const side of ['incoming', 'outgoing'] as const) {
      const known = new Set(node[side]);
      for (const flow of many(source, side))
        if (flow.id !== undefined && !known.has(flow.id))
          findings.add('flow-list-differs', node, { side, value: flow.id });
    }
    const direction = text(source, 'gatewayDirection');
    if (isContradicted(direction, node.incoming.length, node.outgoing.length))
      findings.add('gateway-direction', node, { value: direction! });
  }
};

/** A gateway that diverges has one way in, one that converges one way out, a mixed one several of both. */
const isContradicted = (direction: string | undefined, incoming: number, outgoing: number): boolean => {
  if (direction === 'Diverging') return incoming > 1;
  if (direction === 'Converging') return outgoing > 1;
  return direction === 'Mixed' && (incoming < 2 || outgoing < 2);
};
