import { describe, expect, it } from 'vitest';
import { countKinds, differenceOf } from './difference.ts';

const file = (inner: string, shapes = ''): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:relata="urn:relata:bpmn:1" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true">${inner}</bpmn:process><bpmndi:BPMNDiagram id="dia"><bpmndi:BPMNPlane id="plane" bpmnElement="p">${shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
const task = (stage: string): string =>
  `<bpmn:serviceTask id="t" name="Close"><bpmn:extensionElements><relata:task type="sales.set-stage"><relata:input name="stage" value="'${stage}'"/></relata:task></bpmn:extensionElements></bpmn:serviceTask>`;
const shape = (id: string, x: number): string =>
  `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="${x}" y="10" width="100" height="80"/></bpmndi:BPMNShape>`;

const difference = (before: string, after: string) => differenceOf(before, after);

describe('the difference of two diagrams', () => {
  it('is nothing between a diagram and itself', async () => {
    expect(await difference(file(task('won'), shape('t', 0)), file(task('won'), shape('t', 0)))).toEqual([]);
  });

  it('names what came and what went, ways by their ends', async () => {
    const before = file('<bpmn:startEvent id="s" name="Begins"/><bpmn:task id="old" name="Old"/>');
    const after = file(
      '<bpmn:startEvent id="s" name="Begins"/><bpmn:task id="new" name="New"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="new"/><bpmn:endEvent id="Event_1lt9j3o"/><bpmn:sequenceFlow id="g" sourceRef="new" targetRef="Event_1lt9j3o"/>',
    );

    expect(await difference(before, after)).toMatchObject([
      { kind: 'removed', element: 'old', name: 'Old', type: 'Task' },
      { kind: 'added', element: 'new', name: 'New' },
      { kind: 'added', element: 'f', type: 'SequenceFlow', between: [{ name: 'Begins' }, { name: 'New' }] },
      // What has no name goes by what it is, never by its id.
      { kind: 'added', element: 'Event_1lt9j3o', name: '', what: 'end' },
      { kind: 'added', element: 'g', between: [{ name: 'New' }, { name: '', what: 'end' }] },
    ]);
  });

  it('tells what a step is given otherwise, before and after', async () => {
    expect(await difference(file(task('won')), file(task('lost')))).toMatchObject([
      {
        element: 't',
        kind: 'changed',
        type: 'ServiceTask',
        what: 'service',
        name: 'Close',
        details: [{ path: 'extensionElements/Task/Input.stage/value', before: "'won'", after: "'lost'" }],
      },
    ]);
  });

  it('does not call a list changed behind an entry that was put in between', async () => {
    const form = (...ids: string[]): string =>
      file(
        `<bpmn:userTask id="u"><bpmn:extensionElements><relata:form>${ids.map((id) => `<relata:field id="${id}" type="text"/>`).join('')}</relata:form></bpmn:extensionElements></bpmn:userTask>`,
      );
    const [change] = await difference(form('a', 'z'), form('a', 'b', 'z'));

    expect(change?.details.map((detail) => detail.path).every((path) => path.includes('Field.b'))).toBe(true);
  });

  it('tells what only stands elsewhere as moved', async () => {
    const changes = await difference(file(task('won'), shape('t', 0)), file(task('won'), shape('t', 90)));

    expect(changes).toMatchObject([{ kind: 'moved', element: 't' }]);
    expect(countKinds(changes)).toEqual({ added: 0, removed: 0, changed: 0, moved: 1 });
  });

  it('tells a condition in its own words', async () => {
    const way = (condition: string): string =>
      file(
        `<bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      );

    expect((await difference(way('x = 1'), way('x = 2')))[0]?.details).toEqual([
      { path: 'conditionExpression', before: 'x = 1', after: 'x = 2' },
    ]);
  });
});
