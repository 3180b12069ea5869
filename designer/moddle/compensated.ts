import { childrenOf, isA, type ModdleElement } from './moddle-element.ts';

/** What an event that undoes can name: activities of its scope, and from an event sub-process of the one around. */
export const undoable = (event: ModdleElement): ModdleElement[] => {
  const scope = event.$parent;
  const around = scope?.get('triggeredByEvent') === true ? scope.$parent : undefined;
  return [scope, around]
    .flatMap((each) => childrenOf(each, 'flowElements'))
    .filter(
      (each) =>
        isA(each, 'bpmn:Activity') &&
        each.get('isForCompensation') !== true &&
        each.get('triggeredByEvent') !== true,
    );
};
