import type { Check } from './check.ts';

/** A link has a name, and replaces a sequence flow: nothing leads into its catching end, nothing out of its throwing one. */
export const checkLinks: Check = ({ graph, findings }) => {
  for (const node of Object.values(graph.nodes)) {
    if (node.event?.kind !== 'link') continue;
    const wrong = node.type === 'intermediateCatchEvent' ? node.incoming : node.outgoing;
    if (node.event.name === '') findings.add('link-unnamed', node);
    if (wrong.length > 0) findings.add('link-target-flow', node, { link: node.event.name });
  }
};
