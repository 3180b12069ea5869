import type { World } from '../world.ts';

export interface Manager {
  sellers: string[];
  cookie: string;
}

const password = 'bench-bench-bench';
const headCount = 20;

/** Somebody who leads a team, and so sees what its sellers own: a rule over twenty people. */
export async function manager({ relata, sql }: World): Promise<Manager> {
  const make = (name: string, roles: string[]) =>
    relata.call<{ id: string }>('POST', '/api/users', {
      name,
      email: `${name}@example.com`,
      password,
      roles,
    });
  const head = await make('report-manager', ['sales.manager']);
  const sellers: string[] = [];
  for (let number = 0; number < headCount; number++)
    sellers.push((await make(`report-seller-${number}`, ['sales.seller'])).id);
  await sql`
    with made as (insert into core.team (name, manager_id) values ('Bench', ${head.id}) returning id)
    update core."user" set team_id = (select id from made) where id = any(${sellers}::uuid[])`;
  const answer = await fetch(`${relata.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: relata.url },
    body: JSON.stringify({ email: 'report-manager@example.com', password }),
  });
  if (!answer.ok) throw new Error(`Nobody could sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { sellers, cookie };
}
