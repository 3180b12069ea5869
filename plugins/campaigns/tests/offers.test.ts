/** Experiments and promotions, as a server answers them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../../core/access/index.ts';
import type { TaskResult, TaskType } from '../../../core/index.ts';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import { assignVariant } from '../tasks/assign-variant.ts';
import { recordOutcome } from '../tasks/record-outcome.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
  await world.person('Mara', ['campaigns.marketer']);
  await world.person('Sam', ['sales.seller']);
});
afterAll(() => world.close());

const make = async (entity: string, values: Record<string, unknown>): Promise<string> => {
  const made = await world.call('Mara', 'POST', `/api/records/${entity}`, values);
  expect(made.body).toMatchObject({ id: expect.any(String) });
  return String(made.body['id']);
};

/** As the system, since a marketer only reads customers. */
const contacts = async (count: number): Promise<string[]> => {
  const made = await world.records.write({
    actor: systemActor,
    changes: Array.from({ length: count }, (_, index) => ({
      op: 'create',
      entity: 'contact',
      values: { name: `Person ${index}` },
    })),
  });
  return made.map((one) => (one.ok ? one.id : ''));
};

const run = (task: TaskType, members: readonly string[], input: unknown): Promise<TaskResult[]> =>
  task.run(
    members.map((id) => ({
      input: task.input.parse(input),
      ...{
        flow: 'test',
        instance: randomUUID(),
        element: 'step',
        idempotencyKey: randomUUID(),
        now: Date.now(),
      },
      subject: { entity: 'contact', id },
    })),
    {
      records: world.records.service(systemActor),
      signal: new AbortController().signal,
      log: () => {},
      plugin: world.plugin,
    },
  );

const variantOf = (result: TaskResult | undefined): unknown =>
  result?.ok ? (result.value as { variant: string }).variant : result?.code;

describe('experiments', () => {
  test('from the plan over members and outcomes to a sentence that says which is better', async () => {
    // given an experiment that is being prepared
    const id = await make('experiment', { name: 'Subject line', key: 'subject-line', minimumEffect: '0.1' });
    const path = `/api/plugins/campaigns/experiments/${id}`;
    const people = await contacts(400);
    expect(variantOf((await run(assignVariant, people.slice(0, 1), { experiment: 'subject-line' }))[0])).toBe(
      'a',
    );
    expect((await world.call('Mara', 'GET', path)).body).toMatchObject({ members: 0 });
    // when it is started, members come, twice even, and those of B do it more often
    expect((await world.call('Mara', 'POST', `${path}/start`, {})).status).toBe(200);
    const first = (await run(assignVariant, people, { experiment: 'subject-line' })).map(variantOf);
    expect((await run(assignVariant, people, { experiment: 'subject-line' })).map(variantOf)).toEqual(first);
    const done = people.filter((_, index) => index % 10 < (first[index] === 'b' ? 6 : 2));
    await run(recordOutcome, done, { experiment: 'subject-line', value: 10 });
    // then the page says so, in the reader's language, with as many as took part
    const { body } = await world.call('Mara', 'GET', path);
    expect(body).toMatchObject({
      members: 400,
      variants: [
        { verdict: 'control' },
        { verdict: 'better', sentence: expect.stringMatching(/^Better than “A” by/) },
      ],
    });
    expect(body['sentences']).toContainEqual({
      tone: 'good',
      text: '“B” works better. You may stop and use it.',
    });
    // and what is measured cannot be changed any more
    const changed = await world.call('Mara', 'PATCH', `/api/records/experiment/${id}`, { metric: 'value' });
    expect(changed).toMatchObject({ status: 409, body: { code: 'experiment-kept' } });
    expect(changed.body['detail']).toContain('another experiment');
    // when it ends
    expect((await world.call('Mara', 'POST', `${path}/end`, { winner: 'z' })).status).toBe(404);
    expect((await world.call('Mara', 'POST', `${path}/end`, { winner: 'b' })).status).toBe(200);
    // then its page can say which was chosen
    expect((await world.call('Mara', 'GET', `/api/records/experiment/${id}`)).body['winner']).toBe('b');
    // then everybody gets the winner, and nobody is counted
    const late = await run(assignVariant, await contacts(20), { experiment: 'subject-line' });
    expect(new Set(late.map(variantOf))).toEqual(new Set(['b']));
    expect((await world.call('Mara', 'GET', path)).body).toMatchObject({ members: 400 });
  });

  test('one that is judged once shows nothing to decide by before its time', async () => {
    const values = { name: 'Price', key: 'price', rule: 'planned', baseline: '0.2', minimumEffect: '0.05' };
    const id = await make('experiment', values);
    const path = `/api/plugins/campaigns/experiments/${id}`;
    await world.call('Mara', 'POST', `${path}/start`, {});
    await run(assignVariant, await contacts(40), { experiment: 'price' });
    const { body } = await world.call('Mara', 'GET', path);
    expect(body).toMatchObject({ planned: 1094, variants: [{}, { verdict: 'waiting' }] });
    expect(JSON.stringify(body)).not.toContain('(p ');
  });

  test('bad variants are refused with a sentence; who may not see experiments sees none', async () => {
    const refused = await world.call('Mara', 'POST', '/api/records/experiment', {
      ...{ name: 'Broken', key: 'broken' },
      variants: [{ key: 'a', name: 'A', share: 1 }],
    });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'variants-invalid' }] } });
    const id = await make('experiment', { name: 'Hidden', key: 'hidden' });
    expect((await world.call('Sam', 'GET', `/api/plugins/campaigns/experiments/${id}`)).status).toBe(404);
    const [missing] = await run(assignVariant, await contacts(1), { experiment: 'nowhere' });
    expect(variantOf(missing)).toBe('experiment-missing');
  });
});

