import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  condition,
  flowWorld,
  process,
  script,
  sequence,
  type FlowWorld,
} from '../../../tests/support/flow-world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
});
afterAll(() => world.close());

const ask = (limit: number): string =>
  process(
    'ask',
    `<bpmn:startEvent id="s"/><bpmn:userTask id="approve" name="Approve"/><bpmn:exclusiveGateway id="g" default="f_g_small"/>
    ${script('big', '($log("big"); "big")', 'size')}${script('small', '"small"', 'size')}<bpmn:endEvent id="e1"/><bpmn:endEvent id="e2"/>
    ${sequence('s', 'approve', 'g', 'small', 'e2')}${sequence('big', 'e1')}
    <bpmn:sequenceFlow id="f_g_big" sourceRef="g" targetRef="big">${condition(`amount &gt; ${limit}`)}</bpmn:sequenceFlow>`,
  );

test('the same XML keeps its version, changed XML is the next; running instances stay on theirs', async () => {
  expect(await world.deploy(ask(100))).toMatchObject([{ key: 'ask', version: 1 }]);
  const early = await world.start('ask', { amount: 1 });
  expect(await world.deploy(ask(100))).toMatchObject([{ key: 'ask', version: 1 }]);
  expect(await world.deploy(ask(200))).toMatchObject([{ key: 'ask', version: 2 }]);
  expect((await world.instance(early)).version).toBe(1);
  expect((await world.instance(await world.start('ask', { amount: 1 }))).version).toBe(2);
});

test('a person’s step, its data and its history', async () => {
  // given
  const id = await world.start('ask', { amount: 500 }, { businessKey: 'A-1' });
  expect(await world.instance(id)).toMatchObject({
    state: 'active',
    version: 2,
    businessKey: 'A-1',
    variables: { amount: 500 },
    tokens: [{ element: 'approve', name: 'Approve' }],
  });
  const [item] = await world.items(id);
  expect(item).toMatchObject({ element: 'approve', name: 'Approve', state: 'open', assignee: null });
  // when
  const done = await world.flows.complete({ actor: world.admin, id: item!.id, variables: { ok: true } });
  // then
  expect(done.state).toBe('completed');
  expect(await world.instance(id)).toMatchObject({
    state: 'completed',
    tokens: [],
    variables: { amount: 500, ok: true, size: 'big' },
  });
  const history = await world.history(id);
  expect(history.filter((entry) => entry.event === 'completed').map((entry) => entry.element)).toEqual([
    's',
    'approve',
    'g',
    'big',
    'e1',
  ]);
  expect(history.find((entry) => entry.event === 'log')).toMatchObject({
    element: 'big',
    type: 'scriptTask',
    data: 'big',
  });
  await expect(
    world.flows.complete({ actor: world.admin, id: item!.id, variables: {} }),
  ).rejects.toMatchObject({ status: 409, code: 'work-item-completed' });
});

test('of competing completions one wins, and the instance goes on once', async () => {
  const id = await world.start('ask', { amount: 1 });
  const [item] = await world.items(id);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, by) =>
      world.flows.complete({ actor: world.admin, id: item!.id, variables: { by } }),
    ),
  );
  const refusals = outcomes
    .filter((outcome) => outcome.status === 'rejected')
    .map((outcome) => outcome.reason as unknown);
  expect(refusals).toHaveLength(19);
  expect(refusals).toEqual(
    refusals.map(() => expect.objectContaining({ status: 409, code: 'work-item-completed' })),
  );
  const winner = outcomes.findIndex((outcome) => outcome.status === 'fulfilled');
  expect((await world.instance(id)).variables).toEqual({ amount: 1, by: winner, size: 'small' });
});

