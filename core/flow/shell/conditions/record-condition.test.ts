import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  flowWorld,
  process,
  script,
  sequence,
  type FlowWorld,
} from '../../../../tests/support/flow-world.ts';
import { enqueue } from '../../../job/index.ts';
import { packStarts } from '../starts/pack-starts.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
});
afterAll(() => world.close());

const conditional = (condition: string, record = ''): string =>
  `<bpmn:conditionalEventDefinition><bpmn:extensionElements>${record}</bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:condition></bpmn:conditionalEventDefinition>`;
const ofDeal = '<relata:record entity="deal" on="updated"/>';
const update = (id: string, values: Record<string, unknown>, entity = 'deal') =>
  world.records.write({ actor: world.admin, changes: [{ op: 'update', entity, id, values }] });
const times = async (id: string, element: string): Promise<number> =>
  (await world.history(id)).filter((entry) => entry.event === 'completed' && entry.element === element)
    .length;

test('an instance waits until its record is changed, by others and by another path than its own', async () => {
  // given one that waits for its deal to be won, on a product that is dear
  await world.deploy(
    process(
      'await-won',
      `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c">${conditional('$record.stage = "won" and $record.product.price &gt; limit', ofDeal)}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e"/>${sequence('s', 'c', 'e')}`,
      { attributes: 'relata:subject="deal"' },
    ),
  );
  const [cheap, dear] = await world.create('product', [
    { name: 'cheap', price: 5 },
    { name: 'dear', price: 500 },
  ]);
  const [first, second] = await world.create('deal', [
    { name: 'first', product: cheap },
    { name: 'second', product: dear },
  ]);
  const instances = await Promise.all(
    [first!, second!].map((id) =>
      world.start('await-won', { limit: 10 }, { subject: { entity: 'deal', id } }),
    ),
  );
  // when both are won
  for (const id of [first!, second!]) await update(id, { stage: 'won' });
  // then the one whose condition holds goes on, and the other does when it comes to hold
  await world.reach(instances[1]!, 'completed');
  expect((await world.instance(instances[0]!)).state).toBe('active');
  await update(first!, { product: dear });
  await world.reach(instances[0]!, 'completed');
  expect(world.errors).toEqual([]);
});

test('flows start, and instances go on, when a list of records comes to hold what is asked of it', async () => {
  // given flows that begin with the second product, with a dear one, and with one that was not there before
  const start = (id: string, condition: string) =>
    world.deploy(
      process(
        id,
        `<bpmn:startEvent id="s">${conditional(condition, '<relata:record entity="bundle" on="created updated"/>')}</bpmn:startEvent>${script('n', '$subject.products.name', 'names')}<bpmn:endEvent id="e"/>${sequence('s', 'n', 'e')}`,
        { attributes: 'relata:subject="bundle"' },
      ),
    );
  await start('bundle-two', '$count($record.products.id) &gt;= 2');
  await start('bundle-dear', '$exists($record.products.price[$ &gt; 100])');
  await start(
    'bundle-max',
    '$record.products != null and $max($record.products[price != null].price) &gt; 100',
  );
  await start('bundle-named', '"bundle dear" in $record.products.name');
  await start(
    'bundle-grew',
    '$before != null and $count($record.products.id) &gt; $count($before.products.id)',
  );
  await world.deploy(
    process(
      'bundle-wait',
      `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c">${conditional('$exists($record.products[price &gt; 100]) and $count($subject.products) = 2', '<relata:record entity="bundle" on="updated"/>')}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e"/>${sequence('s', 'c', 'e')}`,
      { attributes: 'relata:subject="bundle"' },
    ),
  );
  const [cheap, dear] = await world.create('product', [
    { name: 'bundle cheap', price: 5 },
    { name: 'bundle dear', price: 500 },
  ]);
  const [id, empty] = await world.create('bundle', [
    { name: 'growing', products: [cheap] },
    { name: 'empty' },
  ]);
  const waiting = await world.start('bundle-wait', {}, { subject: { entity: 'bundle', id: id! } });
  await update(empty!, { name: 'still empty' }, 'bundle');
  // when one is added to what is there, and taken away again
  await update(id!, { products: { add: [dear] } }, 'bundle');
  await world.reach(waiting, 'completed');
  await world.advance(1_000);
  await update(id!, { products: { remove: [cheap] } }, 'bundle');
  await world.advance(1_000);
  // then each began once, for the record in question, and reads what is behind the list
  const { items: incidents } = await world.flows.incidents({ actor: world.admin, limit: 10 });
  expect(incidents).toEqual([]);
  for (const flow of ['bundle-two', 'bundle-dear', 'bundle-max', 'bundle-named', 'bundle-grew']) {
    const { items } = await world.flows.instances({ actor: world.admin, flow, limit: 10 });
    expect({ flow, of: items.map((item) => item.subject?.id) }).toEqual({ flow, of: [id] });
    expect((await world.instance(items[0]!.id)).variables).toMatchObject({
      names: ['bundle cheap', 'bundle dear'],
    });
  }
  expect(world.errors).toEqual([]);
}, 60_000);

