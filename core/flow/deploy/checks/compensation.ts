import type { Check } from './check.ts';

/** A compensation handler hangs on an association; no token comes or goes by a sequence flow. */
export const checkCompensation: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes))
    if (
      sources.get(node.id)?.get('isForCompensation') === true &&
      node.incoming.length + node.outgoing.length > 0
    )
      findings.add('compensation-flow', node);
};
