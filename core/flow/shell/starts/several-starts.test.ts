import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, sequence, type FlowWorld } from '../../../../tests/support/flow-world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
});
afterAll(() => world.close());

const extra = '<bpmn:message id="m" name="paid"/><bpmn:signal id="x" name="storm"/>';
const message = '<bpmn:messageEventDefinition messageRef="m"/>';
const signal = '<bpmn:signalEventDefinition signalRef="x"/>';
const timer =
  '<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>';
const instances = async (flow: string): Promise<string[]> =>
  (await world.sql<{ id: string }[]>`select id from flow.instance where flow = ${flow} order by id`).map(
    ({ id }) => id,
  );
const become = async (flow: string, count: number): Promise<string[]> => {
  for (let left = 200; left > 0 && (await instances(flow)).length < count; left--)
    await new Promise((resolve) => setTimeout(resolve, 25));
  const found = await instances(flow);
  expect(found).toHaveLength(count);
  return found;
};
const pay = () =>
  world.flows.publish({ actor: world.admin, name: 'paid', variables: { by: 'card' }, keepFor: 0 });
const storm = () => world.flows.broadcast({ actor: world.admin, name: 'storm', variables: {} });

test('a multiple start event is started by each of its definitions, timers included', async () => {
  await world.deploy(
    process(
      'any',
      `<bpmn:startEvent id="s">${message}${signal}${timer}</bpmn:startEvent><bpmn:userTask id="u"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'e')}`,
      { extra },
    ),
  );
  await pay();
  await become('any', 1);
  await storm();
  await become('any', 2);
  await world.advance(2 * 3_600_000);
  await become('any', 4);
  // and a flow that no longer starts so leaves nothing behind
  await world.deploy(process('any', `<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>${sequence('s', 'e')}`));
  await world.advance(3_600_000);
  expect(await instances('any')).toHaveLength(4);
});

test('a parallel multiple start makes one instance of a message and a signal, whichever comes first', async () => {
  await world.deploy(
    process(
      'all',
      `<bpmn:startEvent id="s" parallelMultiple="true">${message}${signal}</bpmn:startEvent><bpmn:userTask id="u"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'e')}`,
      { extra },
    ),
  );
  await pay();
  const [first] = await become('all', 1);
  expect(await world.items(first!)).toEqual([]);
  await storm();
  for (let left = 200; left > 0 && (await world.items(first!)).length === 0; left--)
    await new Promise((resolve) => setTimeout(resolve, 25));
  expect(await world.items(first!)).toMatchObject([{ element: 'u' }]);
  await storm();
  const [, second] = await become('all', 2);
  await pay();
  for (let left = 200; left > 0 && (await world.items(second!)).length === 0; left--)
    await new Promise((resolve) => setTimeout(resolve, 25));
  expect(await instances('all')).toHaveLength(2);
  expect((await world.instance(second!)).variables).toEqual({ by: 'card' });
  await world.deploy(process('all', `<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>${sequence('s', 'e')}`));
});

test('a receive task and an event gateway start instances', async () => {
  await world.deploy(
    process(
      'by-task',
      `<bpmn:receiveTask id="r" instantiate="true" messageRef="m"/><bpmn:userTask id="u"/><bpmn:endEvent id="e"/>${sequence('r', 'u', 'e')}`,
      { extra },
    ),
  );
  await pay();
  const [begun] = await become('by-task', 1);
  expect(await world.items(begun!)).toMatchObject([{ element: 'u' }]);
  await world.deploy(
    process(
      'by-gateway',
      `<bpmn:eventBasedGateway id="g" instantiate="true"/><bpmn:intermediateCatchEvent id="c">${timer.replace('R/', 'R1/')}</bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="d">${signal}</bpmn:intermediateCatchEvent><bpmn:userTask id="a"/><bpmn:userTask id="b"/>${sequence('g', 'c', 'a')}${sequence('g', 'd', 'b')}`,
      { extra },
    ),
  );
  await world.advance(3_600_000);
  const [byTimer] = await become('by-gateway', 1);
  expect(await world.items(byTimer!)).toMatchObject([{ element: 'a' }]);
  await storm();
  const [, bySignal] = await become('by-gateway', 2);
  expect(await world.items(bySignal!)).toMatchObject([{ element: 'b' }]);
  expect(world.errors).toEqual([]);
});
