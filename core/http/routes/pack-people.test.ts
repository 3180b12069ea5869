/** What a pack says of people and of what is here already. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import { itemsOf, packFiles, planPack, withEmails, withPeople } from '../../configuration/index.ts';

let from: AppWorld;
let to: AppWorld;

beforeAll(async () => {
  [from, to] = [await appWorld(), await appWorld()];
});
afterAll(async () => {
  await from.close();
  await to.close();
});

test('people go along by their e-mail, never by an id that means nobody elsewhere', async () => {
  const email = 'one@example.com';
  const [one] = await from.sql<{ id: string }[]>`
    insert into core."user" (name, email) values ('One', ${email}) returning id::text`;
  const { id } = one!;
  const body = {
    id: 'of-one',
    label: { en: 'Of one' },
    grants: [{ entity: 'account', actions: ['read'], where: { owner: id } }],
    permissions: [],
  };
  expect((await from.call('admin', 'POST', '/api/roles', body)).status).toBe(201);
  const files = await withEmails(from.sql, await packFiles(from.configuration.parts(), 'Test'));
  const text = files.get('role/of-one.json');
  expect(text).toContain(`"owner": "relata-person:${email}"`);
  expect(text).not.toContain(id);
  // given somebody there with the same e-mail, in whatever case, then it is them
  const parts = to.configuration.parts();
  const items = itemsOf(files, parts).items.filter((item) => item.id === 'of-one');
  const [same] = await to.sql<{ id: string }[]>`
    insert into core."user" (name, email) values ('One', ${email.toUpperCase()}) returning id::text`;
  const instead = '018f0000-0000-7000-8000-000000000001';
  const found = await withPeople(to.sql, { items, instead });
  expect(JSON.stringify(found[0]!.content)).toContain(same!.id);
  expect(found[0]!.absent).toEqual([]);
  // given nobody, then the plan says so, and whoever imports takes the place
  await to.sql`update core."user" set email = 'somebody-else@example.com' where id = ${same!.id}`;
  const lost = await withPeople(to.sql, { items, instead });
  expect(JSON.stringify(lost[0]!.content)).toContain(instead);
  expect((await planPack({ sql: to.sql, parts }, lost)).steps).toMatchObject([{ absent: [email] }]);
});

test('what would be exported is told beforehand, and what a plugin brings is changed, not new', async () => {
  const { body } = await from.call('admin', 'GET', '/api/packs/contents');
  expect(body.items).toContainEqual({ kind: 'role', id: 'of-one', title: 'Of one', holdsRecords: false });
  const parts = to.configuration.parts();
  const item = { kind: 'entity', id: 'account', title: 'Account', content: { fields: [] } };
  const { steps } = await planPack({ sql: to.sql, parts }, [item]);
  expect(steps).toMatchObject([{ act: 'change', missing: [], absent: [] }]);
});
