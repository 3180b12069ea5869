import { childrenOf, isA } from '../../moddle/moddle-element.ts';
import type { FixRule } from './fix-of.ts';

/** A flow that begins with a record and asks nothing of it is meant for every one. */
export const startForEach: FixRule = ({ element }, session) => {
  const found = session.element(element);
  if (!found || !isA(found.businessObject, 'bpmn:StartEvent')) return undefined;
  const definition = childrenOf(found.businessObject, 'eventDefinitions').find((each) =>
    isA(each, 'bpmn:ConditionalEventDefinition'),
  );
  if (!definition) return undefined;
  const change = { name: 'condition', source: 'true' };
  return { label: 'each', run: () => session.edit().expression(found, definition, change) };
};
