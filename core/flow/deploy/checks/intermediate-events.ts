import { definitionOf } from '../../graph/events.ts';
import type { FlowNode } from '../../graph/index.ts';
import { definitionsOf } from '../source.ts';
import type { Check } from './check.ts';

/** A catch event waits for something, and something comes behind each event within a flow or at its border. */
export const checkIntermediateEvents: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes)) {
    if (node.type === 'intermediateCatchEvent' && definitionsOf(sources.get(node.id)!).length === 0)
      findings.add('catch-event-untyped', node);
    if (leadsOn(node) && node.outgoing.length === 0) findings.add('event-leads-nowhere', node);
  }
};

/** A link goes on at its partner, and what undoes is associated. */
const leadsOn = (node: FlowNode): boolean => {
  if (node.type === 'boundaryEvent') return definitionOf(node, 'compensation') === undefined;
  if (node.type === 'intermediateThrowEvent') return node.event?.kind !== 'link';
  return node.type === 'intermediateCatchEvent';
};
