import { childOf, childrenOf, type ModdleElement } from './moddle-element.ts';

/** Whether another tool says something here, which deployment may be able to translate. */
export const isMadeElsewhere = (element: ModdleElement): boolean =>
  Object.keys(element.$attrs ?? {}).some((name) => name.includes(':') && !name.startsWith('xmlns:')) ||
  childrenOf(childOf(element, 'extensionElements'), 'values').some(
    (value) => !value.$type.startsWith('relata:'),
  );
