import relata from '../../core/flow/moddle/relata.json' with { type: 'json' };
import type { CreateElement, ModdleElement } from './moddle-element.ts';
import { sayNames } from './plugin-names.ts';

/** A file as a tree that is not drawn. */
export interface ReadDiagram {
  definitions: ModdleElement;
  byId: ReadonlyMap<string, ModdleElement>;
  create: CreateElement;
}

/** The parts of bpmn-moddle that its declaration leaves out. */
interface Moddle {
  create: CreateElement;
  fromXML(xml: string): Promise<{ rootElement: ModdleElement; elementsById: Record<string, ModdleElement> }>;
  toXML(element: ModdleElement, options?: { format: boolean }): Promise<{ xml: string }>;
}

/** Throws when it is no BPMN. */
export const readDiagram = async (xml: string): Promise<ReadDiagram> => {
  const model = await moddle();
  const { rootElement, elementsById } = await model.fromXML(xml);
  return {
    definitions: rootElement,
    byId: new Map(Object.entries(elementsById)),
    create: (type, attributes) => model.create(type, attributes),
  };
};

/** The same with plugins' names as the reader is shown them; for reading, not for keeping. */
export const readShown = async (xml: string): Promise<ReadDiagram> => {
  const read = await readDiagram(xml);
  sayNames(read.definitions);
  return read;
};

export const writeDiagram = async (definitions: ModdleElement): Promise<string> =>
  (await (await moddle()).toXML(definitions, { format: true })).xml;

const moddle = async (): Promise<Moddle> => {
  const { BpmnModdle } = await import('bpmn-moddle');
  // As bpmn-moddle documents it.
  return new BpmnModdle({ relata }) as unknown as Moddle;
};
