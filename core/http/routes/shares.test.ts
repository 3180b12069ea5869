/** Single records opened to somebody: in lists, search and export, for as long as it was said, and never past a mask. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
let ada: string;
let bob: string;
let deal: string;
let other: string;

const names = async (who: string): Promise<unknown[]> =>
  (await world.call(who, 'GET', '/api/records/contact?sort=name')).body.items.map((item) => item['name']);
const share = (who: string, body: object, id = deal) =>
  world.call(who, 'POST', `/api/records/contact/${id}/shares`, { level: 'read', ...body });

beforeAll(async () => {
  world = await appWorld();
  const own = { entity: 'contact', actions: ['read', 'update'], where: { owner: '$actor.id' } };
  await world.call('admin', 'POST', '/api/roles', { id: 'own', grants: [own], permissions: [] });
  const masked = { ...own, fields: { phone: 'masked' } };
  await world.call('admin', 'POST', '/api/roles', { id: 'shy', grants: [masked], permissions: [] });
  const { body: team } = await world.call('admin', 'POST', '/api/teams', { name: 'North' });
  ada = await world.person('Ada', ['own']);
  bob = await world.person('Bob', ['own'], String(team['id']));
  await world.person('Cleo', ['shy']);
  const make = async (name: string, owner: string): Promise<string> => {
    const values = { name, owner, phone: '+8613812341234', email: `${name.toLowerCase()}@example.com` };
    return String((await world.call('admin', 'POST', '/api/records/contact', values)).body['id']);
  };
  deal = await make('Shared', ada);
  other = await make('Private', ada);
  await make('Bobs', bob);
});
afterAll(() => world.close());

describe('a record shared with somebody', () => {
  test('given nothing shared, then own records only', async () => {
    expect(await names('Bob')).toEqual(['Bobs']);
    expect((await world.call('Bob', 'GET', `/api/records/contact/${deal}`)).status).toBe(404);
  });

  test('given a share for reading, then it is in the list, the search and the export, and cannot be changed', async () => {
    expect((await share('Ada', { holder: `user:${bob}` })).status).toBe(201);
    expect(await names('Bob')).toEqual(['Bobs', 'Shared']);
    const found = await world.call('Bob', 'GET', '/api/records/contact?search=shared');
    expect(found.body.items).toMatchObject([{ id: deal }]);
    const file = await world.call('Bob', 'GET', '/api/records/contact/export?fields=name');
    expect(String(file.body)).toContain('Shared');
    expect(String(file.body)).not.toContain('Private');
    const change = await world.call('Bob', 'PATCH', `/api/records/contact/${deal}`, { title: 'x' });
    expect(change.status).toBe(403);
  });

  test('given a share for changing with a team, then its members may change it', async () => {
    const { body } = await world.call('admin', 'GET', '/api/teams');
    await share('Ada', { holder: `team:${String(body.items[0]!['id'])}`, level: 'edit' });
    const change = await world.call('Bob', 'PATCH', `/api/records/contact/${deal}`, { title: 'Chief' });
    expect(change.status).toBe(200);
  });

  test('why names the share, the role that does not show it, and its rule', async () => {
    const { body } = await world.call(
      'admin',
      'GET',
      `/api/access/why?entity=contact&id=${deal}&person=${bob}`,
    );
    expect(body).toMatchObject({
      actions: { read: true, update: true, delete: false },
      person: { title: 'Bob' },
    });
    expect(body['grants']).toMatchObject([
      { role: 'own', holds: false, rule: { kind: 'test', path: ['owner'], value: '$actor.id', actual: ada } },
    ]);
    expect(body['shares']).toMatchObject([
      { holder: `user:${bob}`, level: 'read', holds: true },
      { level: 'edit', holds: true },
    ]);
    expect(body['names']).toMatchObject({ own: 'own', [ada]: 'Ada', [`user:${bob}`]: 'Bob' });
    const foreign = await world.call('Bob', 'GET', `/api/access/why?entity=contact&id=${deal}&person=${ada}`);
    expect(foreign.status).toBe(403);
  });

  test('given what was shared with one, when that one shares it on, then it is refused', async () => {
    expect((await share('Bob', { holder: `user:${ada}` })).body['code']).toBe('share-of-shared');
    expect((await share('Bob', { holder: `user:${ada}` }, other)).status).toBe(404);
  });

  test('given a giver who sees it only masked, then nobody gets past the mask', async () => {
    const { body } = await world.call('admin', 'GET', '/api/users?search=Cleo');
    const cleo = String(body.items[0]!['id']);
    await world.call('admin', 'PATCH', `/api/records/contact/${other}`, { owner: cleo });
    expect((await share('Cleo', { holder: `user:${bob}` }, other)).body['code']).toBe('share-of-masked');
    await share('Ada', { holder: `user:${cleo}` });
    const seen = await world.call('Cleo', 'GET', `/api/records/contact/${deal}`);
    expect(seen.body['phone']).toBe('+86138****1234');
  });

  test('given a day that comes, or an end, then it is gone at once', async () => {
    const past = await share('Ada', { holder: `user:${bob}`, until: '2020-01-01T00:00:00Z' });
    expect(past.body['errors']).toMatchObject([{ code: 'share-until-past' }]);
    const { body } = await world.call('Ada', 'GET', `/api/records/contact/${deal}/shares`);
    expect(body.items.map((item) => item['name'])).toEqual(['Bob', 'North', 'Cleo']);
    for (const item of body.items) {
      const ended = await world.call(
        'Ada',
        'DELETE',
        `/api/records/contact/${deal}/shares/${String(item['id'])}`,
      );
      expect(ended.status).toBe(204);
    }
    expect(await names('Bob')).toEqual(['Bobs']);
    await share('Ada', { holder: `user:${bob}`, until: new Date(Date.now() + 400).toISOString() });
    expect(await names('Bob')).toEqual(['Bobs', 'Shared']);
    await expect.poll(() => names('Bob')).toEqual(['Bobs']);
    const { body: story } = await world.call('Ada', 'GET', `/api/records/contact/${deal}/timeline`);
    expect(story.items.map((item) => item['type'])).toContain('contact.unshared');
  });
});
