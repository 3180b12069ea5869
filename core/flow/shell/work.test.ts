import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import {
  condition,
  flowWorld,
  process,
  script,
  sequence,
  service,
  type FlowWorld,
} from '../../../tests/support/flow-world.ts';
import { defineTask, failure, ok } from '../../plugin.ts';

let world: FlowWorld;
let calls: string[] = [];
let failures = 0;

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
const note = defineTask({
  id: 'test.note',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({ name: z.string(), poison: z.boolean().optional() }),
  output: z.object({ id: z.string() }),
  run: async (given, { records }) => {
    const made = await records.create(
      'product',
      given.map(({ input }) => ({ name: input.name })),
    );
    if (given.some(({ input }) => input.poison)) throw new Error('a bad one among them');
    return made.map((result) =>
      result.ok ? ok({ id: result.record.id }) : failure(result.code, result.detail),
    );
  },
});
const refuse = defineTask({
  id: 'test.refuse',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({}),
  output: z.null(),
  run: (given) => Promise.resolve(given.map(() => failure('refused', 'not today'))),
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
const mail = defineTask({
  id: 'test.mail',
  kind: 'external',
  face: { icon: 'x', group: 'test' },
  input: z.object({ to: z.string() }),
  output: z.object({ sent: z.number() }),
  run: (given) => {
    calls.push(...given.map((call) => call.idempotencyKey));
    if (failures-- > 0) return Promise.reject(new Error('connection refused'));
    return Promise.resolve(given.map(() => ok({ sent: 1 })));
  },
});

beforeAll(async () => {
  world = await flowWorld([setStage, setPrice, note, refuse, mail]);
});
beforeEach(() => {
  calls = [];
  failures = 0;
});
afterAll(() => world.close());

const names = async (): Promise<string[]> =>
  (await world.sql<{ name: string }[]>`select name from data.product`).map((row) => row.name);

test('transactional tasks run once for each call, in bulk, with what the record says', async () => {
  // given
  await world.deploy(
    process(
      'tag',
      `<bpmn:startEvent id="s"/>${service('t', 'test.note', { inputs: [`name="name" value="'n' &amp; $string(n)"`], outputs: ['variable="made" value="id"'] })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  // when
  const { ids } = await world.flows.startMany({
    actor: world.admin,
    flow: 'tag',
    items: Array.from({ length: 300 }, (_, n) => ({ variables: { n } })),
  });
  for (const id of ids) await world.reach(id, 'completed');
  // then
  expect((await names()).toSorted()).toEqual(Array.from({ length: 300 }, (_, n) => `n${n}`).toSorted());
  expect((await world.instance(ids[5]!)).variables).toHaveProperty('made');
});

test('one bad call among many fails alone: retried, then an incident; the others are through', async () => {
  // given
  await world.deploy(
    process(
      'mixed',
      `<bpmn:startEvent id="s"/>${service('t', 'test.note', { inputs: [`name="name" value="'m' &amp; $string(n)"`, 'name="poison" value="n = 7"'], retry: '<relata:retry times="2" backoff="PT10S"/>' })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  const { ids } = await world.flows.startMany({
    actor: world.admin,
    flow: 'mixed',
    items: Array.from({ length: 20 }, (_, n) => ({ variables: { n } })),
  });
  for (const [n, id] of ids.entries()) if (n !== 7) await world.reach(id, 'completed');
  expect(await world.instance(ids[7]!)).toMatchObject({ state: 'active', tokens: [{ element: 't' }] });
  // when
  await world.advance(120_000);
  // then
  expect(await world.instance(ids[7]!)).toMatchObject({
    state: 'incident',
    incidents: [{ element: 't', code: 'flow.task-failed', message: expect.stringContaining('a bad one') }],
  });
  expect((await names()).filter((name) => name.startsWith('m')).toSorted()).toEqual(
    Array.from({ length: 20 }, (_, n) => `m${n}`)
      .filter((name) => name !== 'm7')
      .toSorted(),
  );
});

test('a failure with a code is an error the model catches', async () => {
  await world.deploy(
    process(
      'caught',
      `<bpmn:startEvent id="s"/>${service('t', 'test.refuse')}<bpmn:boundaryEvent id="b" attachedToRef="t"><bpmn:errorEventDefinition errorRef="x"/></bpmn:boundaryEvent>${script('other', '"plan B"', 'way')}<bpmn:endEvent id="e"/><bpmn:endEvent id="e2"/>${sequence('s', 't', 'e')}${sequence('b', 'other', 'e2')}`,
      { extra: '<bpmn:error id="x" errorCode="refused"/>' },
    ),
  );
  expect(await world.instance(await world.start('caught'))).toMatchObject({
    state: 'completed',
    variables: { way: 'plan B' },
  });
});

test('a wrong input is an incident at once, and says what is wrong', async () => {
  await world.deploy(
    process(
      'wrong',
      `<bpmn:startEvent id="s"/>${service('t', 'test.note', { inputs: ['name="name" value="n"'] })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  const found = await world.instance(await world.start('wrong', { n: 5 }));
  expect(found).toMatchObject({
    state: 'incident',
    incidents: [{ code: 'flow.task-input', message: expect.stringContaining('name') }],
  });
});

test('outside work runs after the commit, is retried with the same key, and answers its instance', async () => {
  // given
  await world.deploy(
    process(
      'mails',
      `<bpmn:startEvent id="s"/>${service('t', 'test.mail', { inputs: [`name="to" value="'a@example.com'"`], outputs: ['variable="sent" value="sent"'] })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  failures = 1;
  // when
  const id = await world.start('mails');
  await world.advance(300_000);
  // then
  expect(await world.instance(id)).toMatchObject({ state: 'completed', variables: { sent: 1 } });
  expect(calls).toHaveLength(2);
  expect(new Set(calls).size).toBe(1);
});

test('outside work that never succeeds is an incident; its retry tries again', async () => {
  failures = 100;
  const id = await world.start('mails');
  await world.advance(3_600_000);
  const stopped = await world.instance(id);
  expect(stopped).toMatchObject({
    state: 'incident',
    incidents: [{ element: 't', code: 'flow.task-failed' }],
  });
  expect(calls).toHaveLength(4);
  failures = 0;
  await world.flows.retry({ actor: world.admin, id: stopped.incidents[0]!.id });
  await world.reach(id, 'completed');
});

test('a record start begins when the condition turns true, reads across relations, and writes back', async () => {
  // given
  await world.deploy(
    process(
      'follow',
      `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition><bpmn:extensionElements><relata:record entity="deal" on="created updated"/></bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">$record.stage = "engaging" and $record.product.price &gt; 10</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>
      <bpmn:exclusiveGateway id="g" default="f_g_e"/><bpmn:endEvent id="e"/>${service('t', 'test.set-stage', { inputs: ['name="deal" value="$subject.id"', `name="stage" value="'won'"`] })}<bpmn:endEvent id="e2"/>
      ${sequence('s', 'g', 'e')}${sequence('t', 'e2')}<bpmn:sequenceFlow id="f_g_t" sourceRef="g" targetRef="t">${condition('$subject.product.price &gt; 100')}</bpmn:sequenceFlow>`,
      { attributes: 'relata:subject="deal"' },
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