test('two thousand at once complete, and each is there from the first moment', async () => {
  await world.deploy(
    process(
      'bulk',
      `<bpmn:startEvent id="s"/>${script('t', 'n * 2', 'r')}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  const { ids } = await world.flows.startMany({
    actor: world.admin,
    flow: 'bulk',
    items: Array.from({ length: 2_000 }, (_, n) => ({ variables: { n } })),
  });
  expect(new Set(ids).size).toBe(2_000);
  expect(['active', 'completed']).toContain((await world.instance(ids[1_999]!)).state);
  await world.reach(ids[1_999]!, 'completed');
  await world.reach(ids[0]!, 'completed');
  const page = await world.flows.instances({
    actor: world.admin,
    flow: 'bulk',
    state: 'completed',
    limit: 1,
    count: 'exact',
  });
  expect(page).toMatchObject({ count: 2_000, items: [{ id: ids[1_999] }] });
  expect((await world.instance(ids[700]!)).variables).toEqual({ n: 700, r: 1_400 });
  expect(await world.sql`select 1 from core.job`).toHaveLength(0);
});

test('timers are due by the clock, not before', async () => {
  // given
  await world.deploy(
    process(
      'timer',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/><bpmn:boundaryEvent id="b" attachedToRef="u" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:userTask id="late"/><bpmn:endEvent id="e"/><bpmn:endEvent id="e2"/>${sequence('s', 'u', 'e')}${sequence('b', 'late', 'e2')}`,
    ),
  );
  const id = await world.start('timer');
  // when
  await world.advance(59 * 60_000);
  expect((await world.items(id)).map((item) => item.element)).toEqual(['u']);
  await world.advance(2 * 60_000);
  // then
  expect((await world.items(id)).map((item) => item.element).toSorted()).toEqual(['late', 'u']);
  await world.flows.operate({ actor: world.admin, id, command: { type: 'cancel' } });
  expect((await world.instance(id)).state).toBe('terminated');
  expect(await world.items(id)).toEqual([]);
});

test('an incident says what is missing; repaired and retried it goes on', async () => {
  await world.deploy(
    process(
      'inc',
      `<bpmn:startEvent id="s"/>${script('t', 'total + missingName', 'r')}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  const id = await world.start('inc', { total: 1 });
  const stopped = await world.instance(id);
  expect(stopped).toMatchObject({
    state: 'incident',
    incidents: [{ element: 't', expression: 'total + missingName', instance: id, flow: 'inc' }],
  });
  expect(JSON.stringify(stopped.incidents)).toContain('missingName');
  await world.flows.operate({
    actor: world.admin,
    id,
    command: { type: 'set-variables', variables: { missingName: 2 } },
  });
  await world.flows.retry({ actor: world.admin, id: stopped.incidents[0]!.id });
  expect(await world.instance(id)).toMatchObject({ state: 'completed', variables: { r: 3 }, incidents: [] });
});

test('an uncaught error ends as failed', async () => {
  await world.deploy(
    process(
      'err',
      `<bpmn:startEvent id="s"/><bpmn:endEvent id="e"><bpmn:errorEventDefinition errorRef="x"/></bpmn:endEvent>${sequence('s', 'e')}`,
      { extra: '<bpmn:error id="x" name="Refused" errorCode="refused"/>' },
    ),
  );
  expect(await world.instance(await world.start('err'))).toMatchObject({
    state: 'failed',
    error: { code: 'refused' },
  });
});

test('a suspended instance takes no completion, keeps what falls due, and goes on when resumed', async () => {
  const id = await world.start('timer');
  const [item] = await world.items(id);
  await world.flows.operate({ actor: world.admin, id, command: { type: 'suspend' } });
  expect((await world.instance(id)).state).toBe('suspended');
  await expect(
    world.flows.complete({ actor: world.admin, id: item!.id, variables: {} }),
  ).rejects.toMatchObject({ code: 'instance-suspended' });
  await world.advance(2 * 3_600_000);
  expect(await world.items(id)).toHaveLength(1);
  await world.flows.operate({ actor: world.admin, id, command: { type: 'resume' } });
  await world.advance(1);
  expect((await world.items(id)).map((one) => one.element).toSorted()).toEqual(['late', 'u']);
});

test('a refused file names every element at fault', async () => {
  await expect(world.deploy('<not-bpmn/>')).rejects.toMatchObject({ status: 422, code: 'flow-refused' });
  await expect(
    world.deploy(
      process(
        'bad',
        '<bpmn:startEvent id="s"/><bpmn:task id="t"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="nowhere"/>',
      ),
    ),
  ).rejects.toSatisfy((problem: { extra: { errors: { element: string | null; message: string }[] } }) =>
    problem.extra.errors.some((error) => error.element !== null && error.message.length > 10),
  );
});

test('nothing went wrong unseen', () => {
  expect(world.errors).toEqual([]);
});
