import type { FlowNode } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';

/** Boundary events to their activities, throwing links to the catching one of their name. */
export const linkPartners = ({ graph, findings }: Reading): void => {
  const nodes = Object.values(graph.nodes);
  const links = Map.groupBy(
    nodes.filter((node) => node.event?.kind === 'link'),
    nameOf,
  );
  for (const node of nodes) {
    if (node.attachedTo !== undefined) {
      const host = graph.nodes[node.attachedTo];
      if (host === undefined || host.scope !== node.scope || /Event$|Gateway$/.test(host.type))
        findings.add('boundary-host-missing', node);
      else (host.boundary ??= []).push(node.id);
    }
    if (node.event?.kind === 'link') linkTarget(node, links.get(nameOf(node))!, findings);
  }
};

/** Links of one name within one scope belong together. */
const nameOf = ({ scope, event }: FlowNode): string =>
  JSON.stringify([scope, event?.kind === 'link' ? event.name : '']);

const linkTarget = (node: FlowNode, partners: readonly FlowNode[], findings: Reading['findings']): void => {
  const { event } = node;
  if (event?.kind !== 'link') return;
  const targets = partners.filter((other) => other.type === 'intermediateCatchEvent');
  if (node.type === 'intermediateCatchEvent') {
    if (partners.length === targets.length) findings.add('link-no-target', node, { link: event.name });
    if (targets.length > 1) findings.add('link-target-many', node, { link: event.name });
  } else if (targets.length === 0) findings.add('link-no-target', node, { link: event.name });
  else event.target = targets[0]!.id;
};
