import type { FlowNode } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';

/** Boundary events to their activities, throwing links to the catching one of their name. */
export const linkPartners = ({ graph, findings }: Reading): void => {
  for (const node of Object.values(graph.nodes)) {
    if (node.attachedTo !== undefined) {
      const host = graph.nodes[node.attachedTo];
      if (host === undefined || host.scope !== node.scope || /Event$|Gateway$/.test(host.type))
        findings.add('boundary-host-missing', node);
      else (host.boundary ??= []).push(node.id);
    }
    if (node.event?.kind === 'link') linkTarget(node, Object.values(graph.nodes), findings);
  }
};

const linkTarget = (node: FlowNode, all: readonly FlowNode[], findings: Reading['findings']): void => {
  const { event } = node;
  if (event?.kind !== 'link') return;
  const partners = all.filter(
    (other) => other.scope === node.scope && other.event?.kind === 'link' && other.event.name === event.name,
  );
  const targets = partners.filter((other) => other.type === 'intermediateCatchEvent');
  if (node.type === 'intermediateCatchEvent') {
    if (partners.length === targets.length) findings.add('link-no-target', node, { link: event.name });
    if (targets.length > 1) findings.add('link-target-many', node, { link: event.name });
  } else if (targets.length === 0) findings.add('link-no-target', node, { link: event.name });
  else event.target = targets[0]!.id;
};
