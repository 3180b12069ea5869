import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, script, sequence, type FlowWorld } from '../../../tests/support/flow-world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
  await world.deploy(
    process(
      'fork',
      `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="split"/><bpmn:userTask id="a" name="Pack"/><bpmn:userTask id="b" name="Send"/>
      <bpmn:parallelGateway id="join" name="All done"/><bpmn:endEvent id="e"/>${sequence('s', 'split', 'a', 'join', 'e')}${sequence('split', 'b', 'join')}`,
    ),
  );
  await world.deploy(
    process(
      'sum',
      `<bpmn:startEvent id="s"/>${script('t', 'missing + 1', 'r')}<bpmn:userTask id="u"/><bpmn:endEvent id="e"/>${sequence('s', 't', 'u', 'e')}`,
    ),
  );
});
afterAll(() => world.close());

const modify = (id: string, ...changes: object[]) =>
  world.flows.operate({ actor: world.admin, id, command: { type: 'modify', changes: changes as never } });
const tokenAt = async (id: string, element: string): Promise<number> =>
  (await world.instance(id)).tokens.find((token) => token.element === element)!.id!;

test('a token is moved: its work item is taken back, another one waits', async () => {
  const id = await world.start('fork');
  const view = await modify(id, { do: 'move', token: await tokenAt(id, 'a'), to: 'b' });
  expect(view.tokens.map((token) => token.element)).toEqual(['b', 'b']);
  expect((await world.items(id)).map((item) => item.element)).toEqual(['b', 'b']);
});

test('changes that do not fit are refused with all reasons', async () => {
  const id = await world.start('fork');
  await expect(modify(id, { do: 'add', to: 'x' }, { do: 'cancel', token: 99 })).rejects.toMatchObject({
    status: 422,
    code: 'modify-refused',
    errors: [
      { pointer: '/changes/0', code: 'modify-element-unknown', params: { element: 'x' } },
      { pointer: '/changes/1', code: 'modify-token-gone' },
    ],
  });
  await world.flows.operate({ actor: world.admin, id, command: { type: 'suspend' } });
  await expect(modify(id, { do: 'add', to: 'a' })).rejects.toMatchObject({ code: 'instance-suspended' });
});

test('an instance that can never go on is found, and says what is missing', async () => {
  // given a join that waits for "Send", whose token is cancelled
  const id = await world.start('fork');
  const [item] = (await world.items(id)).filter((one) => one.element === 'a');
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
  const stuck = async (): Promise<string[]> =>
    (await world.flows.instances({ actor: world.admin, limit: 9, isStuck: true })).items.map((one) => one.id);
  expect(await stuck()).toEqual([]);
  // when
  const view = await modify(id, { do: 'cancel', token: await tokenAt(id, 'b') });
  // then
  expect(view).toMatchObject({
    state: 'active',
    tokens: [{ element: 'join', stuck: expect.stringMatching(/stuck\.join/i) }],
  });
  expect(await stuck()).toEqual([id]);
  // and a token that is put where it is missing helps
  await modify(id, { do: 'add', to: 'b' });
  expect(await stuck()).toEqual([]);
});

test('an incident that was done by hand is resolved, and the instance goes on behind it', async () => {
  const id = await world.start('sum');
  const { incidents } = await world.reach(id, 'incident');
  await world.flows.resolve({ actor: world.admin, id: incidents[0]!.id, variables: { r: 5 } });
  expect(await world.instance(id)).toMatchObject({
    state: 'active',
    variables: { r: 5 },
    incidents: [],
    tokens: [{ element: 'u' }],
  });
  await expect(world.flows.resolve({ actor: world.admin, id: incidents[0]!.id })).rejects.toMatchObject({
    status: 404,
  });
});
