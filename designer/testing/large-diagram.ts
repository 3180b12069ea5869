interface Large {
  /** Steps and ways together. */
  elements: number;
  /** Steps that do nothing. */
  mistakes?: number;
}

const perRow = 20;

/** A diagram of any size: rows of steps, each leading to the next, all drawn. */
export const largeDiagram = ({ elements, mistakes = 0 }: Large): string => {
  const count = Math.floor(elements / 2);
  const steps = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    x: 100 + (index % perRow) * 160,
    y: 100 + Math.floor(index / perRow) * 140,
    type:
      index === 0
        ? 'startEvent'
        : index === count - 1
          ? 'endEvent'
          : index <= mistakes
            ? 'task'
            : 'manualTask',
  }));
  const size = (type: string) =>
    type.endsWith('Event') ? { width: 36, height: 36 } : { width: 100, height: 80 };
  const ways = steps.slice(1).map((to, index) => ({ id: `w${index}`, from: steps[index]!, to }));
  const nodes = steps.map(({ id, type }) => `<bpmn:${type} id="${id}" name="Step ${id}"/>`).join('');
  const flows = ways
    .map(({ id, from, to }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from.id}" targetRef="${to.id}"/>`)
    .join('');
  const shapes = steps.map(({ id, x, y, type }) => {
    const { width, height } = size(type);
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
  });
  const edges = ways.map(
    ({ id, from, to }) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from.x + size(from.type).width}" y="${from.y + size(from.type).height / 2}"/><di:waypoint x="${to.x}" y="${to.y + size(to.type).height / 2}"/></bpmndi:BPMNEdge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="large-file" targetNamespace="t"><bpmn:process id="large" name="Large" isExecutable="true">${nodes}${flows}</bpmn:process><bpmndi:BPMNDiagram id="dia"><bpmndi:BPMNPlane id="plane" bpmnElement="large">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
};
