import type { Check } from './check.ts';

/** The called flow is there, or comes with this file; it may also come later. */
export const checkCalls: Check = ({ graph, file, findings }, { flows }) => {
  if (flows === undefined) return;
  for (const node of Object.values(graph.nodes)) {
    if (node.call === undefined || !('key' in node.call.flow)) continue;
    const { key } = node.call.flow;
    if (!flows.has(key) && !file.byId.has(key)) findings.add('call-unknown', node, { flow: key });
  }
};
