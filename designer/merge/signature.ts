import { factsOf } from '../difference/facts-of.ts';
import { childOf, childrenOf, idOf, isA, type ModdleElement } from '../moddle/moddle-element.ts';
import type { ReadDiagram } from '../moddle/read-diagram.ts';

/** All that one element says, and where it belongs; what stands inside it has its own. */
export const signatureOf = (element: ModdleElement | undefined): string | undefined =>
  element &&
  JSON.stringify([
    element.$type,
    idOf(element.$parent),
    ...['sourceRef', 'targetRef', 'attachedToRef', 'default', 'processRef'].map((name) =>
      idOf(refOf(element, name)),
    ),
    ...childrenOf(isA(element, 'bpmn:Lane') ? element : undefined, 'flowNodeRef').map(idOf),
    [...factsOf(element)].map(([path, fact]) => [path, fact.same]),
  ]);

const refOf = (element: ModdleElement, name: string): ModdleElement | undefined => {
  const found = childOf(element, name);
  return typeof found === 'object' ? found : undefined;
};

/** Where an element is drawn; undefined where it is not. */
export const placeOf = (drawn: ModdleElement | undefined): string | undefined => {
  if (!drawn) return undefined;
  const box = (bounds: ModdleElement | undefined): unknown =>
    bounds && ['x', 'y', 'width', 'height'].map((name) => bounds.get(name));
  return JSON.stringify([
    box(childOf(drawn, 'bounds')),
    box(childOf(childOf(drawn, 'label'), 'bounds')),
    childrenOf(drawn, 'waypoint').map((point) => [point.get('x'), point.get('y')]),
    drawn.get('isExpanded'),
  ]);
};

/** The shapes and edges of a file, by the element they draw. */
export const drawnIn = ({ definitions }: ReadDiagram): Map<string, ModdleElement> =>
  new Map(
    childrenOf(definitions, 'diagrams')
      .flatMap((diagram) => childrenOf(childOf(diagram, 'plane'), 'planeElement'))
      .map((drawn) => [idOf(childOf(drawn, 'bpmnElement')), drawn]),
  );
