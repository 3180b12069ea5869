import type { FlowNode, Graph } from '../../graph/index.ts';
import type { Check } from './check.ts';

/** A compensation handler hangs on an association; no token comes or goes by a sequence flow. */
export const checkCompensation: Check = ({ graph, findings }) => {
  for (const node of Object.values(graph.nodes)) {
    if (node.isForCompensation && node.incoming.length + node.outgoing.length > 0)
      findings.add('compensation-flow', node);
    if (node.event?.kind !== 'compensation') continue;
    if (node.type === 'boundaryEvent' && node.outgoing.length > 0)
      findings.add('compensation-boundary-flow', node);
    if (node.begins !== undefined && graph.nodes[node.begins]!.scope === graph.key)
      findings.add('compensation-process', node);
    const { activity } = node.event;
    if (activity !== undefined && !canUndo(graph, node, activity))
      findings.add('compensation-activity', node, { value: activity });
    else if (activity !== undefined && !isUndoable(graph, activity))
      findings.add('compensation-nothing', node, { value: activity });
  }
};

/** An activity of its own scope; from an event sub-process, also of the scope around. */
const canUndo = (graph: Graph, event: FlowNode, activity: string): boolean => {
  const target = graph.nodes[activity];
  if (target === undefined || /Event$|Gateway$/.test(target.type)) return false;
  for (let scope: string | undefined = event.scope; scope !== undefined;) {
    if (target.scope === scope) return true;
    const around: FlowNode | undefined = graph.nodes[scope];
    scope = around?.isTriggeredByEvent ? around.scope : undefined;
  }
  return false;
};

/** By a handler, or by what is inside. */
const isUndoable = (graph: Graph, activity: string): boolean => {
  if (graph.nodes[activity]!.compensation !== undefined) return true;
  const starts = graph.scopes[activity]?.eventSubProcesses?.map((each) => graph.nodes[each.start]!) ?? [];
  return (
    starts.some((start) => start.event?.kind === 'compensation') ||
    Object.values(graph.nodes).some((node) => node.scope === activity && isUndoable(graph, node.id))
  );
};
