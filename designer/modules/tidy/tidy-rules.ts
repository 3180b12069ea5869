import { childrenOf, isA, type ModdleElement } from '../../moddle/moddle-element.ts';

/** Why a diagram cannot be laid out anew without losing something; the sentence is `designer.tidy.<reason>`. */
export type TidyRefusal = 'pools' | 'groups' | 'notes' | 'lanes';

export const tidyRefusal = (root: ModdleElement): TidyRefusal | null => {
  if (isA(root, 'bpmn:Collaboration')) return 'pools';
  if (childrenOf(root, 'laneSets').length > 0) return 'lanes';
  if (childrenOf(root, 'artifacts').length > 0) return 'notes';
  const hasGroup = childrenOf(root, 'flowElements').some(
    (element) => isA(element, 'bpmn:SubProcess') && childrenOf(element, 'flowElements').length > 0,
  );
  return hasGroup ? 'groups' : null;
};
