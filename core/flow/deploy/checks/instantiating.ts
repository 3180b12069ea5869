import type { Check } from './check.ts';

/** What starts an instance stands at the top, and nothing leads there. */
export const checkInstantiating: Check = ({ graph, findings }) => {
  for (const node of Object.values(graph.nodes))
    if (node.instantiates !== undefined && (node.incoming.length > 0 || node.scope !== graph.key))
      findings.add('instantiate-flow', node);
};
