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
import { applyPack, itemsOf, packFiles, planPack, undoPack } from '../../configuration/index.ts';
import { flowPart } from '../flow-part.ts';
import { flowTestPart } from '../flow-test-part.ts';
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
  await world.flows.dropTest({ actor: world.admin, flow: 'big', id: item!.id });
  expect(await world.deploy(big(2_000))).toMatchObject([{ version: 4 }]);
});

test('tests leave in a pack when asked, come in before the flow they judge, and go back with it', async () => {
  // given a flow and a test of it, as they are elsewhere
  const parts = [flowTestPart(world), flowPart(world)];
  const [deal] = await world.create('deal', [{ name: 'small', amount: 10 }]);
  await keep(deal!, 'A small deal is left alone');
  const [kept] = (await world.flows.tests('big')).items;
  expect([...(await packFiles(parts, 'Test')).keys()]).not.toContain(`flow-test/${kept!.id}.json`);
  const files = await packFiles(parts, 'Test', { withRecords: true });
  const { items } = itemsOf(files, parts);
  expect(items.find(({ kind }) => kind === 'flow-test')).toMatchObject({
    title: 'A small deal is left alone',
  });
  // when the flow and what is asked of it are others here
  await world.flows.dropTest({ actor: world.admin, flow: 'big', id: kept!.id });
  await world.deploy(big(5));
  await keep(deal!, 'A small deal is won');
  const deployed = async (): Promise<unknown> =>
    (await world.sql`select xml from flow.definition where key = 'big' order by version desc limit 1`)[0];
  const before = await deployed();
  const context = { actor: world.admin, requestId: 'test', at: Date.now() };
  // then what is asked here stands in the way
  await expect(applyPack({ sql: world.sql, parts }, { name: 'Test', items, context })).rejects.toMatchObject({
    code: 'flow-tests-failed',
  });
  expect((await world.flows.tests('big')).items).toMatchObject([{ name: 'A small deal is won' }]);
  const [own] = (await world.flows.tests('big')).items;
  await world.flows.dropTest({ actor: world.admin, flow: 'big', id: own!.id });
  // and without it, both come in and go back
  expect((await planPack({ sql: world.sql, parts }, items)).steps).toMatchObject([
    { kind: 'flow-test', act: 'add', missing: [] },
    { kind: 'flow', act: 'conflict' },
  ]);
  const { id } = await applyPack({ sql: world.sql, parts }, { name: 'Test', items, context });
  expect((await world.flows.runTests({ actor: world.admin, flow: 'big' })).results).toMatchObject([
    { name: 'A small deal is left alone', isPassed: true },
  ]);
  await undoPack({ sql: world.sql, parts }, { id, context });
  expect((await world.flows.tests('big')).items).toEqual([]);
  expect(await deployed()).toEqual(before);
});