describe('promotions', () => {
  const base = '/api/plugins/campaigns';
  const basket = (price: string, product?: string) => ({
    currency: 'USD',
    lines: [{ price, quantity: 1, ...(product !== undefined && { product }) }],
  });
  const coupon = async (values: Record<string, unknown>, code: Record<string, unknown>): Promise<string> => {
    const promotion = await make('promotion', { name: 'Ten off', state: 'active', percent: '10', ...values });
    await make('promotion-code', { promotion, ...code });
    return promotion;
  };
  const redeem = (body: Record<string, unknown>) =>
    world.call('Shop', 'POST', `${base}/redemptions`, { basket: basket('100.00'), ...body });
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  beforeAll(() => world.person('Shop', ['campaigns.checkout']));

  test('300 redeem a code limited to 40 at once: 40 get it, 260 get a sentence, and once more changes nothing', async () => {
    const promotion = await coupon({}, { code: 'FORTY', redemptionLimit: 40 });
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) => redeem({ codes: ['forty'], order: `load-${index}` })),
    );
    const refused = answers.filter(({ status }) => status === 409);
    expect(answers.filter(({ status }) => status === 201).length).toBe(40);
    expect(refused.length).toBe(260);
    expect(refused[0]!.body['detail']).toBe('The code “FORTY” was redeemed as often as it allows (40).');
    const record = await world.call('Mara', 'GET', `/api/records/promotion/${promotion}`);
    expect(record.body).toMatchObject({ redeemed: 40, discounted: [usd('400.00')] });
    // One order that asks again, and twice at once, has it once.
    const index = answers.findIndex(({ status }) => status === 201);
    const again = await Promise.all([1, 2].map(() => redeem({ codes: ['FORTY'], order: `load-${index}` })));
    expect(again.map(({ status }) => status)).toEqual([200, 200]);
    expect(again[0]!.body['redemptions']).toEqual(answers[index]!.body['redemptions']);
    // A redemption that is taken back leaves its place to another.
    const [id] = answers[index]!.body['redemptions'] as string[];
    await world.call('Shop', 'POST', `${base}/redemptions/${id}/cancel`, { reason: 'sent back' });
    const next = await Promise.all(
      [1, 2, 3].map((each) => redeem({ codes: ['FORTY'], order: `next-${each}` })),
    );
    expect(next.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  test('rules, limits per customer and stacking, each with its sentence', async () => {
    const [buyer = ''] = await contacts(1);
    const product = await world.call('admin', 'POST', '/api/records/product', { name: 'Lamp' });
    await coupon({ name: 'Once each', customerLimit: 1 }, { code: 'ONCE' });
    await coupon({ name: 'Lamps', product: product.body['id'] }, { code: 'LAMP' });
    await coupon(
      { name: 'Alone', stacking: 'alone', percent: '50', mostDiscount: usd('30') },
      { code: 'ALONE' },
    );
    await coupon({ name: 'Large', minimumSpend: usd('150') }, { code: 'LARGE' });
    await coupon({ name: 'Past', endsOn: '2020-01-01' }, { code: 'PAST' });
    await coupon({ name: 'Later', startsOn: '2999-01-01', timeZone: 'Asia/Shanghai' }, { code: 'LATER' });
    await coupon({ name: 'Mine' }, { code: 'MINE', customer: buyer });
    await coupon({ name: 'Draft', state: 'draft' }, { code: 'DRAFT' });
    const why = async (codes: string[], more = {}): Promise<unknown> => {
      const { body } = await world.call('Shop', 'POST', `${base}/quote`, {
        ...{ codes, basket: basket('100.00'), ...more },
      });
      return (body['refused'] as { problem: string }[]).map(({ problem }) => problem);
    };
    expect(await why(['ONCE'])).toEqual(['promotion-customer-needed']);
    expect(await why(['ONCE'], { customer: buyer })).toEqual([]);
    expect((await redeem({ codes: ['ONCE'], order: 'c-1', customer: buyer })).status).toBe(201);
    expect(await why(['ONCE'], { customer: buyer })).toEqual(['promotion-used-up-by-customer']);
    expect(await why(['LAMP'])).toEqual(['promotion-product']);
    expect(await why(['LAMP'], { basket: basket('100.00', String(product.body['id'])) })).toEqual([]);
    expect(await why(['LARGE'])).toEqual(['promotion-spend']);
    expect(await why(['PAST', 'LATER', 'DRAFT', 'MINE', 'NONE'])).toEqual(
      expect.arrayContaining([
        ...['promotion-over', 'promotion-not-started', 'promotion-not-active'],
        ...['promotion-code-personal', 'promotion-code-unknown'],
      ]),
    );
    expect(await why(['ALONE', 'FORTY'])).toHaveLength(1);
    const alone = await world.call('Shop', 'POST', `${base}/quote`, {
      codes: ['ALONE'],
      basket: basket('100.00'),
    });
    expect(alone.body).toMatchObject({ toPay: usd('70.00'), discount: usd('30.00') });
    // All codes of an order count, or none of them does.
    expect((await redeem({ codes: ['MINE', 'LARGE'], order: 'c-2', customer: buyer })).status).toBe(409);
    expect((await why(['MINE'], { customer: buyer })) as string[]).toEqual([]);
    const bad = await world.call('Shop', 'POST', `${base}/quote`, { basket: basket('9.999') });
    expect(bad).toMatchObject({ status: 422, body: { errors: [{ code: 'amount-places' }] } });
  });

  test('what wants no code counts by itself; a gift is named', async () => {
    const product = await world.call('admin', 'POST', '/api/records/product', { name: 'Cup' });
    const save = await make('promotion', {
      ...{ name: 'Ten for each hundred', kind: 'spend-and-save', state: 'active', benefit: 'amount' },
      ...{ amount: usd('10'), minimumSpend: usd('100'), isRepeated: true },
    });
    const gift = await make('promotion', {
      ...{ name: 'A cup', kind: 'gift', state: 'active', benefit: 'gift', gift: product.body['id'] },
      minimumSpend: usd('200'),
    });
    const { body } = await redeem({ order: 'auto-1', basket: basket('250.00') });
    expect(body).toMatchObject({
      toPay: usd('230.00'),
      applied: [{ promotion: save }, { promotion: gift, gift: { title: 'Cup' } }],
    });
    for (const id of [save, gift])
      await world.call('Mara', 'PATCH', `/api/records/promotion/${id}`, { state: 'ended' });
  });

  test('a promotion that is used up says so', async () => {
    const promotion = await make('promotion', {
      ...{ name: 'Once', kind: 'flash-sale', percent: '5', state: 'active', totalLimit: 1 },
    });
    const stateOf = async () => (await world.call('Mara', 'GET', `${base}/promotions/${promotion}`)).body;
    expect(await stateOf()).toMatchObject({ isOn: true });
    expect((await redeem({ order: 'once-1', basket: basket('10.00') })).status).toBe(201);
    expect(await stateOf()).toEqual({
      isOn: false,
      sentence: '“Once” was redeemed as often as it allows (1).',
    });
    await world.call('Mara', 'PATCH', `/api/records/promotion/${promotion}`, { state: 'ended' });
  });

  test('codes are made in bulk, all different; a zone that is none, and a time that is none, are refused', async () => {
    const promotion = await make('promotion', { name: 'Bulk', percent: '5', state: 'active' });
    const made = await world.call('Mara', 'POST', `${base}/promotions/${promotion}/codes`, {
      count: 700,
      prefix: 'b-',
    });
    expect(made).toMatchObject({ status: 201, body: { made: 700 } });
    const list = await world.call(
      'Mara',
      'GET',
      `/api/records/promotion-code?count=exact&limit=1&filter=${encodeURIComponent(JSON.stringify({ promotion }))}`,
    );
    expect(list.body).toMatchObject({
      count: 700,
      items: [{ code: expect.stringMatching(/^B-[A-Z2-9]{10}$/) }],
    });
    const state = await world.call('Mara', 'GET', `${base}/promotions/${promotion}`);
    expect(state.body).toMatchObject({ isOn: true });
    for (const wrong of [{ timeZone: 'Mars/Base' }, { startsAt: '25:00' }]) {
      const refused = await world.call('Mara', 'PATCH', `/api/records/promotion/${promotion}`, wrong);
      expect(refused.status).toBe(422);
    }
    expect((await world.call('Sam', 'POST', `${base}/quote`, { basket: basket('1.00') })).status).toBe(403);
  });
});
