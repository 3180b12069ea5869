import { childOf, childrenOf, idOf } from '../../moddle/moddle-element.ts';
import { listWays } from '../../moddle/list-ways.ts';
import { readDiagram, writeDiagram } from '../../moddle/read-diagram.ts';
import type { Point } from '../services.ts';

/** Where elements stand, by id. */
export interface Layout {
  boxes: Map<string, { x: number; y: number; width: number; height: number }>;
  ways: Map<string, Point[]>;
}

/** Where the layouter would put the elements of a diagram. */
export const readLayout = async (xml: string): Promise<Layout> => {
  const { layoutProcess } = await import('bpmn-auto-layout');
  const before = await readDiagram(xml);
  listWays(before.definitions);
  before.definitions.set('diagrams', []);
  const { definitions } = await readDiagram(await layoutProcess(await writeDiagram(before.definitions)));
  const drawn = childrenOf(definitions, 'diagrams').flatMap((diagram) =>
    childrenOf(childOf(diagram, 'plane'), 'planeElement'),
  );
  const layout: Layout = { boxes: new Map(), ways: new Map() };
  const number = (of: unknown): number => Math.round(Number(of));
  for (const each of drawn) {
    const id = idOf(childOf(each, 'bpmnElement'));
    const bounds = childOf(each, 'bounds');
    if (bounds) {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(bounds.get(name)));
      layout.boxes.set(id, { x: x!, y: y!, width: width!, height: height! }); // Four went in.
    } else {
      const points = childrenOf(each, 'waypoint');
      layout.ways.set(
        id,
        points.map((point) => ({ x: number(point.get('x')), y: number(point.get('y')) })),
      );
    }
  }
  return layout;
};
