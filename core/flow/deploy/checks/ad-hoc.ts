import type { Check } from './check.ts';

/** An ad-hoc sub-process has activities, and neither beginnings nor ends: people and rules choose. */
export const checkAdHoc: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes)) {
    if (/^(start|end)Event$/.test(node.type) && graph.nodes[node.scope]?.adHoc !== undefined)
      findings.add('ad-hoc-start-end', node);
    if (node.adHoc === undefined) continue;
    if (node.adHoc.parts.length === 0) findings.add('ad-hoc-empty', node);
    if (sources.get(node.id)?.get('triggeredByEvent') === true) findings.add('ad-hoc-event', node);
  }
};
