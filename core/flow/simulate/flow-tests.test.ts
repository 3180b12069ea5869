import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  condition,
  flowWorld,
  process,
  sequence,
  service,
  type FlowWorld,
} from '../../../tests/support/flow-world.ts';
import { tracesOf } from '../../../tests/support/trial-traces.ts';
import { recordTasks } from '../tasks/record-tasks.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld(recordTasks);
});
afterAll(() => world.close());

const big = (limit: number, stage = 'won'): string =>
  process(
    'big',
    `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g" default="no"/>
     ${service('win', 'core.update-record', { inputs: ['name="entity" value="\'deal\'"', 'name="id" value="$subject.id"', `name="values" value="{'stage': '${stage}'}"`] })}
     <bpmn:endEvent id="e" name="Done"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="g"/>
     <bpmn:sequenceFlow id="yes" sourceRef="g" targetRef="win">${condition(`$subject.amount &gt; ${limit} and $subject.product.price &gt; 1`)}</bpmn:sequenceFlow>
     <bpmn:sequenceFlow id="no" sourceRef="g" targetRef="e"/>${sequence('win', 'e')}`,
    { attributes: 'relata:subject="deal"' },
  );

const keep = (record: string, name: string) =>
  world.flows.keepTest({
    actor: world.admin,
    flow: 'big',
    name,
    records: [record],
    isCompared: false,
    variables: {},
    answers: {},
    limit: 1,
  });

test('a kept trial is a test: it holds whatever becomes of its record, and leaves nothing behind', async () => {
  // given
  await world.deploy(big(100));
  const [product] = await world.create('product', [{ name: 'GTK', price: 5 }]);
  const [deal] = await world.create('deal', [{ name: 'large', amount: 500, product }]);
  await keep(deal!, 'A large deal is won');
  expect((await world.flows.tests('big')).items).toMatchObject([{ name: 'A large deal is won' }]);
  // when
  const run = () => world.flows.runTests({ actor: world.admin, flow: 'big' });
  expect((await run()).results).toMatchObject([{ isPassed: true, differences: [] }]);
  await world.records.write({
    actor: world.admin,
    changes: [{ op: 'update', entity: 'deal', id: deal!, values: { amount: 1, stage: 'engaging' } }],
  });
  const before = await tracesOf(world.sql);
  // then
  expect((await run()).results).toMatchObject([{ isPassed: true }]);
  await world.sql`delete from data.deal where id = ${deal!}`;
  await world.sql`delete from data.product where id = ${product!}`;
  expect((await run()).results).toMatchObject([{ isPassed: true }]);
  const after = await tracesOf(world.sql);
  expect({ ...after, 'data.deal': '', 'data.product': '' }).toEqual({
    ...before,
    'data.deal': '',
    'data.product': '',
  });
});

test('a deployment runs the tests, refuses with what goes otherwise, and goes through when told to', async () => {
  const tried = world.deploy(big(1_000));
  await expect(tried).rejects.toMatchObject({
    status: 422,
    code: 'flow-tests-failed',
    extra: {
      tests: [{ name: 'A large deal is won', differences: ['trial.diff.missing', 'trial.diff.no-change'] }],
    },
  });
  await expect(world.deploy(big(100, 'engaging'))).rejects.toMatchObject({
    extra: { tests: [{ differences: ['trial.diff.no-change', 'trial.diff.change'] }] },
  });
  expect(await world.deploy(big(50))).toMatchObject([{ version: 2 }]);
  const { flows } = await world.flows.deploy({ actor: world.admin, xml: big(1_000), isUntested: true });
  expect(flows).toMatchObject([{ version: 3 }]);
  const [item] = (await world.flows.tests('big')).items;
  await world.flows.dropTest({ flow: 'big', id: item!.id });
  expect(await world.deploy(big(2_000))).toMatchObject([{ version: 4 }]);
});
