import { childOf, childrenOf, isA } from '../moddle/moddle-element.ts';
import { readDiagram, writeDiagram } from '../moddle/read-diagram.ts';

/** The diagram of a starter as a flow of one's own: with its key and name. */
export const fromStarter = async (xml: string, flow: { key: string; name: string }): Promise<string> => {
  const { definitions } = await readDiagram(xml);
  const process = childrenOf(definitions, 'rootElements').find((root) => isA(root, 'bpmn:Process'));
  process?.set('id', flow.key);
  process?.set('name', flow.name);
  for (const diagram of childrenOf(definitions, 'diagrams')) {
    const plane = childOf(diagram, 'plane');
    if (process && plane) plane.set('bpmnElement', process);
  }
  return writeDiagram(definitions);
};
