import { ensureContacts } from './bench-import.ts';
import { ratio, type Figure } from './figure.ts';
import { startListFloor } from './floor/start-floor.ts';
import { requestsPerSecond } from './load.ts';
import type { World } from './world.ts';

interface Given {
  contacts: number;
  seconds: number;
}

const password = 'bench-bench-bench';
const connections = 16;
const cities = Array.from({ length: 20 }, (_, index) => `City ${String(index * 5).padStart(2, '0')}`);
const query = new URLSearchParams({
  filter: JSON.stringify({ city: { in: cities } }),
  sort: 'name',
  limit: '50',
});

/** Fifty of all contacts, filtered and sorted, for actors who may see all, one in a thousand, and none. */
export async function benchList(world: World, { contacts, seconds }: Given): Promise<Figure[]> {
  await ensureContacts(world, contacts);
  const figures: Figure[] = [];
  const floor = await startListFloor(world, cities);
  try {
    for (const [who, roles, share] of [
      ['all', ['customers.reader'], 0],
      ['0.1 %', ['bench.own'], 0.001],
      ['none', ['bench.own'], 0],
    ] as const) {
      const actor = await person(world, { name: `sees ${who}`, roles, owns: Math.round(contacts * share) });
      const given = { connections, seconds };
      const own = roles[0] === 'bench.own' ? actor.id : '';
      const bare = await requestsPerSecond({ ...given, url: `${floor.url}/?owner=${own}`, headers: {} });
      const url = `${world.relata.url}/api/records/contact?${query}`;
      const value = await requestsPerSecond({ ...given, url, headers: { cookie: actor.cookie } });
      figures.push({
        what: `list of 50 of ${contacts}, for who sees ${who}`,
        value,
        unit: '/s',
        against: ratio(value, bare),
        isMet: value >= bare / 3,
      });
    }
  } finally {
    await floor.stop();
  }
  return figures;
}

interface Person {
  name: string;
  roles: readonly string[];
  /** How many contacts are theirs. */
  owns: number;
}

async function person(
  { relata, sql }: World,
  { name, roles, owns }: Person,
): Promise<{ id: string; cookie: string }> {
  const email = `${name.replaceAll(/[^a-z0-9]+/g, '-')}@example.com`;
  const { id } = await relata.call<{ id: string }>('POST', '/api/users', { name, email, password, roles });
  await sql`update data.contact set owner_id = ${id}
    where id in (select id from data.contact where owner_id is distinct from ${id} order by md5(id::text) limit ${owns})`;
  await sql`vacuum analyze data.contact`;
  const answer = await fetch(`${relata.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: relata.url },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Nobody could sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { id, cookie };
}