test('a record that changed long ago does not fire; it must become true anew', async () => {
  // given a deal that is won already
  const [id] = await world.create('deal', [{ name: 'old', stage: 'won' }]);
  await world.deploy(
    process(
      'await-again',
      `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c">${conditional('$record.stage = "won"', ofDeal)}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e"/>${sequence('s', 'c', 'e')}`,
      { attributes: 'relata:subject="deal"' },
    ),
  );
  const instance = await world.start('await-again', {}, { subject: { entity: 'deal', id: id! } });
  // when something else of it changes
  await update(id!, { amount: 7 });
  await update(id!, { stage: 'engaging' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await world.instance(instance)).state).toBe('active');
  // then only the next time counts
  await update(id!, { stage: 'won' });
  await world.reach(instance, 'completed');
});

test('a non-interrupting condition on any record fires for each that becomes so, beside its activity', async () => {
  await world.deploy(
    process(
      'watch-products',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/><bpmn:boundaryEvent id="b" attachedToRef="u" cancelActivity="false">${conditional('$record.price &gt; 100', '<relata:record entity="product" on="created updated"/>')}</bpmn:boundaryEvent><bpmn:endEvent id="e"/><bpmn:endEvent id="e2"/>${sequence('s', 'u', 'e')}${sequence('b', 'e2')}`,
    ),
  );
  const instance = await world.start('watch-products');
  // when one is made dear, one becomes dear, and one stays so
  const [, small] = await world.create('product', [
    { name: 'x', price: 1000 },
    { name: 'y', price: 1 },
  ]);
  await update(small!, { price: 200 }, 'product');
  await update(small!, { price: 300 }, 'product');
  // then it fired twice
  for (let left = 80; left > 0 && (await times(instance, 'e2')) < 2; left--)
    await new Promise((resolve) => setTimeout(resolve, 25));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await times(instance, 'e2')).toBe(2);
  expect((await world.items(instance)).map((item) => item.element)).toEqual(['u']);
  // and nothing is left when it ends
  const [item] = await world.items(instance);
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
  const left = await world.sql`select 1 from flow.subscription where instance_id = ${instance}`;
  expect(left).toHaveLength(0);
});

test('when its record becomes one with another, a flow goes on about that one', async () => {
  // given a deal twice; flows that wait for a change of the one, one of them suspended, and for a person
  const [product] = await world.create('product', [{ name: 'bought', price: 50 }]);
  const [loser, winner] = await world.create('deal', [{ name: 'Twice' }, { name: 'Twice too' }]);
  await world.deploy(
    process(
      'ask-about',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/>${script('t', '$subject.name', 'name')}<bpmn:endEvent id="e"/>${sequence('s', 'u', 't', 'e')}`,
      { attributes: 'relata:subject="deal"' },
    ),
  );
  const subject = { entity: 'deal', id: loser! };
  const [waiting, resting] = await Promise.all(
    [1, 2].map(() => world.start('await-won', { limit: 10 }, { subject })),
  );
  const asking = await world.start('ask-about', {}, { subject });
  await world.flows.operate({ actor: world.admin, id: resting!, command: { type: 'suspend' } });
  // when they become one
  await world.records.merge({
    actor: world.admin,
    entity: 'deal',
    into: winner!,
    from: [loser!],
    cause: { depth: 0 },
  });
  // then all know the one that is left, rows and work items included
  for (const id of [waiting!, resting!, asking])
    await expect.poll(async () => (await world.instance(id)).subject).toMatchObject({ id: winner });
  const [item] = await world.items(asking);
  expect(item).toMatchObject({ record: { id: winner } });
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
  expect((await world.reach(asking, 'completed')).variables).toMatchObject({ name: 'Twice too' });
  // and a change of that one is what they wait for
  await update(winner!, { stage: 'won', product });
  await world.reach(waiting!, 'completed');
  await world.flows.operate({ actor: world.admin, id: resting!, command: { type: 'resume' } });
  await world.reach(resting!, 'completed');
  expect(world.errors).toEqual([]);
});

