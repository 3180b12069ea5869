/** What of a BPMN file is drawn, with the browser's own XML parser: a gallery need not load the modeler. */
export interface Picture {
  box: { x: number; y: number; width: number; height: number };
  shapes: PictureShape[];
  ways: { x: number; y: number }[][];
}

export interface PictureShape {
  x: number;
  y: number;
  width: number;
  height: number;
  form: 'box' | 'circle' | 'diamond';
  tone: 'person' | 'system' | 'wait' | 'end' | '';
}

/** Null when nothing is drawn. */
export const readPicture = (xml: string): Picture | null => {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  const types = new Map([...file.querySelectorAll('[id]')].map((element) => [element.id, element.localName]));
  const shapes = named(file, 'BPMNShape').flatMap((shape) => {
    const bounds = [...shape.children].find((child) => child.localName === 'Bounds');
    const type = types.get(shape.getAttribute('bpmnElement') ?? '') ?? '';
    if (!bounds) return [];
    const { x, y, width, height } = boxOf(bounds);
    return [{ x, y, width, height, form: formOf(type), tone: toneOf(type) }];
  });
  if (shapes.length === 0) return null;
  const ways = named(file, 'BPMNEdge').map((edge) =>
    [...edge.children]
      .filter((child) => child.localName === 'waypoint')
      .map((point) => ({ x: numberOf(point, 'x'), y: numberOf(point, 'y') })),
  );
  return { box: around(shapes), shapes, ways };
};

const named = (file: Document, name: string): Element[] => [...file.getElementsByTagNameNS('*', name)];

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name)) || 0;

const boxOf = (bounds: Element) => ({
  x: numberOf(bounds, 'x'),
  y: numberOf(bounds, 'y'),
  width: numberOf(bounds, 'width'),
  height: numberOf(bounds, 'height'),
});

const formOf = (type: string): PictureShape['form'] =>
  type.endsWith('Event') ? 'circle' : type.endsWith('Gateway') ? 'diamond' : 'box';

const toneOf = (type: string): PictureShape['tone'] => {
  if (type === 'userTask' || type === 'manualTask') return 'person';
  if (type === 'endEvent') return 'end';
  if (type === 'intermediateCatchEvent' || type === 'boundaryEvent') return 'wait';
  return type.endsWith('Task') || type === 'callActivity' ? 'system' : '';
};

const air = 12;

const around = (shapes: PictureShape[]): Picture['box'] => {
  const x = Math.min(...shapes.map((shape) => shape.x)) - air;
  const y = Math.min(...shapes.map((shape) => shape.y)) - air;
  const right = Math.max(...shapes.map((shape) => shape.x + shape.width)) + air;
  const bottom = Math.max(...shapes.map((shape) => shape.y + shape.height)) + air;
  return { x, y, width: right - x, height: bottom - y };
};
