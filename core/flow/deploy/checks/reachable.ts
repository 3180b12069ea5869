import type { Graph } from '../../graph/index.ts';
import type { Check } from './check.ts';

/** No token ever comes where neither a start, a boundary event nor a link leads. */
export const checkReachable: Check = ({ graph, findings }) => {
  const reached = new Set<string>();
  const open = Object.values(graph.scopes).flatMap((scope) => [
    ...scope.entry,
    ...scope.starts,
    ...(scope.eventSubProcesses ?? []).map((each) => each.node),
  ]);
  open.push(...Object.values(graph.nodes).flatMap((node) => node.adHoc?.parts ?? []));
  for (const node of Object.values(graph.nodes)) if (node.instantiates !== undefined) open.push(node.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...nextOf(graph, id));
  }
  for (const node of Object.values(graph.nodes))
    if (!reached.has(node.id)) findings.add('element-unreachable', node);
};

const nextOf = (graph: Graph, id: string): string[] => {
  const node = graph.nodes[id]!;
  const handler = node.compensation === undefined ? [] : [node.compensation];
  const link = node.event?.kind === 'link' && node.event.target !== undefined ? [node.event.target] : [];
  return [
    ...node.outgoing.map((flow) => graph.flows[flow]!.target),
    ...(node.boundary ?? []),
    ...handler,
    ...link,
  ];
};
