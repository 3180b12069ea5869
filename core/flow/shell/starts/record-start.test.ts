import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  condition,
  flowWorld,
  process,
  sequence,
  service,
  type FlowWorld,
} from '../../../../tests/support/flow-world.ts';
import { defineTask, failure, ok } from '../../../task.ts';

let world: FlowWorld;

const setStage = defineTask({
  id: 'test.set-stage',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({ deal: z.uuid(), stage: z.string() }),
  output: z.object({ stage: z.string() }),
  run: async (given, { records }) => {
    const written = await records.update(
      'deal',
      given.map(({ input }) => ({ id: input.deal, values: { stage: input.stage } })),
    );
    return written.map((result, index) =>
      result.ok ? ok({ stage: given[index]!.input.stage }) : failure(result.code, result.detail),
    );
  },
});
const setPrice = defineTask({
  id: 'test.set-price',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({ product: z.uuid(), price: z.number() }),
  output: z.null(),
  run: async (given, { records }) => {
    const written = await records.update(
      'product',
      given.map(({ input }) => ({ id: input.product, values: { price: input.price } })),
    );
    return written.map((result) => (result.ok ? ok() : failure(result.code, result.detail)));
  },
});

beforeAll(async () => {
  world = await flowWorld([setStage, setPrice]);
});
afterAll(() => world.close());

test('a record start begins when the condition turns true, reads across relations, and writes back', async () => {
  // given
  await world.deploy(
    process(
      'follow',
      `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition><bpmn:extensionElements><relata:record entity="deal" on="created updated"/></bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">$record.stage = "engaging" and $record.product.price &gt; 10</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>
      <bpmn:exclusiveGateway id="g" default="f_g_e"/><bpmn:endEvent id="e"/>${service('t', 'test.set-stage', { inputs: ['name="deal" value="$subject.id"', `name="stage" value="'won'"`] })}<bpmn:endEvent id="e2"/>
      ${sequence('s', 'g', 'e')}${sequence('t', 'e2')}<bpmn:sequenceFlow id="f_g_t" sourceRef="g" targetRef="t">${condition('$subject.product.price &gt; 100')}</bpmn:sequenceFlow>`,
      { attributes: 'name="Follow a deal" relata:subject="deal"' },
    ),
  );
  const [cheap, dear, tiny] = await world.create('product', [
    { name: 'cheap', price: 50 },
    { name: 'dear', price: 500 },
    { name: 'tiny', price: 5 },
  ]);
  const deals = await world.create('deal', [
    { name: 'a', product: cheap },
    { name: 'b', product: dear },
    { name: 'c', product: tiny },
  ]);
  // when
  for (const id of deals)
    await world.records.write({
      actor: world.admin,
      changes: [{ op: 'update', entity: 'deal', id, values: { stage: 'engaging' } }],
    });
  await world.records.write({
    actor: world.admin,
    changes: [{ op: 'update', entity: 'deal', id: deals[0]!, values: { name: 'a2', stage: 'engaging' } }],
  });
  await world.advance(1_000);
  // then
  const page = await world.flows.instances({ actor: world.admin, flow: 'follow', limit: 10, count: 'exact' });
  expect(page.count).toBe(2);
  expect(page.items.map((item) => item.subject)).toEqual(
    expect.arrayContaining([
      { entity: 'deal', id: deals[0], title: 'a2' },
      { entity: 'deal', id: deals[1], title: 'b' },
    ]),
  );
  expect(await world.sql`select name, stage from data.deal order by name`).toEqual([
    { name: 'a2', stage: 'engaging' },
    { name: 'b', stage: 'won' },
    { name: 'c', stage: 'engaging' },
  ]);
  const timeline = await world.records.timeline({ actor: world.admin, entity: 'deal', id: deals[1]! });
  expect(JSON.stringify(timeline.items[0])).toContain(
    page.items.find((item) => item.subject?.id === deals[1])!.id,
  );
  expect(timeline.items[0]!.actor).toEqual({ id: 'flow:follow', title: 'Follow a deal' });
});

test('a start condition that fails is an incident, not a failed save', async () => {
  await world.deploy(
    process(
      'broken',
      `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition><bpmn:extensionElements><relata:record entity="product" on="created"/></bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">$record.price * 2</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent><bpmn:endEvent id="e"/>${sequence('s', 'e')}`,
    ),
  );
  await world.create('product', [{ name: 'p', price: 3 }]);
  await world.advance(1_000);
  const { items } = await world.flows.incidents({ actor: world.admin, flow: 'broken', limit: 10 });
  expect(items).toMatchObject([{ instance: null, element: 's', code: 'expression.not-boolean' }]);
});

test('flows and records that wake each other stop as an incident', async () => {
  const turn = (id: string, from: number, to: number): string =>
    process(
      id,
      `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition><bpmn:extensionElements><relata:record entity="product" on="updated"/></bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">$record.price = ${from}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>${service('t', 'test.set-price', { inputs: ['name="product" value="$subject.id"', `name="price" value="${to}"`] })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
      { attributes: 'relata:subject="product"' },
    );
  await world.deploy(turn('up', 1_000, 2_000));
  await world.deploy(turn('down', 2_000, 1_000));
  const [id] = await world.create('product', [{ name: 'see-saw', price: 1 }]);
  await world.records.write({
    actor: world.admin,
    changes: [{ op: 'update', entity: 'product', id: id!, values: { price: 1_000 } }],
  });
  await world.advance(5_000);
  const { items } = await world.flows.incidents({ actor: world.admin, limit: 50 });
  expect(items.filter((incident) => incident.code === 'flow.too-deep')).toHaveLength(1);
  const runs = await world.sql`select 1 from flow.finished where flow in ('up', 'down')`;
  expect(runs.length).toBe(15);
});

test('an import that was told not to start flows starts none', async () => {
  const before = (
    await world.flows.instances({ actor: world.admin, flow: 'follow', limit: 1, count: 'exact' })
  ).count;
  const [dear] = await world.create('product', [{ name: 'dear2', price: 500 }]);
  await world.records.write({
    actor: world.admin,
    isQuiet: true,
    changes: [{ op: 'create', entity: 'deal', values: { name: 'quiet', stage: 'engaging', product: dear } }],
  });
  await world.advance(1_000);
  expect(
    (await world.flows.instances({ actor: world.admin, flow: 'follow', limit: 1, count: 'exact' })).count,
  ).toBe(before);
});

test('nothing went wrong unseen', () => {
  expect(world.errors).toEqual([]);
});
