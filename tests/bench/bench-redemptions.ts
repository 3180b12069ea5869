import { openClient } from './client.ts';
import { ratio, type Figure } from './figure.ts';
import type { World } from './world.ts';

const limit = 1_000;
const requests = 10_000;
const connections = 64;

/** 10,000 redeem one code that allows 1,000, over two servers; the floor is a counter that one statement raises. */
export async function benchRedemptions(world: World): Promise<Figure[]> {
  const { relata, sql } = world;
  const promotion = await relata.call<{ id: string }>('POST', '/api/records/promotion', {
    ...{ name: 'Bench', kind: 'coupon', state: 'active', benefit: 'percent', percent: '10' },
  });
  await relata.call('POST', '/api/records/promotion-code', {
    ...{ code: 'BENCH', promotion: promotion.id, state: 'active', redemptionLimit: limit },
  });
  const other = await world.another();
  const clients = [relata, other].map(({ url }) => openClient(url, connections / 2));
  try {
    const began = performance.now();
    const statuses = await inParallel(requests, connections, (index) => {
      const ask = (): Promise<number> =>
        clients[index % clients.length]!.post('/api/plugins/campaigns/redemptions', {
          ...{ codes: ['BENCH'], order: `bench-${index}` },
          basket: { currency: 'USD', lines: [{ price: '100.00' }] },
        });
      // A connection that was kept open may be closed while it is used: the same order asks again, as a shop would.
      return ask().catch(ask);
    });
    const seconds = (performance.now() - began) / 1000;
    const [kept] = await sql<{ count: number }[]>`
      select count(*) from data.redemption where promotion_id = ${promotion.id} and state = 'redeemed'`;
    const count = (...these: number[]): number => statuses.filter((each) => these.includes(each)).length;
    const floor = await counterFloor(world);
    return [
      {
        what: `redemptions of a code for ${limit}, of ${requests} tries over two servers`,
        ...{ value: kept?.count ?? 0, unit: '', against: `exactly ${limit}` },
        isMet: kept?.count === limit && count(200, 201) === limit && count(409) === requests - limit,
      },
      {
        what: 'answers to them, one redeemed in ten',
        ...{
          value: requests / seconds,
          unit: '/s',
          against: `${ratio(requests / seconds, floor)} (a bare counter)`,
        },
      },
    ];
  } finally {
    for (const client of clients) client.close();
    await other.stop();
  }
}

/** The same contest for one row, in the database alone. */
async function counterFloor({ sql }: World): Promise<number> {
  await sql`create table if not exists public.bench_counter (used int not null)`;
  await sql`insert into public.bench_counter values (0)`;
  const began = performance.now();
  await inParallel(
    requests,
    connections,
    () => sql`update public.bench_counter set used = used + 1 where used < ${limit} returning used`,
  );
  const seconds = (performance.now() - began) / 1000;
  await sql`drop table public.bench_counter`;
  return requests / seconds;
}

async function inParallel<T>(count: number, most: number, run: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      results[index] = await run(index);
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return results;
}
