import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../core/access/index.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { customers } from '../../customers/plugin.ts';
import { sales } from '../plugin.ts';

let world: RecordWorld;
let seller: Actor;
let manager: Actor;

beforeAll(async () => {
  world = await recordWorld([...customers.entities, ...sales.entities], [...customers.roles, ...sales.roles]);
  seller = await world.person('Ada', ['sales.seller']);
  const colleague = await world.person('Bram', ['sales.seller']);
  const stranger = await world.person('Elif', ['sales.seller']);
  manager = await world.person('Mara', ['sales.manager'], [seller.id, colleague.id]);
  await world.create('opportunity', [
    { name: 'Hers', owner: seller.id, stage: 'won', amount: 100 },
    { name: 'Of a colleague', owner: colleague.id, stage: 'engaging', amount: 20 },
    { name: 'Of another team', owner: stranger.id, stage: 'won', amount: 3 },
  ]);
});
afterAll(() => world.close());

const namesSeenBy = async (actor: Actor): Promise<unknown[]> => {
  const page = await world.records.list({ actor, entity: 'opportunity', sort: ['name'] });
  return page.items.map((item) => item['name']);
};

test('a seller sees own deals, a manager those of the team', async () => {
  expect(await namesSeenBy(seller)).toEqual(['Hers']);
  expect(await namesSeenBy(manager)).toEqual(['Hers', 'Of a colleague']);
});

test('counts and sums agree with what is seen', async () => {
  const total = async (actor: Actor) => {
    const { rows } = await world.records.aggregate({
      actor,
      entity: 'opportunity',
      measures: [{ function: 'count' }, { function: 'sum', field: 'amount' }],
    });
    return rows[0]?.values;
  };
  expect(await total(seller)).toMatchObject({ count: 1, 'sum.amount': [{ amount: '100.00' }] });
  expect(await total(manager)).toMatchObject({ count: 2, 'sum.amount': [{ amount: '120.00' }] });
});

test('targets are set by the manager of the team, once for a month, and read by those they are for', async () => {
  const set = (actor: Actor, owner: string, covers = 'person') =>
    world.records.write({
      actor,
      changes: [
        {
          ...{ op: 'create', entity: 'sales-target' },
          values: { owner, covers, month: '2026-11-01', amount: 5_000 },
        },
      ],
    });
  expect(await set(seller, seller.id)).toMatchObject([{ ok: false }]);
  expect(await set(manager, seller.id)).toMatchObject([{ ok: true }]);
  expect(await set(manager, seller.id)).toMatchObject([
    { ok: false, problem: { errors: [{ code: 'not-unique-together' }] } },
  ]);
  expect(await set(manager, manager.id, 'team')).toMatchObject([{ ok: true }]);
  const seen = async (actor: Actor) =>
    (await world.records.list({ actor, entity: 'sales-target' })).items
      .map((item) => item['covers'])
      .toSorted();
  expect([await seen(seller), await seen(manager)]).toEqual([['person'], ['person', 'team']]);
});

test('a seller who hands a deal over sees it no more', async () => {
  // given a deal of one's own
  const [own] = (await world.records.list({ actor: seller, entity: 'opportunity' })).items;
  const change = (owner: string) =>
    world.records.write({
      actor: seller,
      changes: [{ op: 'update', entity: 'opportunity', id: own?.id ?? '', values: { owner } }],
    });
  // when it goes to the manager
  expect(await change(manager.id)).toMatchObject([{ ok: true }]);
  // then it is out of sight, and cannot be taken back
  expect(await namesSeenBy(seller)).toEqual([]);
  expect(await change(seller.id)).toMatchObject([{ ok: false }]);
});
