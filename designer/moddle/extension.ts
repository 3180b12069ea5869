import { childOf, childrenOf, type CreateElement, type ModdleElement } from './moddle-element.ts';

/** The extension of this type on an element, such as `relata:Task`. */
export const extensionOf = (element: ModdleElement | undefined, type: string): ModdleElement | undefined =>
  childrenOf(childOf(element, 'extensionElements'), 'values').find((value) => value.$type === type);

/** All of this type, such as the `relata:In` of a call. */
export const extensionsOf = (element: ModdleElement | undefined, type: string): ModdleElement[] =>
  childrenOf(childOf(element, 'extensionElements'), 'values').filter((value) => value.$type === type);

/**
 * New extension elements in which the one of `type` is `value`, in its old place, or is gone when `value` is
 * null. Those of other tools stay as they are. Undefined when nothing is left.
 */
export const withExtension = ({ value, ...change }: Change & { value: ModdleElement | null }) =>
  withExtensions({ ...change, values: value ? [value] : [] });

/** The same for a type of which there are several. */
export const withExtensions = (change: Change & { values: ModdleElement[] }): ModdleElement | undefined => {
  const { create, element, type } = change;
  const before = childrenOf(childOf(element, 'extensionElements'), 'values');
  const place = before.findIndex((other) => other.$type === type);
  const values = before.filter((other) => other.$type !== type);
  values.splice(place < 0 ? values.length : place, 0, ...change.values);
  if (values.length === 0) return undefined;
  const extensions = create('bpmn:ExtensionElements', { values });
  extensions.$parent = element;
  for (const child of values) child.$parent = extensions;
  return extensions;
};

interface Change {
  create: CreateElement;
  element: ModdleElement;
  type: string;
}
