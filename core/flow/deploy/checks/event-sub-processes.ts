import { isEventSubProcess } from './starts.ts';
import type { Check } from './check.ts';

/** An event sub-process stands by itself and begins with exactly one start event. */
export const checkEventSubProcesses: Check = (reading) => {
  const { graph, findings } = reading;
  for (const node of Object.values(graph.nodes)) {
    if (!isEventSubProcess(reading, node.id)) continue;
    if (node.incoming.length + node.outgoing.length > 0) findings.add('event-sub-process-flow', node);
    if (graph.scopes[node.id]?.starts.length !== 1) findings.add('event-sub-process-start', node);
  }
};
