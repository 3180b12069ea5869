import { childOf, isA, textOf } from '../../moddle/moddle-element.ts';
import type { DiagramElement } from '../../modules/services.ts';
import type { FixRule } from './fix-of.ts';

/** The one way without a condition becomes the way for everything else. */
export const makeDefault: FixRule = ({ element }, session) => {
  const found = session.element(element);
  const gateway = found?.waypoints ? found.source : found;
  if (!gateway || !isA(gateway.businessObject, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'))
    return undefined;
  if (childOf(gateway.businessObject, 'default')) return undefined;
  const [way, ...more] = (gateway.outgoing ?? []).filter((each) => !hasCondition(each));
  if (!way || more.length > 0) return undefined;
  const properties = { default: way.businessObject };
  return { label: 'default', run: () => session.edit().properties(gateway, properties) };
};

const hasCondition = ({ businessObject }: DiagramElement): boolean =>
  textOf(childOf(businessObject, 'conditionExpression'), 'body').trim() !== '';
