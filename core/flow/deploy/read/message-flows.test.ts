import { expect, test } from 'vitest';
import { chain, flowOf, loadFlows, processXml } from '../../step/testing/load-flow.ts';

const events = async () => {
  const { buyer, seller } = await loadFlows('collaboration');
  return { ...buyer!.nodes, ...seller!.nodes };
};

test('both ends of a message flow have one message: the name of the flow where neither names one', async () => {
  const nodes = await events();
  expect([nodes['send']!.message?.name, nodes['ordered']!.event]).toMatchObject(['Order', { name: 'Order' }]);
  expect([nodes['reply']!.event, nodes['answered']!.event]).toMatchObject([
    { name: 'answer' },
    { name: 'answer' },
  ]);
  expect([nodes['thank']!.event, nodes['thanked']!.message]).toMatchObject([
    { name: 'thanks' },
    { name: 'thanks' },
  ]);
});

test('pools of the file know each other by who began; others by what the model says', async () => {
  const nodes = await events();
  expect(nodes['answered']!.event).toMatchObject({ correlationKey: expect.stringContaining('$instance') });
  expect(nodes['pay']!.event).toEqual({ kind: 'message', name: 'paid' });
});

test('a message that one end names is that of the other too', async () => {
  // given a message at the throwing end alone
  const xml = processXml(
    `<bpmn:startEvent id="s"/><bpmn:intermediateThrowEvent id="t"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateThrowEvent>${chain('s', 't')}`,
    {
      around: `<bpmn:message id="m" name="paid"/>
        <bpmn:collaboration id="col"><bpmn:participant id="a" name="Shop" processRef="p"/><bpmn:messageFlow id="mf" sourceRef="tns:t" targetRef="tns:s2"/></bpmn:collaboration>
        <bpmn:process id="q" isExecutable="true"><bpmn:startEvent id="s2"><bpmn:messageEventDefinition/></bpmn:startEvent></bpmn:process>`,
    },
  );
  // then the catching end, which comes first in the file, has it
  const graph = await flowOf(xml);
  expect(graph.starts).toMatchObject([{ kind: 'message', name: 'paid' }]);
});

test('a process without a name goes by that of its pool', async () => {
  const { buyer, seller } = await loadFlows('collaboration');
  expect([buyer!.name, seller!.name]).toEqual(['Buyer', 'Seller']);
});
