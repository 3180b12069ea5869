import type { ModdleElement } from '../moddle/moddle-element.ts';
import { listWays } from '../moddle/list-ways.ts';

/** The parts of bpmn-moddle that its declaration leaves out. */
interface Moddle {
  fromXML(xml: string): Promise<{ rootElement: ModdleElement }>;
  toXML(element: ModdleElement): Promise<{ xml: string }>;
}

/** The diagram with shapes to draw: a file without them is laid out. One that cannot be stays as it is. */
export const withLayout = async (xml: string): Promise<string> => {
  if (/<(\w+:)?BPMNShape[\s>]/.test(xml)) return xml;
  try {
    const [{ layoutProcess }, { BpmnModdle }] = await Promise.all([
      import('bpmn-auto-layout'),
      import('bpmn-moddle'),
    ]);
    // The reader's declaration types what deployment needs; the rest is as bpmn-moddle documents it.
    const moddle = new BpmnModdle() as unknown as Moddle;
    const { rootElement } = await moddle.fromXML(xml);
    listWays(rootElement);
    return await layoutProcess((await moddle.toXML(rootElement)).xml);
  } catch {
    return xml;
  }
};
