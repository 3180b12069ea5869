import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, sequence, type FlowWorld } from '../../../../tests/support/flow-world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
});
afterAll(() => world.close());

const people = 400;

/** A user task for each of many, whose answers are collected; one refusal is enough. */
const survey = process(
  'survey',
  `<bpmn:startEvent id="s"/><bpmn:userTask id="ask">
    <bpmn:multiInstanceLoopCharacteristics relata:outputCollection="answers" relata:outputElement="ok">
      <bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">count</bpmn:loopCardinality>
      <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">ok = 'odd' ? 1 : ok = 'no'</bpmn:completionCondition>
    </bpmn:multiInstanceLoopCharacteristics>
  </bpmn:userTask><bpmn:endEvent id="e"/>${sequence('s', 'ask', 'e')}`,
);

const begin = async (): Promise<string> => {
  await world.deploy(survey);
  return world.start('survey', { count: people });
};

const items = async (instance: string): Promise<string[]> => {
  const rows = await world.sql<{ id: string }[]>`
    select id from flow.work_item where instance_id = ${instance} and state = 'open' order by wait`;
  return rows.map((row) => row.id);
};

const complete = (id: string, ok: string) =>
  world.flows.complete({ actor: world.admin, id, variables: { ok } });

const stored = async (instance: string): Promise<{ bytes: number; parts: number; most: number }> => {
  const [row] = await world.sql<{ bytes: number; parts: number; most: number }[]>`
    select length(state::text) as bytes, count(part.*)::int as parts, max(length(content::text)) as most
    from flow.instance left join flow.instance_part part on part.instance_id = id
    where id = ${instance} group by id`;
  return row ?? { bytes: 0, parts: 0, most: 0 };
};

test('the row of an instance does not grow with its iterations', async () => {
  // given four hundred work items
  const id = await begin();
  // then the row is small, and so is each part
  const { bytes, parts, most } = await stored(id);
  expect(parts).toBe(7);
  expect(bytes).toBeLessThan(4_000);
  expect(most).toBeLessThan(30_000);
  expect((await world.instance(id)).tokens).toMatchObject([
    { element: 'ask', instances: { begun: people, active: people, completed: 0 } },
  ]);
});

test('a completion finds its part, and the condition the others', async () => {
  // given two answers in different parts
  const id = await begin();
  const open = await items(id);
  await complete(open[300]!, 'third');
  await complete(open[70]!, 'second');
  await complete(open[3]!, 'first');
  expect((await stored(id)).parts).toBe(7);
  expect((await world.instance(id)).tokens).toMatchObject([
    { instances: { completed: 3, active: people - 3 } },
  ]);
  // when somebody says no
  await complete(open[399]!, 'no');
  // then all others are cancelled, and the answers stand in the order of those who were asked
  expect(await items(id)).toEqual([]);
  expect(await world.instance(id)).toMatchObject({
    state: 'completed',
    variables: { answers: ['first', 'second', 'third', 'no'] },
  });
  const [left] =
    await world.sql`select count(*)::int as count from flow.instance_part where instance_id = ${id}`;
  expect(left).toEqual({ count: 0 });
  const history = await world.history(id);
  expect(history.filter((entry) => entry.event === 'cancelled')).toHaveLength(people - 4);
});

test('an incident in a part shows on the instance, and its retry finds it', async () => {
  // given an answer that the condition cannot be asked about
  const id = await begin();
  const open = await items(id);
  await complete(open[100]!, 'odd');
  await complete(open[200]!, 'yes');
  const { state, incidents } = await world.instance(id);
  expect([state, incidents.length]).toEqual(['incident', 1]);
  // when it is retried, nothing has changed
  await world.flows.retry({ actor: world.admin, id: incidents[0]!.id });
  expect((await world.instance(id)).incidents).toMatchObject([
    { code: 'flow.loop-condition-not-boolean', element: 'ask' },
  ]);
  // then cancelling ends all, wherever they are kept
  await world.flows.operate({ actor: world.admin, id, command: { type: 'cancel' } });
  expect(await items(id)).toEqual([]);
  expect(await world.instance(id)).toMatchObject({ state: 'terminated', incidents: [] });
});
