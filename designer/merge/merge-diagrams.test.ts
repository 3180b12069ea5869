import { describe, expect, it } from 'vitest';
import { readDiagram } from '../moddle/read-diagram.ts';
import { childOf, idOf, nameOf } from '../moddle/moddle-element.ts';
import { mergeDiagrams } from './merge-diagrams.ts';

interface Parts {
  nodes?: Record<string, string>;
  flows?: [string, string][];
  extra?: string;
  x?: Record<string, number>;
}

/** Tasks by id and name, ways between them, each task drawn. */
const file = ({ nodes = {}, flows = [], extra = '', x = {} }: Parts): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:relata="urn:relata:bpmn:1" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true">${Object.entries(
    nodes,
  )
    .map(([id, name]) => `<bpmn:task id="${id}" name="${name}"/>`)
    .join('')}${extra}${flows
    .map(([from, to]) => `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`)
    .join(
      '',
    )}</bpmn:process><bpmndi:BPMNDiagram id="dia"><bpmndi:BPMNPlane id="plane" bpmnElement="p">${Object.keys(
    nodes,
  )
    .map(
      (id) =>
        `<bpmndi:BPMNShape id="${id}-di" bpmnElement="${id}"><dc:Bounds x="${x[id] ?? 0}" y="0" width="100" height="80"/></bpmndi:BPMNShape>`,
    )
    .join('')}${flows
    .map(
      ([from, to]) =>
        `<bpmndi:BPMNEdge id="${from}-${to}-di" bpmnElement="${from}-${to}"><di:waypoint x="0" y="0"/><di:waypoint x="9" y="0"/></bpmndi:BPMNEdge>`,
    )
    .join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;

const base = file({ nodes: { a: 'A', b: 'B' }, flows: [['a', 'b']] });
const namesIn = async (xml: string): Promise<Record<string, string>> => {
  const { byId } = await readDiagram(xml);
  return Object.fromEntries(
    [...byId]
      .filter(([, element]) => element.$type === 'bpmn:Task')
      .map(([id, element]) => [id, nameOf(element)]),
  );
};

describe('two people’s changes put together', () => {
  it('takes from each what only they changed', async () => {
    const mine = file({ nodes: { a: 'Mine', b: 'B' }, flows: [['a', 'b']] });
    const theirs = file({ nodes: { a: 'A', b: 'Theirs' }, flows: [['a', 'b']] });
    const { xml, conflicts } = await mergeDiagrams({ base, mine, theirs });

    expect(conflicts).toEqual([]);
    expect(await namesIn(xml)).toEqual({ a: 'Mine', b: 'Theirs' });
  });

  it('keeps the steps that both added, with their shapes and ways', async () => {
    const mine = file({
      nodes: { a: 'A', b: 'B', m: 'M' },
      flows: [
        ['a', 'b'],
        ['b', 'm'],
      ],
    });
    const theirs = file({
      nodes: { a: 'A', b: 'B', t: 'T' },
      flows: [
        ['a', 'b'],
        ['b', 't'],
      ],
    });
    const { xml } = await mergeDiagrams({ base, mine, theirs });

    expect(await namesIn(xml)).toEqual({ a: 'A', b: 'B', m: 'M', t: 'T' });
    const { byId } = await readDiagram(xml);
    expect(['m-di', 't-di', 'b-m-di', 'b-t-di'].filter((id) => !byId.has(id))).toEqual([]);
    const outgoing = byId.get('b')!.get('outgoing') as { id: string }[]; // A list of ways, by the standard.
    expect(outgoing.map((way) => way.id).toSorted()).toEqual(['b-m', 'b-t']);
    expect(idOf(childOf(byId.get('b-m'), 'targetRef'))).toBe('m');
  });

  it('asks where both changed the same, and takes theirs until it is told', async () => {
    const mine = file({ nodes: { a: 'Mine', b: 'B' }, flows: [['a', 'b']] });
    const theirs = file({ nodes: { a: 'Theirs', b: 'B' }, flows: [['a', 'b']] });
    const { xml, conflicts } = await mergeDiagrams({ base, mine, theirs });

    expect(conflicts).toMatchObject([
      { element: 'a', mine: { details: [{ after: 'Mine' }] }, theirs: { details: [{ after: 'Theirs' }] } },
    ]);
    expect(await namesIn(xml)).toMatchObject({ a: 'Theirs' });
    const chosen = await mergeDiagrams({ base, mine, theirs }, new Map([['a', 'mine']]));
    expect(await namesIn(chosen.xml)).toMatchObject({ a: 'Mine' });
  });

  it('asks where one removed what the other changed', async () => {
    const mine = file({ nodes: { a: 'A' } });
    const theirs = file({ nodes: { a: 'A', b: 'Theirs' }, flows: [['a', 'b']] });
    const versions = { base, mine, theirs };

    expect((await mergeDiagrams(versions)).conflicts).toMatchObject([
      { element: 'b', mine: { kind: 'removed' } },
    ]);
    expect(await namesIn((await mergeDiagrams(versions, new Map([['b', 'mine']]))).xml)).toEqual({ a: 'A' });
  });

  it('drops a way whose end the other one took away, and says so', async () => {
    const mine = file({
      nodes: { a: 'A', b: 'B', m: 'M' },
      flows: [
        ['a', 'b'],
        ['b', 'm'],
      ],
    });
    const theirs = file({ nodes: { a: 'A' } });
    const { xml, dropped } = await mergeDiagrams({ base, mine, theirs });

    expect(dropped).toEqual(['b-m']);
    expect(await namesIn(xml)).toEqual({ a: 'A', m: 'M' });
  });

  it('merges steps inside a group by themselves', async () => {
    const group = (name: string, first: string, second: string): string =>
      file({
        extra: `<bpmn:subProcess id="g" name="${name}"><bpmn:task id="one" name="${first}"/><bpmn:task id="two" name="${second}"/></bpmn:subProcess>`,
      });
    const { xml, conflicts } = await mergeDiagrams({
      base: group('G', '1', '2'),
      mine: group('Mine', 'Mine', '2'),
      theirs: group('G', '1', 'Theirs'),
    });

    expect(conflicts).toEqual([]);
    expect(await namesIn(xml)).toEqual({ one: 'Mine', two: 'Theirs' });
    expect((await readDiagram(xml)).byId.get('g')?.get('name')).toBe('Mine');
  });

  it('leaves a shape where the one who moved it put it', async () => {
    const mine = file({ nodes: { a: 'A', b: 'B' }, flows: [['a', 'b']], x: { a: 50 } });
    const theirs = file({ nodes: { a: 'A', b: 'B' }, flows: [['a', 'b']], x: { b: 70 } });
    const { byId } = await readDiagram((await mergeDiagrams({ base, mine, theirs })).xml);
    const left = (id: string): unknown => childOf(byId.get(`${id}-di`), 'bounds')?.get('x');

    expect([left('a'), left('b')]).toEqual([50, 70]);
  });
});
