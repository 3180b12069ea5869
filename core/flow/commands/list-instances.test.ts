import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flowWorld, process, sequence, type FlowWorld } from '../../../tests/support/flow-world.ts';
import type { InstanceQuery } from './list-instances.ts';

let world: FlowWorld;
const ids: Record<string, string> = {};

const two = (extra: string): string =>
  process(
    'order',
    `<bpmn:startEvent id="s"/><bpmn:userTask id="pack"/><bpmn:userTask id="send"/><bpmn:endEvent id="e"/>${extra}
    ${sequence('s', 'pack', 'send', 'e')}`,
  );

beforeAll(async () => {
  world = await flowWorld();
  await world.deploy(two(''));
  ids['old'] = await world.start('order', { amount: 5, place: { city: 'Köln' } }, { businessKey: 'A-1' });
  await world.deploy(two('<bpmn:textAnnotation id="note"/>'));
  await world.deploy(
    process(
      'other',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="pack"/><bpmn:endEvent id="e"/>${sequence('s', 'pack', 'e')}`,
    ),
  );
  ids['sending'] = await world.start('order', { amount: 5, coupon: null });
  await done('sending');
  ids['done'] = await world.start('order', { amount: 7 });
  await done('done');
  await done('done');
  ids['other'] = await world.start('other', { amount: '5' });
});
afterAll(() => world.close());

const done = async (name: string): Promise<void> => {
  const [item] = await world.items(ids[name]!);
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
};

const found = async (query: Partial<InstanceQuery>): Promise<string[]> => {
  const page = await world.flows.instances({ actor: world.admin, limit: 50, ...query });
  return page.items.map((item) => Object.keys(ids).find((name) => ids[name] === item.id)!);
};

describe('instances are found', () => {
  test.each<[string, Partial<InstanceQuery>, string[]]>([
    ['by version', { flow: 'order', version: 1 }, ['old']],
    ['by state', { flow: 'order', state: 'completed' }, ['done']],
    ['by the element a token stands at', { flow: 'order', element: 'pack' }, ['old']],
    ['by an element in several flows', { element: 'pack' }, ['other', 'old']],
    ['by element and a state nobody can be in there', { element: 'pack', state: 'completed' }, []],
    ['by business key', { businessKey: 'A-1' }, ['old']],
    ['by a number in a variable', { variable: { name: 'amount', value: 5 } }, ['sending', 'old']],
    ['by a text, which is no number', { variable: { name: 'amount', value: '5' } }, ['other']],
    ['by a variable of one that has ended', { variable: { name: 'amount', value: 7 } }, ['done']],
    ['by an object', { variable: { name: 'place', value: { city: 'Köln' } } }, ['old']],
    ['by a variable that is there at all', { flow: 'order', variable: { name: 'place' } }, ['old']],
    ['by a variable that is empty', { variable: { name: 'coupon', value: null } }, ['sending']],
    ['by several at once', { element: 'send', variable: { name: 'amount', value: 5 } }, ['sending']],
    ['by nothing', {}, ['other', 'done', 'sending', 'old']],
  ])('%s', async (_name, query, names) => {
    expect(await found(query)).toEqual(names);
  });
});

test('pages follow each other without gap or double', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.flows.instances({
      actor: world.admin,
      limit: 1,
      cursor,
      version: 1,
      count: 'estimate',
    });
    expect(page.count).toBe(2);
    seen.push(...page.items.map((item) => item.id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual([ids['other'], ids['old']]);
});

test('a question that no index answers looks at so many and says where it goes on', async () => {
  // given 60,000 more of a flow, the one that is looked for the oldest
  await world.deploy(
    process(
      'crowd',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="wait"/><bpmn:endEvent id="e"/>${sequence('s', 'wait', 'e')}`,
    ),
  );
  const first = await world.start('crowd', { n: 1 });
  await world.sql`
    insert into flow.instance (id, flow, version, state, status, started_by, started_at, seq, elements)
    select ('ffffffff-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, flow, version, '{"tokens":[],"scopes":[{}],"status":"active"}',
      'active', started_by, started_at, 1, array['elsewhere'] from flow.instance, generate_series(1, 60000) n where id = ${first}`;
  // when
  const page = await world.flows.instances({
    actor: world.admin,
    limit: 10,
    flow: 'crowd',
    element: 'wait',
    count: 'estimate',
  });
  // then
  expect(page).toMatchObject({ items: [], count: 0, countIsCapped: true });
  const next = await world.flows.instances({
    actor: world.admin,
    limit: 10,
    flow: 'crowd',
    element: 'wait',
    cursor: page.next!,
  });
  expect(next).toMatchObject({ items: [{ id: first }], next: null });
  const all = await world.flows.instances({ actor: world.admin, limit: 1, flow: 'crowd', count: 'estimate' });
  expect(all).toMatchObject({ count: 10_000, countIsCapped: true });
  expect((await world.flows.list({ actor: world.admin })).items).toMatchObject([
    { key: 'crowd', counts: { active: 10_000, completed: 0, atLeast: ['active'] } },
    { key: 'order', counts: { active: 2, completed: 1, atLeast: [] } },
    { key: 'other' },
  ]);
});

test('the steps of a version are told, to choose from; of none that is not there', async () => {
  const { actor, key } = { actor: world.admin, key: 'order' };
  const { items } = await world.flows.elements({ actor, key, version: 'latest' });
  expect(items.map(({ id }) => id)).toEqual(['s', 'pack', 'send', 'e']);
  await expect(world.flows.elements({ actor, key, version: 9 })).rejects.toMatchObject({ status: 404 });
});

test('who does not operate flows asks about a record that they see, and not for variables', async () => {
  // given an instance about a deal that a seller sees
  const anna = await world.person('Anna', ['seller']);
  const [id] = await world.create('deal', [{ name: 'seen' }]);
  const subject = { entity: 'deal', id: id! };
  const about = await world.start('order', { salary: 42 }, { subject });
  const asked = (query: Partial<InstanceQuery>) =>
    world.flows.instances({ actor: anna, limit: 50, ...query });
  // then they find it by the deal, and learn nothing of its variables
  expect((await asked({ subject })).items.map((item) => item.id)).toEqual([about]);
  expect(await world.flows.instance({ actor: anna, id: about })).not.toHaveProperty('variables');
  for (const query of [{}, { variable: { name: 'salary', value: 42 } }, { variable: { name: 'salary' } }])
    await expect(asked({ ...(query.variable && { subject }), ...query })).rejects.toMatchObject({
      status: 403,
    });
  await world.flows.operate({ actor: world.admin, id: about, command: { type: 'cancel' } });
});
