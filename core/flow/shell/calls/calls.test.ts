import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import {
  flowWorld,
  process,
  script,
  sequence,
  type FlowWorld,
} from '../../../../tests/support/flow-world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
  const file = new URL('../../../../tests/flows/call-activity.bpmn', import.meta.url);
  await world.deploy(readFileSync(file, 'utf8'));
});
afterAll(() => world.close());

const complete = async (instance: string, way: string): Promise<void> => {
  const [item] = await world.items(instance);
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: { way } });
};

const caller = (id: string, called: string, more = ''): string =>
  process(
    id,
    `<bpmn:startEvent id="s"/><bpmn:callActivity id="c" calledElement="${called}" ${more}><bpmn:extensionElements><relata:in all="true"/><relata:out all="true"/></bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id="e"/>${sequence('s', 'c', 'e')}`,
  );

const quick = (version: number): string =>
  process('quick', `<bpmn:startEvent id="s"/>${script('t', String(version), 'made')}${sequence('s', 't')}`);

test('caller and called know each other, and the end of one lets the other go on', async () => {
  // given
  const id = await world.start('caller', { amount: 1, key: 'A' });
  const { children } = await world.instance(id);
  expect(children).toMatchObject([{ flow: 'called', element: 'c', state: 'active' }]);
  const child = await world.instance(children[0]!.id);
  expect(child.parent).toMatchObject({ id, flow: 'caller', element: 'c' });
  expect(child.businessKey).toBe('A');
  // when
  await complete(child.id, '');
  // then both are through when the answer is there
  expect(await world.instance(id)).toMatchObject({ state: 'completed', variables: { answer: '2A!' } });
  expect((await world.instance(id)).children).toMatchObject([{ id: child.id, state: 'completed' }]);
});

test('errors and escalations cross the border', async () => {
  for (const [way, childState] of [
    ['refuse', 'failed'],
    ['stop', 'terminated'],
    ['note', 'completed'],
    ['other', 'completed'],
  ] as const) {
    const id = await world.start('caller', { amount: 1, key: 'A' });
    const child = (await world.instance(id)).children[0]!.id;
    await complete(child, way);
    expect((await world.instance(child)).state).toBe(childState);
    expect((await world.instance(id)).state).toBe('completed');
  }
});

test('cancelling the caller ends what it called, with its work; cancelling that is an incident of the caller', async () => {
  const first = await world.start('caller', { amount: 1, key: 'A' });
  const child = (await world.instance(first)).children[0]!.id;
  await world.flows.operate({ actor: world.admin, id: first, command: { type: 'cancel' } });
  await world.reach(child, 'terminated');
  expect(await world.items(child)).toEqual([]);
  const second = await world.start('caller', { amount: 1, key: 'A' });
  const other = (await world.instance(second)).children[0]!.id;
  await world.flows.operate({ actor: world.admin, id: other, command: { type: 'cancel' } });
  const stopped = await world.reach(second, 'incident');
  expect(stopped.incidents).toMatchObject([{ element: 'c', code: 'flow.called-cancelled' }]);
  await world.flows.retry({ actor: world.admin, id: stopped.incidents[0]!.id });
  expect((await world.instance(second)).children.map((one) => one.state)).toEqual(['terminated', 'active']);
});

test('a suspended caller takes the answer when it is resumed', async () => {
  const id = await world.start('caller', { amount: 1, key: 'A' });
  const child = (await world.instance(id)).children[0]!.id;
  await world.flows.operate({ actor: world.admin, id, command: { type: 'suspend' } });
  await complete(child, '');
  expect((await world.instance(id)).state).toBe('suspended');
  await world.flows.operate({ actor: world.admin, id, command: { type: 'resume' } });
  await world.reach(id, 'completed');
});

test('latest, a fixed version, and a version that is not there', async () => {
  await world.deploy(quick(1));
  await world.deploy(quick(2));
  await world.deploy(caller('latest', 'quick'));
  await world.deploy(caller('fixed', 'quick', 'relata:version="1"'));
  await world.deploy(caller('gone', 'quick', 'relata:version="9"'));
  const made = async (flow: string) => (await world.instance(await world.start(flow))).variables?.['made'];
  expect([await made('latest'), await made('fixed')]).toEqual([2, 1]);
  const stopped = await world.reach(await world.start('gone'), 'incident');
  expect(stopped.incidents).toMatchObject([{ code: 'flow.called-missing', element: 'c' }]);
  await world.deploy(quick(3));
  expect(await made('latest')).toBe(3);
});

test('the version of the same deployment is called, whatever came later', async () => {
  const pair = (value: number): string =>
    caller('together', 'beside', 'relata:binding="deployment"').replace(
      '</bpmn:definitions>',
      `<bpmn:process id="beside" isExecutable="true"><bpmn:startEvent id="s2"/>${script('t', String(value), 'made')}${sequence('s2', 't')}</bpmn:process></bpmn:definitions>`,
    );
  await world.deploy(pair(1));
  const alone = process(
    'beside',
    `<bpmn:startEvent id="s"/>${script('t', '9', 'made')}${sequence('s', 't')}`,
  );
  await world.deploy(alone);
  expect((await world.instance(await world.start('together'))).variables).toEqual({ made: 1 });
});

test('a thousand callers and what they call begin and end quickly, each once', async () => {
  await world.deploy(quick(4));
  await world.deploy(caller('many', 'quick'));
  const items = Array.from({ length: 1_000 }, (_, n) => ({ variables: { n } }));
  const { ids } = await world.flows.startMany({ actor: world.admin, flow: 'many', items });
  await world.reach(ids.at(-1)!, 'completed');
  await world.reach(ids[0]!, 'completed');
  const [found] = await world.sql<{ count: number }[]>`
    select count(*)::int as count from flow.call where parent_id = any(${ids}::uuid[])`;
  expect(found!.count).toBe(1_000);
  await expect
    .poll(() => world.sql`select 1 from core.job where kind <> 'flow.timer'`, { timeout: 10_000 })
    .toHaveLength(0);
});

test('flows that call themselves stop with an incident; cancelling the first ends all', async () => {
  await world.deploy(caller('endless', 'endless'));
  const id = await world.start('endless');
  let deepest = id;
  for (let next: string | undefined = id; next; next = (await world.instance(next)).children[0]?.id)
    deepest = next;
  expect((await world.reach(deepest, 'incident')).incidents).toMatchObject([{ code: 'flow.call-depth' }]);
  await world.flows.operate({ actor: world.admin, id, command: { type: 'cancel' } });
  await world.reach(deepest, 'terminated');
});
