import type { FlowNode } from '../../graph/index.ts';
import type { Check } from './check.ts';

/** Where a sequence flow may begin and end, and where a condition belongs on it. */
export const checkFlows: Check = ({ graph, findings }) => {
  for (const flow of Object.values(graph.flows)) {
    const source = graph.nodes[flow.source]!;
    const target = graph.nodes[flow.target]!;
    if (target.type === 'startEvent') findings.add('flow-into-start', flow, { value: target.id });
    if (target.type === 'boundaryEvent') findings.add('flow-into-boundary', flow, { value: target.id });
    if (source.type === 'endEvent') findings.add('flow-out-of-end', flow, { value: source.id });
    const isDefault = source.default === flow.id;
    if (flow.condition !== undefined) {
      if (isDefault) findings.add('default-condition', flow);
      else if (!mayDecide(source)) findings.add('condition-ignored', flow, { value: source.id });
      else if (source.outgoing.length === 1 && !source.type.endsWith('Gateway'))
        findings.add('condition-alone', flow, { value: source.id });
    } else if (needsCondition(source) && !isDefault)
      findings.add('condition-missing', flow, { value: source.id });
    // What is never looked at is not stored: the graph then says what runs.
    if (flow.condition !== undefined && (isDefault || !mayDecide(source))) delete flow.condition;
  }
};

/** Events and these gateways give a token to every flow, whatever stands on it. */
const mayDecide = (node: FlowNode): boolean =>
  !/Event$|^parallelGateway$|^eventBasedGateway$/.test(node.type);

const needsCondition = (node: FlowNode): boolean =>
  /^(exclusive|inclusive)Gateway$/.test(node.type) && node.outgoing.length > 1;
