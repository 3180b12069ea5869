import { definitionsOf, one, typeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { attributeOf, Place } from './place.ts';
import type { Create, Foreign, ReadExpression } from './place.ts';
import type { Outcome } from './tool.ts';

/** Camunda 8 keeps the key with the message; here each element that awaits it says its own. Answers what takes it out there. */
export const correlate = (
  { element }: Place,
  { create, read }: { create: Create; read: ReadExpression },
  tell: (from: string, to: Outcome) => void,
): (() => void)[] => {
  if (!/Event$|ReceiveTask$/.test(element.$type)) return [];
  const spent: (() => void)[] = [];
  for (const holder of typeOf(element) === 'receiveTask' ? [element] : definitionsOf(element)) {
    const found = subscriptionOf(holder);
    const key = found && attributeOf(found.subscription, 'correlationKey');
    if (!found || key === undefined) continue;
    const place = new Place({ element: holder, create, read });
    const told = place.variable(key);
    const outcome = awaits(element) ? place.attribute('correlationKey', told) : null;
    tell(`<zeebe:subscription correlationKey="${key}">`, outcome);
    if (outcome !== null) spent.push(() => void found.values.splice(0, Infinity, ...found.others));
  }
  return spent;
};

/** A start event of a process takes any: there is no instance that has a key. */
const awaits = (element: Source): boolean =>
  /^bpmn:(IntermediateCatchEvent|BoundaryEvent|ReceiveTask)$/.test(element.$type) ||
  (element.$type === 'bpmn:StartEvent' && element.$parent?.$type !== 'bpmn:Process');

function subscriptionOf(holder: Source) {
  const message = one(holder, 'messageRef');
  const held = message && one(message, 'extensionElements');
  if (held === undefined) return undefined;
  const values = held.get('values') as Foreign[];
  const isSubscription = (each: Foreign): boolean => each.$type.endsWith(':subscription');
  const subscription = values.find(isSubscription);
  return subscription && { subscription, values, others: values.filter((each) => !isSubscription(each)) };
}
