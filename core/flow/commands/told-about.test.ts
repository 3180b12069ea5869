import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, sequence, type FlowWorld } from '../../../tests/support/flow-world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
});
afterAll(() => world.close());

const message = '<bpmn:message id="m" name="order.placed"/>';
/** By hand or by a message; with one step where an instance can be looked at. */
const order = (key: string, attributes: string): string =>
  process(
    key,
    `<bpmn:startEvent id="hand" name="Typed in"/>
    <bpmn:startEvent id="came"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
    <bpmn:userTask id="pack"/><bpmn:endEvent id="e"/>
    ${sequence('hand', 'pack', 'e')}${sequence('came', 'pack')}`,
    { extra: message, attributes },
  );
const abouts = async (flow: string): Promise<string[]> => {
  const { items } = await world.flows.instances({ actor: world.admin, limit: 50, flow });
  return items.map(({ about }) => about).toSorted();
};
const publish = () =>
  world.flows.publish({ actor: world.admin, name: 'order.placed', variables: {}, keepFor: 0 });

test('an instance without a record is called by its business key, or by the event that began it', async () => {
  // given two that began in different ways, and one with a key
  await world.deploy(order('order', 'name="Orders"'));
  const typed = await world.start('order');
  await world.start('order', {}, { businessKey: 'A-7' });
  await publish();
  // then
  await expect.poll(() => abouts('order')).toEqual(['A-7', 'Typed in', 'order.placed']);
  expect(await world.flows.instance({ actor: world.admin, id: typed })).toMatchObject({ about: 'Typed in' });
  // also when it has ended
  const [item] = await world.items(typed);
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
  await world.reach(typed, 'completed');
  expect(await abouts('order')).toEqual(['A-7', 'Typed in', 'order.placed']);
});

test('where nobody kept how it began, it is called by the only way to begin, else by its flow', async () => {
  // given
  const only = `<bpmn:startEvent id="s" name="Every night"/><bpmn:userTask id="t"/><bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`;
  const files = [order('quiet', 'name="Orders"'), process('nightly', only, { attributes: 'name="Night"' })];
  for (const file of files)
    await world.deploy(file.replace('relata:history="full"', 'relata:history="none"'));
  await world.deploy(
    process('plain', only.replace('name="Every night"', ''), { attributes: 'name="Plain"' }),
  );
  // when
  for (const flow of ['quiet', 'nightly', 'plain']) await world.start(flow);
  // then
  expect(await Promise.all(['quiet', 'nightly', 'plain'].map(abouts))).toEqual([
    ['Orders'],
    ['Every night'],
    ['Plain'],
  ]);
});
