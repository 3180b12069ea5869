import { definitionsOf, typeOf } from '../source.ts';
import type { Check } from './check.ts';

/** An event sub-process stands by itself, and begins with exactly one start event that waits for or catches something. */
export const checkEventSubProcesses: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes)) {
    if (!node.isTriggeredByEvent) continue;
    if (node.incoming.length + node.outgoing.length + (node.boundary?.length ?? 0) > 0)
      findings.add('event-sub-process-flow', node);
    const { starts } = graph.scopes[node.id]!;
    if (starts.length !== 1) findings.add('event-sub-process-start', node);
    for (const id of starts) {
      const start = graph.nodes[id]!;
      const kinds = definitionsOf(sources.get(id)!).map(typeOf);
      if (kinds.length === 0) findings.add('event-sub-process-untyped', start);
      if (kinds.includes('errorEventDefinition') && sources.get(id)!.get('isInterrupting') === false)
        findings.add('event-sub-process-must-interrupt', start);
    }
  }
};
