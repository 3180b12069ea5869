import { definitionsOf, many, one, typeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { attributeOf, Place } from './place.ts';
import type { Create, Foreign, ReadExpression } from './place.ts';
import type { Outcome } from './tool.ts';

/** Camunda 8 keeps the key with the message; here each element that awaits it says its own. */
export const correlate = (
  { element }: Place,
  { create, read }: { create: Create; read: ReadExpression },
  tell: (from: string, to: Outcome) => void,
): void => {
  if (!/Event$|ReceiveTask$/.test(element.$type)) return;
  for (const holder of typeOf(element) === 'receiveTask' ? [element] : definitionsOf(element)) {
    const key = keyOf(holder);
    if (key === undefined) continue;
    const place = new Place({ element: holder, create, read });
    const told = place.variable(key);
    tell(
      `<zeebe:subscription correlationKey="${key}">`,
      awaits(element) ? place.attribute('correlationKey', told) : null,
    );
  }
};

/** A start event of a process takes any: there is no instance that has a key. */
const awaits = (element: Source): boolean =>
  /^bpmn:(IntermediateCatchEvent|BoundaryEvent|ReceiveTask)$/.test(element.$type) ||
  (element.$type === 'bpmn:StartEvent' && element.$parent?.$type !== 'bpmn:Process');

const keyOf = (holder: Source): string | undefined => {
  const message = one(holder, 'messageRef');
  const values = message && one(message, 'extensionElements');
  const subscription = (values === undefined ? [] : (many(values, 'values') as Foreign[])).find((each) =>
    each.$type.endsWith(':subscription'),
  );
  return subscription && attributeOf(subscription, 'correlationKey');
};
