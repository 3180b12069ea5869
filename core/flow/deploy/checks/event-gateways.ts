import { definitionOf } from '../../graph/events.ts';
import type { FlowNode } from '../../graph/index.ts';
import type { Check } from './check.ts';

/** Behind an event-based gateway stand only catch events or receive tasks, each waiting for itself. */
export const checkEventGateways: Check = ({ graph, findings }) => {
  for (const node of Object.values(graph.nodes)) {
    if (node.type !== 'eventBasedGateway') continue;
    const targets = node.outgoing.map((flow) => graph.nodes[graph.flows[flow]!.target]!);
    if (targets.length === 0) findings.add('event-gateway-empty', node);
    for (const target of targets) {
      if (!waits(target)) findings.add('event-gateway-target', target, { value: node.id });
      if (waits(target) && target.incoming.length > 1)
        findings.add('event-gateway-shared', target, { value: node.id });
      if (target.loop !== undefined || target.startQuantity !== undefined)
        findings.add('event-gateway-loop', target, { value: node.id });
      if (target.type === 'receiveTask' && target.boundary !== undefined)
        findings.add('event-gateway-boundary', target, { value: node.id });
    }
    const hasTask = targets.some((target) => target.type === 'receiveTask');
    const hasMessage = targets.some((target) => definitionOf(target, 'message') !== undefined);
    if (hasTask && hasMessage) findings.add('event-gateway-mixed', node);
  }
};

const waits = (node: FlowNode): boolean =>
  node.type === 'receiveTask' || (node.type === 'intermediateCatchEvent' && node.event?.kind !== 'link');
