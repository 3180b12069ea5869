import { one, typeOf } from '../source.ts';
import type { EventDefinition, FlowNode, MultiInstance } from '../../graph/index.ts';
import type { Check } from './check.ts';

/** How often is said by a cardinality, a collection, or the standard's data input; a loop knows when to stop. */
export const checkMultiInstances: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes)) {
    const { loop } = node;
    if (loop === undefined) continue;
    if (loop.kind === 'standard') {
      if (loop.condition === undefined && loop.maximum === undefined) findings.add('loop-endless', node);
      continue;
    }
    if (loop.cardinality === undefined && loop.collection === undefined)
      findings.add('multi-instance-empty', node);
    if (loop.cardinality !== undefined && loop.collection !== undefined)
      findings.add('multi-instance-both', node);
    if (loop.outputElement !== undefined && loop.outputCollection === undefined)
      findings.add('multi-instance-output', node);
    for (const what of wrongThrows(node, loop, one(sources.get(node.id)!, 'loopCharacteristics')!))
      findings.add('multi-instance-event', node, { value: what });
  }
};

/** What is thrown implicitly is an event that somebody can catch at once; conditions and timers are not thrown. */
const throwable = new Set<EventDefinition['kind']>(['message', 'signal', 'escalation', 'error']);

function* wrongThrows(
  { id }: FlowNode,
  loop: MultiInstance,
  source: Parameters<typeof one>[0],
): Generator<string> {
  for (const behavior of ['one', 'none'] as const) {
    const referenced = one(source, `${behavior}BehaviorEventRef`);
    const event = behavior === 'one' ? loop.oneEvent : loop.noneEvent;
    if (loop.behavior === behavior && referenced && !throwable.has(event?.kind ?? 'link'))
      yield typeOf(referenced);
  }
  if (loop.behavior !== 'complex') return;
  const defined = source.get('complexBehaviorDefinition');
  const complex = loop.complex ?? [];
  if (!Array.isArray(defined) || defined.length === 0 || complex.length < defined.length) yield id;
  for (const { event } of complex) if (!throwable.has(event.kind)) yield event.kind;
}
