import { isA, nameOf } from './moddle-element.ts';
import { readShown } from './read-diagram.ts';

/** Where a token can stand in a diagram, by id and name. */
export const placesIn = async (xml: string): Promise<{ id: string; label: string }[]> =>
  [...(await readShown(xml)).byId]
    .filter(([, element]) => isA(element, 'bpmn:FlowNode'))
    .map(([id, element]) => ({ id, label: nameOf(element) || id }));