test('a start that stands in the queue is about the record that its own became', async () => {
  // given starts that are due in an hour
  const [loser, winner, other] = await world.create('deal', [
    { name: 'Queued' },
    { name: 'Stays' },
    { name: 'Another' },
  ]);
  const item = (id: string | undefined) => ({
    subject: { entity: 'deal', id: id! },
    variables: { deal: id! },
  });
  const hour = 3_600_000;
  const { jobs, ids } = packStarts({
    ...{ flow: 'ask-about', version: 1, actor: world.admin.id, depth: 0, lane: 1 },
    ...{ now: Date.now() + hour, items: [item(loser), item(other)] },
  });
  await enqueue(world.sql, jobs);
  // when the record of one becomes one with another, and their time comes
  await world.records.merge({
    ...{ actor: world.admin, entity: 'deal', into: winner!, from: [loser!], cause: { depth: 0 } },
  });
  const left = () => world.sql`select from core.job where payload::text like ${`%${loser}%`}`;
  await expect.poll(async () => (await left()).length).toBe(0);
  await world.advance(hour);
  // then
  const about = async (place: number) => (await world.reach(ids[place]!, 'active')).subject;
  await expect.poll(() => about(0).catch(() => null)).toMatchObject({ id: winner });
  expect(await about(1)).toMatchObject({ id: other });
  expect((await world.instance(ids[0]!)).variables).toMatchObject({ deal: winner });
});

test.each([
  [
    'behind an event-based gateway',
    'await-dearer',
    (event: string, other: string) =>
      `<bpmn:eventBasedGateway id="g"/><bpmn:intermediateCatchEvent id="c">${event}</bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="m">${other}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e"/><bpmn:endEvent id="e2"/>${sequence('s', 'g', 'c', 'e')}${sequence('g', 'm', 'e2')}`,
  ],
  [
    'beside an activity',
    'work-till-dearer',
    (event: string) =>
      `<bpmn:receiveTask id="g" messageRef="paid" relata:correlationKey="$subject.name"/><bpmn:boundaryEvent id="c" attachedToRef="g">${event}</bpmn:boundaryEvent><bpmn:endEvent id="e"/><bpmn:endEvent id="e2"/>${sequence('s', 'g', 'e2')}${sequence('c', 'e')}`,
  ],
])(
  '%s, a condition on a record of another entity asks the subject for nothing of it',
  async (_where, key, inner) => {
    // given a product that a deal is about; only products have a price
    const message = '<bpmn:messageEventDefinition messageRef="paid" relata:correlationKey="$subject.name"/>';
    const ofProduct = '<relata:record entity="product" on="updated"/>';
    const event = conditional('$record.price &gt; 10 and $record.id = $subject.product.id', ofProduct);
    await world.deploy(
      process(key, `<bpmn:startEvent id="s"/>${inner(event, message)}`, {
        attributes: 'relata:subject="deal"',
        extra: '<bpmn:message id="paid" name="paid"/>',
      }),
    );
    const [product] = await world.create('product', [{ name: key, price: 5 }]);
    const [id] = await world.create('deal', [{ name: key, product }]);
    const instance = await world.start(key, {}, { subject: { entity: 'deal', id: id! } });
    expect(await world.instance(instance)).toMatchObject({ state: 'active', incidents: [] });
    // when the product becomes dearer
    await update(product!, { price: 20 }, 'product');
    // then the flow goes on by that way
    await world.reach(instance, 'completed');
    expect(await times(instance, 'e')).toBe(1);
  },
);
