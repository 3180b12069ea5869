import { definitionsIn } from '../../graph/events.ts';
import type { FlowNode } from '../../graph/index.ts';
import { definitionsOf, typeOf } from '../source.ts';
import type { Reading } from '../reading.ts';
import type { Check } from './check.ts';

/** What may begin a process, and what a sub-process. */
export const checkStarts: Check = (reading) => {
  const { graph, findings } = reading;
  for (const [id, scope] of Object.entries(graph.scopes)) {
    const starts = scope.starts.map((start) => graph.nodes[start]!);
    if (id === graph.key) checkProcess(reading, starts);
    else if (graph.nodes[id]!.isTriggeredByEvent || graph.nodes[id]!.adHoc !== undefined) continue;
    else {
      if (starts.length > 1) findings.add('sub-process-start-many', graph.nodes[id]!);
      for (const start of starts)
        if (kindOf(reading, start) !== 'none') findings.add('sub-process-start-typed', start);
    }
  }
};

const checkProcess = (reading: Reading, starts: readonly FlowNode[]): void => {
  const { findings } = reading;
  if (starts.filter((start) => kindOf(reading, start) === 'none').length > 1)
    findings.add('start-none-many', starts[1]!);
  const messages = new Set<string>();
  for (const start of starts) {
    const kind = kindOf(reading, start);
    if (/^(error|escalation|compensate|cancel)$/.test(kind))
      findings.add('start-forbidden', start, { value: kind });
    for (const event of definitionsIn(start)) {
      if (event.kind === 'conditional' && event.record === undefined) findings.add('record-missing', start);
      if (event.kind !== 'message') continue;
      if (messages.has(event.name)) findings.add('start-message-many', start, { message: event.name });
      messages.add(event.name);
    }
  }
};

const kindOf = ({ sources }: Reading, node: FlowNode): string => {
  const definition = definitionsOf(sources.get(node.id)!)[0];
  return definition === undefined ? 'none' : typeOf(definition).replace('EventDefinition', '');
};
