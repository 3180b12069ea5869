import type { Check } from './check.ts';

/** A gateway with one way in and one way out decides nothing; a complex one that joins says when. */
export const checkGateways: Check = ({ graph, findings }) => {
  for (const node of Object.values(graph.nodes)) {
    if (!node.type.endsWith('Gateway')) continue;
    const hasCondition = node.outgoing.some((flow) => graph.flows[flow]!.condition !== undefined);
    if (node.type === 'complexGateway' && node.incoming.length > 1 && node.activationCondition === undefined)
      findings.add('activation-condition-missing', node);
    if (node.incoming.length <= 1 && node.outgoing.length <= 1 && !hasCondition)
      findings.add('gateway-useless', node);
  }
};
