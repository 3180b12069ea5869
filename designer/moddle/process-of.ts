import { childOf, isA, type ModdleElement } from './moddle-element.ts';

/** The process an element is in; of a drawing with pools, that of the pool, else the first. */
export const processOf = (model: ModdleElement): ModdleElement | undefined => {
  if (isA(model, 'bpmn:Participant')) return childOf(model, 'processRef');
  if (isA(model, 'bpmn:Collaboration')) {
    const roots = model.$parent?.get('rootElements');
    // Root elements of definitions are elements.
    return (roots as ModdleElement[] | undefined)?.find((root) => isA(root, 'bpmn:Process'));
  }
  let at: ModdleElement | undefined = model;
  while (at && !isA(at, 'bpmn:Process')) at = at.$parent;
  return at;
};
