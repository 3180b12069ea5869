import { ExpressionError } from '../../../expression/expression-error.ts';
import { definitionsIn } from '../../graph/events.ts';
import type { EventDefinition } from '../../graph/index.ts';
import { compile } from '../../step/evaluate.ts';
import type { Check } from './check.ts';

/** A conditional event that reads no variable, and is about no record, is never looked at again. */
export const checkConditions: Check = ({ graph, findings }) => {
  for (const node of Object.values(graph.nodes)) {
    const isStart = node.type === 'startEvent' && node.scope === graph.key;
    if (!isStart && definitionsIn(node).some(isConstant)) findings.add('condition-constant', node);
  }
};

const isConstant = (event: EventDefinition): boolean => {
  if (event.kind !== 'conditional' || event.record !== undefined) return false;
  try {
    const { expression, isSync } = compile(event.condition);
    return isSync && expression.roots.length === 0;
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
};
