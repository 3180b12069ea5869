import { expressionIn, one, text, typeOf } from '../source.ts';
import type { Check } from './check.ts';

/** How often is said by a cardinality, a collection, or the standard's data input. */
export const checkMultiInstances: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes)) {
    const source = sources.get(node.id);
    const loop = source && one(source, 'loopCharacteristics');
    if (loop === undefined || typeOf(loop) !== 'multiInstanceLoopCharacteristics') continue;
    const isCounted =
      expressionIn(loop, 'loopCardinality') ?? text(loop, 'collection') ?? one(loop, 'loopDataInputRef');
    if (isCounted === undefined) findings.add('multi-instance-empty', node);
  }
};
