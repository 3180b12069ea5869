import { childOf, childrenOf, isA, type ModdleElement } from './moddle-element.ts';

/** Lists sequence flows at their elements, where a file names them at the flows alone: layout goes by the lists. */
export const listWays = (scope: ModdleElement): void => {
  const roots = childrenOf(scope, 'rootElements').filter((root) => isA(root, 'bpmn:Process'));
  for (const root of roots) listWays(root);
  for (const element of isA(scope, 'bpmn:Definitions') ? [] : childrenOf(scope, 'flowElements')) {
    if (isA(element, 'bpmn:SubProcess')) listWays(element);
    if (!isA(element, 'bpmn:SequenceFlow')) continue;
    list(childOf(element, 'sourceRef'), 'outgoing', element);
    list(childOf(element, 'targetRef'), 'incoming', element);
  }
};

const list = (element: ModdleElement | undefined, name: string, way: ModdleElement): void => {
  const ways = childrenOf(element, name);
  if (!ways.includes(way)) element?.set(name, [...ways, way]);
};
