import { definitionsOf, typeOf } from '../source.ts';
import type { Check } from './check.ts';

/** Boundary events catch something, and an error ends its activity. */
export const checkBoundaries: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes)) {
    if (node.type !== 'boundaryEvent') continue;
    const definitions = definitionsOf(sources.get(node.id)!);
    if (definitions.length === 0) findings.add('boundary-forbidden', node);
    const kinds = definitions.map(typeOf);
    if (node.isInterrupting === false && kinds.some((kind) => /^(error|cancel)EventDefinition$/.test(kind)))
      findings.add('boundary-must-interrupt', node);
  }
};
