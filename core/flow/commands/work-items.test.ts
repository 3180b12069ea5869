import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, sequence, type FlowWorld } from '../../../tests/support/flow-world.ts';
import type { Actor } from '../../access/actor.ts';

let world: FlowWorld;
let anna: Actor;
let ben: Actor;
let boss: Actor;

const asked = (id: string, assignment: string, form = '', about = ''): string =>
  process(
    id,
    `<bpmn:startEvent id="s"/><bpmn:userTask id="u" name="Look at it">${about && `<bpmn:documentation>${about}</bpmn:documentation>`}<bpmn:extensionElements>${assignment && `<relata:assignment ${assignment}/>`}${form}</bpmn:extensionElements></bpmn:userTask><bpmn:endEvent id="e"/>${sequence('s', 'u', 'e')}`,
  );

beforeAll(async () => {
  world = await flowWorld();
  anna = await world.person('Anna', ['seller']);
  ben = await world.person('Ben', []);
  boss = await world.person('Boss', [], [anna.userId!]);
  await world.deploy(asked('for-sellers', `candidateRoles="'seller'"`));
  await world.deploy(asked('for-one', 'assignee="who"'));
  await world.deploy(
    asked(
      'with-form',
      'assignee="who"',
      '<relata:form><relata:field id="approve" type="boolean" required="true" label="Approve"/></relata:form>',
    ),
  );
});
afterAll(() => world.close());

const seen = async (actor: Actor, assignee?: string): Promise<string[]> =>
  (await world.flows.workItems({ actor, assignee, state: 'open', limit: 50 })).items.map((item) => item.flow);

test('candidates see and claim what nobody has; then it is theirs, and their manager’s', async () => {
  // given
  const id = await world.start('for-sellers');
  const [item] = await world.items(id);
  expect(item).toMatchObject({
    assignee: null,
    candidates: { users: [], roles: ['seller'] },
    flowName: 'for-sellers',
  });
  expect(await seen(anna, 'me')).toEqual(['for-sellers']);
  expect(await seen(ben)).toEqual([]);
  expect(await seen(boss)).toEqual([]);
  await expect(world.flows.claim({ actor: ben, id: item!.id })).rejects.toMatchObject({ status: 404 });
  // when
  const claimed = await world.flows.claim({ actor: anna, id: item!.id });
  // then
  expect(claimed.assignee).toEqual({ id: anna.userId, title: 'Anna' });
  expect(await seen(boss)).toEqual(['for-sellers']);
  await expect(world.flows.complete({ actor: ben, id: item!.id, variables: {} })).rejects.toMatchObject({
    status: 404,
  });
  const given = await world.flows.delegate({ actor: boss, id: item!.id, to: ben.userId! });
  expect(given.assignee).toMatchObject({ title: 'Ben' });
  expect(await seen(anna)).toEqual([]);
  await world.flows.release({ actor: ben, id: item!.id });
  expect(await seen(anna, 'me')).toEqual(['for-sellers']);
  await world.flows.complete({ actor: anna, id: item!.id, variables: {} });
  expect((await world.instance(id)).state).toBe('completed');
});

test('of several who claim at once one gets it', async () => {
  const [item] = await world.items(await world.start('for-sellers'));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, async (_, index) => {
      const actor = {
        ...(await world.person(`Seller ${index}`, ['seller'])),
        permissions: new Set<string>(),
      };
      return world.flows.claim({ actor, id: item!.id });
    }),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
});

test('an assignee by id or e-mail; somebody who is nobody, or has left, leaves a note', async () => {
  await world.sql`update core."user" set email = 'anna@example.com' where id = ${anna.userId}`;
  const gone = await world.person('Gone', []);
  await world.sql`update core."user" set is_active = false where id = ${gone.userId}`;
  const items = await Promise.all(
    [anna.userId!, 'Anna@example.com', 'ghost@example.com', gone.userId!].map(
      async (who) => (await world.items(await world.start('for-one', { who })))[0]!,
    ),
  );
  expect(items.map((item) => item.assignee?.title ?? null)).toEqual(['Anna', 'Anna', null, null]);
  expect(items.map((item) => item.note)).toEqual([null, null, 'assignee-nobody', 'assignee-left']);
});

test('what is filled in must fit the form', async () => {
  const [item] = await world.items(await world.start('with-form', { who: anna.userId! }));
  expect(item!.form).toMatchObject({ fields: [{ id: 'approve', type: 'boolean', required: true }] });
  const complete = (variables: Record<string, string | boolean>) =>
    world.flows.complete({ actor: anna, id: item!.id, variables });
  await expect(complete({})).rejects.toMatchObject({
    status: 422,
    errors: [{ pointer: '/variables/approve', code: 'form-field-required' }],
  });
  await expect(complete({ approve: 'yes' })).rejects.toMatchObject({ errors: [{ code: 'form-field-type' }] });
  await expect(complete({ approve: true, other: true })).rejects.toMatchObject({
    errors: [{ pointer: '/variables/other', code: 'form-field-unknown' }],
  });
  expect((await complete({ approve: true })).state).toBe('completed');
});

test('who may not operate flows sees instances of records alone, without variables', async () => {
  await expect(world.flows.instances({ actor: anna, limit: 5 })).rejects.toMatchObject({ status: 403 });
  const [deal] = await world.create('deal', [{ name: 'seen' }]);
  const subject = { entity: 'deal', id: deal! };
  const id = await world.start('for-sellers', { secret: 1 }, { subject });
  expect((await world.flows.instances({ actor: anna, subject, limit: 5 })).items).toMatchObject([
    { id, subject: { title: 'seen' } },
  ]);
  expect(await world.flows.instance({ actor: anna, id })).not.toHaveProperty('variables');
  const hidden = await world.start('for-sellers', { secret: 1 });
  await expect(world.flows.instance({ actor: anna, id: hidden })).rejects.toMatchObject({ status: 404 });
  expect(
    (
      await world.flows.seen({
        actor: anna,
        change: { instances: [id, hidden], workItems: [], operations: [], flows: [], isMore: false },
      })
    ).instances,
  ).toEqual([id]);
});

test('what the diagram says of a task is read by who does it', async () => {
  await world.deploy(asked('explained', 'assignee="who"', '', 'Call before noon.'));
  const explained = await world.items(await world.start('explained', { who: anna.userId }));
  expect(explained).toMatchObject([{ help: 'Call before noon.' }]);
  const [plain] = await world.items(await world.start('for-one', { who: anna.userId }));
  expect(plain!.help).toBeNull();
});
