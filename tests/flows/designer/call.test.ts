import { expect, test } from 'vitest';
import { chain } from '../../../core/flow/step/testing/load-flow.ts';
import { readCall, writeCall, type Call } from '../../../designer/moddle/call.ts';
import { withExtensions } from '../../../designer/moddle/extension.ts';
import { readMapping, writeMapping, type Mapping, type Side } from '../../../designer/moddle/pairs.ts';
import { drawn, type Drawn } from './drawn.ts';

const around = (element: string): string =>
  `<bpmn:startEvent id="s"/>${element}<bpmn:endEvent id="e"/>${chain('s', 'a', 'e')}`;
const called = around('<bpmn:callActivity id="a"/>');

const map = ({ create, set, get }: Drawn, side: Side, mapping: Mapping): void => {
  const values = writeMapping(create, side, mapping);
  set(get('a'), {
    extensionElements: withExtensions({ create, element: get('a'), type: side, values }),
  });
};

test.each<[Call, object]>([
  [
    { flow: 'discount', expression: null, binding: 'latest', version: '' },
    { flow: { key: 'discount' }, binding: 'latest' },
  ],
  [
    { flow: 'discount', expression: null, binding: 'deployment', version: '' },
    { flow: { key: 'discount' }, binding: 'deployment' },
  ],
  [
    { flow: 'discount', expression: null, binding: 'version', version: '3' },
    { flow: { key: 'discount' }, binding: 'version', version: 3 },
  ],
  [
    { flow: '', expression: "'follow-' & kind", binding: 'latest', version: '' },
    { flow: { expression: "'follow-' & kind" }, binding: 'latest' },
  ],
])('a call of %j', async (call, definition) => {
  // given a call activity without anything
  const { set, get, deployed } = await drawn(called);
  // when flow and version are chosen
  set(get('a'), writeCall(call));
  // then they are read again, and the server calls just that
  expect(readCall(get('a'))).toEqual(call);
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['a']!.call).toMatchObject(definition);
});

test('a fixed version without a number begins at the first', () => {
  expect(writeCall({ flow: 'x', expression: null, binding: 'version', version: '' })['relata:version']).toBe(
    '1',
  );
});

test('values and all variables go in and come back', async () => {
  const drawing = await drawn(called);
  const { set, get, deployed } = drawing;
  set(get('a'), writeCall({ flow: 'discount', expression: null, binding: 'latest', version: '' }));
  // when both sides are filled in, one after the other
  const given = { isAll: true, pairs: [{ name: 'limit', value: '$subject.amount * 0.1' }] };
  const back = { isAll: false, pairs: [{ name: 'granted', value: 'result.granted' }] };
  map(drawing, 'relata:In', given);
  map(drawing, 'relata:Out', back);
  // then neither loses the other
  expect(readMapping(get('a'), 'relata:In')).toEqual(given);
  expect(readMapping(get('a'), 'relata:Out')).toEqual(back);
  const { graph } = await deployed();
  const { in: into, out, hasAllIn, hasAllOut } = graph!.nodes['a']!.call!;
  expect([into, out, hasAllIn, hasAllOut]).toEqual([given.pairs, back.pairs, true, undefined]);
});

test('a group of steps has values of its own', async () => {
  const drawing = await drawn(
    around(
      '<bpmn:subProcess id="a"><bpmn:scriptTask id="b"><bpmn:script>1</bpmn:script></bpmn:scriptTask></bpmn:subProcess>',
    ),
  );
  map(drawing, 'relata:In', { isAll: false, pairs: [{ name: 'x', value: 'y' }] });
  const { graph, codes } = await drawing.deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['a']!.mapping).toEqual({ in: [{ name: 'x', value: 'y' }], out: [] });
});
