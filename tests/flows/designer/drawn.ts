import { BpmnModdle } from 'bpmn-moddle';
import { deploy } from '../../../core/flow/deploy/index.ts';
import type { Graph } from '../../../core/flow/graph/index.ts';
import relata from '../../../core/flow/moddle/relata.json' with { type: 'json' };
import { openCatalogue, processXml } from '../../../core/flow/step/testing/load-flow.ts';
import type { CreateElement, ModdleElement } from '../../../designer/moddle/moddle-element.ts';
import { RootElements } from '../../../designer/moddle/root-elements.ts';

/** The parts of bpmn-moddle that its declaration leaves out. */
interface Moddle {
  create: CreateElement;
  fromXML(xml: string): Promise<{ elementsById: Record<string, ModdleElement>; rootElement: ModdleElement }>;
  toXML(element: ModdleElement, options: { format: boolean }): Promise<{ xml: string }>;
}

/** A drawing, as the panel changes it. */
export interface Drawn {
  create: CreateElement;
  get(id: string): ModdleElement;
  /** Puts properties as the commands of the panel do. */
  set(part: ModdleElement, properties: Record<string, unknown>): void;
  /** The same for what refers to root elements. */
  setWithRoots(part: ModdleElement, properties: (roots: RootElements) => Record<string, unknown>): void;
  xml(): Promise<string>;
  /** What the server makes of it, and the codes of all that it has against it. */
  deployed(): Promise<{ graph: Graph | undefined; codes: string[] }>;
}

/** `inner` is the inside of an executable process. */
export const drawn = async (inner: string): Promise<Drawn> => {
  // The reader's declaration types what deployment needs; the rest is as bpmn-moddle documents it.
  const moddle = new BpmnModdle({ relata }) as unknown as Moddle;
  const { rootElement, elementsById } = await moddle.fromXML(processXml(inner));
  let count = 0;
  const create: CreateElement = (type, properties) => {
    const made = moddle.create(type, properties);
    // A modeler gives these an id.
    if (made.$instanceOf('bpmn:RootElement')) made.set('id', `made_${++count}`);
    return made;
  };
  const set: Drawn['set'] = (part, properties) => {
    for (const [name, value] of Object.entries(properties)) part.set(name, value);
  };
  const xml = async (): Promise<string> => (await moddle.toXML(rootElement, { format: false })).xml;
  return {
    create,
    get: (id) => elementsById[id]!,
    set,
    setWithRoots: (part, properties) => {
      const roots = new RootElements(create, part);
      set(part, properties(roots));
      set(rootElement, roots.properties() ?? {});
    },
    xml,
    deployed: async () => {
      const { flows, errors, warnings } = await deploy(await xml(), openCatalogue);
      return { graph: flows[0]?.graph, codes: [...errors, ...warnings].map((problem) => problem.code) };
    },
  };
};
