import { childOf, childrenOf, idOf, isA, type ModdleElement } from '../moddle/moddle-element.ts';
import { listWays } from '../moddle/list-ways.ts';
import type { ReadDiagram } from '../moddle/read-diagram.ts';
import { remove } from './graft.ts';
import { drawnIn, placeOf } from './signature.ts';

interface Merging {
  base: ReadDiagram;
  mine: ReadDiagram;
  /** Ids of what was taken from mine. */
  taken: ReadonlySet<string>;
}

/** Makes the parts fit: no way without both its ends, ways listed at their elements, each drawn where it was last put. */
export const finish = (result: ReadDiagram, merging: Merging): string[] => {
  const dropped = dropLoose(result);
  for (const element of result.byId.values()) {
    if (!isA(element, 'bpmn:FlowNode')) continue;
    element.set('incoming', []);
    element.set('outgoing', []);
  }
  resolve(result);
  listWays(result.definitions);
  draw(result, merging);
  return dropped;
};

const dropLoose = (result: ReadDiagram): string[] => {
  const loose = [...result.byId.values()].filter(
    (element) =>
      isA(element, 'bpmn:SequenceFlow', 'bpmn:MessageFlow', 'bpmn:Association') &&
      ['sourceRef', 'targetRef'].some((name) => !result.byId.has(idOf(childOf(element, name)))),
  );
  for (const way of loose) remove(idOf(way), result);
  return loose.map(idOf);
};

/** What came from the other file still points into that file: from here on it points into this one. */
const resolve = (result: ReadDiagram): void => {
  for (const element of result.byId.values())
    for (const name of ['sourceRef', 'targetRef', 'attachedToRef', 'default', 'processRef'])
      if (hasProperty(element, name)) {
        const target = result.byId.get(idOf(childOf(element, name)));
        if (childOf(element, name)) element.set(name, target);
      }
};

const hasProperty = (element: ModdleElement, name: string): boolean => {
  const { $descriptor } = element as unknown as {
    $descriptor?: { propertiesByName?: Record<string, unknown> };
  };
  return $descriptor?.propertiesByName?.[name] !== undefined;
};

/** Where only one moved something, it stands there; what both moved stands where mine put it. */
const draw = (result: ReadDiagram, { base, mine, taken }: Merging): void => {
  const plane = childOf(childrenOf(result.definitions, 'diagrams')[0], 'plane');
  if (!plane) return;
  const [before, own, other] = [drawnIn(base), drawnIn(mine), drawnIn(result)];
  const kept = new Map([...other].filter(([id]) => result.byId.has(id)));
  for (const [id, drawn] of own) {
    const target = result.byId.get(id);
    const isMoved = placeOf(drawn) !== placeOf(before.get(id));
    if (!target || !(isMoved || (taken.has(id) && !kept.has(id)))) continue;
    drawn.set('bpmnElement', target);
    drawn.$parent = plane;
    kept.set(id, drawn);
  }
  plane.set('planeElement', [...kept.values()]);
};
