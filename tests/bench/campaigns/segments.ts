/** A segment of five conditions over all customers, and one change that two hundred segments look at. */
import { ensureContacts } from '../bench-import.ts';
import type { Figure } from '../figure.ts';
import type { World } from '../world.ts';

const watching = 200;

/** One contact in some thousand fits. */
const condition = {
  all: [
    { where: { city: { startsWith: 'City 1' } } },
    { where: { title: { in: ['Engineer', 'Buyer', 'Director'] } } },
    { where: { email: { ne: null } } },
    { where: { name: { contains: 'an' } } },
    { related: { entity: 'opportunity', by: 'account', from: 'account', count: { eq: 0 } } },
  ],
};

export async function benchSegments(world: World, contacts: number): Promise<Figure[]> {
  await ensureContacts(world, contacts);
  await world.sql.unsafe('analyze data.contact');
  const began = performance.now();
  await makeSegment(world, 'Five conditions', condition);
  const build = (performance.now() - began) / 1000;
  for (let index = 0; index < watching; index++)
    await makeSegment(world, `Watching ${index}`, { where: { title: { eq: `Judge ${index % 100}` } } });
  const reflected = await changeOne(world);
  return [
    {
      what: `segment of five conditions over ${contacts}`,
      value: build,
      unit: 's',
      against: 'under 2',
      isMet: build < 2,
    },
    {
      what: 'one change in 200 segments',
      value: reflected,
      unit: 'ms',
      against: 'under 50',
      isMet: reflected < 50,
    },
  ];
}

async function makeSegment({ relata }: World, name: string, wanted: unknown): Promise<void> {
  const { id } = await relata.call<{ id: string }>('POST', '/api/records/segment', {
    name,
    condition: wanted,
  });
  for (;;) {
    const { state } = await relata.call<{ state: string }>('GET', `/api/segments/${id}`);
    if (state === 'ready') return;
    if (state === 'failed') throw new Error(`The segment ${name} failed.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** From the answer to the change until the members are those of after it; the middle of eleven. */
async function changeOne({ relata, sql }: World): Promise<number> {
  const [one] = await sql<{ id: string }[]>`select id from data.contact limit 1`;
  const id = one!.id;
  const took: number[] = [];
  for (let time = 0; time < 11; time++) {
    const began = performance.now();
    await relata.call('PATCH', `/api/records/contact/${id}`, { title: `Judge ${time}` });
    for (;;) {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from core.segment_member m join core.segment s on s.id = m.segment_id
        where m.record_id = ${id} and s.name like 'Watching %' and s.condition::text like ${`%"Judge ${time}"%`}`;
      if (row?.count === 2) break;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b)[5]!;
}
