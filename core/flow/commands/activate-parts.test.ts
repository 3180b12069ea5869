import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, sequence, type FlowWorld } from '../../../tests/support/flow-world.ts';
import type { Actor } from '../../access/actor.ts';

let world: FlowWorld;
let anna: Actor;
let ben: Actor;

beforeAll(async () => {
  world = await flowWorld();
  anna = await world.person('Anna', ['seller']);
  ben = await world.person('Ben', []);
  await world.deploy(
    process(
      'case',
      `<bpmn:laneSet id="l"><bpmn:lane id="l1" name="seller"><bpmn:flowNodeRef>adhoc</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
      <bpmn:startEvent id="s"/>
      <bpmn:adHocSubProcess id="adhoc"><bpmn:userTask id="visit" name="Visit"/><bpmn:userTask id="call" name="Call"/></bpmn:adHocSubProcess>
      <bpmn:endEvent id="e"/>${sequence('s', 'adhoc', 'e')}`,
      { attributes: 'relata:subject="deal"' },
    ),
  );
});
afterAll(() => world.close());

const began = async (): Promise<{ id: string; scope: number }> => {
  const [deal] = await world.create('deal', [{ name: 'seen' }]);
  const id = await world.start('case', {}, { subject: { entity: 'deal', id: deal! } });
  const { activatable } = await world.instance(id);
  return { id, scope: activatable[0]!.scope };
};

test('whoever has the role of the lane and sees the instance activates; others do not', async () => {
  // given
  const { id, scope } = await began();
  expect((await world.flows.instance({ actor: anna, id })).activatable).toEqual([
    {
      scope,
      element: 'adhoc',
      parts: [
        { element: 'visit', name: 'Visit' },
        { element: 'call', name: 'Call' },
      ],
    },
  ]);
  // when
  await expect(world.flows.activate({ actor: ben, id, scope, elements: ['visit'] })).rejects.toMatchObject({
    status: expect.toSatisfy((status) => status === 403 || status === 404),
  });
  const view = await world.flows.activate({ actor: anna, id, scope, elements: ['visit'] });
  // then
  expect(view.tokens.map((token) => token.element)).toEqual(['adhoc', 'visit']);
  const [item] = await world.items(id);
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
  expect((await world.instance(id)).state).toBe('completed');
});

test('what cannot be activated, or no longer, is refused with a reason', async () => {
  // given
  const { id, scope } = await began();
  const activate = (elements: string[]) => world.flows.activate({ actor: world.admin, id, scope, elements });
  // when, then
  await expect(activate(['e'])).rejects.toMatchObject({ status: 409, code: 'activation-late' });
  await world.flows.operate({ actor: world.admin, id, command: { type: 'suspend' } });
  await expect(activate(['call'])).rejects.toMatchObject({ status: 409, code: 'instance-suspended' });
  await world.flows.operate({ actor: world.admin, id, command: { type: 'resume' } });
  await world.flows.operate({ actor: world.admin, id, command: { type: 'cancel' } });
  await expect(activate(['call'])).rejects.toMatchObject({ status: 409, code: 'activation-late' });
});
