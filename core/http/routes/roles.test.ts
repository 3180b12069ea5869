/** Roles in the database, asked as a browser asks: changes count at once, on every server, and lock nobody out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
let sam: string;

const account = (name: string, city: string) => ({ name, officeLocation: city });

beforeAll(async () => {
  world = await appWorld();
  await world.person('Root', ['administrator']);
  await world.call('admin', 'POST', '/api/records/contact', { name: 'Ann' });
  for (const [name, city] of [
    ['Aster', 'Oslo'],
    ['Birch', 'Oslo'],
    ['Cedar', 'Rome'],
  ])
    await world.call('admin', 'POST', '/api/records/account', account(name!, city!));
});
afterAll(() => world.close());

describe('a role made in the browser', () => {
  test('given a rule over a field, when somebody holds the role, then they see those records only', async () => {
    const role = {
      id: 'oslo',
      label: { en: 'Oslo', 'zh-CN': '奥斯陆' },
      grants: [
        {
          entity: 'account',
          actions: ['read'],
          where: { officeLocation: { eq: 'Oslo' } },
          fields: { phone: 'masked' },
        },
      ],
      permissions: [],
    };
    const made = await world.call('admin', 'POST', '/api/roles', role);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ id: 'oslo', name: 'Oslo', origin: 'own', version: 1 });
    sam = await world.person('Sam', ['oslo']);
    const { body } = await world.call('Sam', 'GET', '/api/records/account');
    expect(body.items.map((item) => item['name'])).toEqual(['Birch', 'Aster']);
  });

  test('given who manages screens, when they look through its eyes, then they see as it does; nobody else may', async () => {
    const through = { 'relata-view-as': 'oslo' };
    const ask = (who: string, entity: string, headers: Record<string, string>) =>
      world.call(who, 'GET', `/api/records/${entity}`, undefined, headers);
    expect((await ask('Root', 'account', through)).body.items).toHaveLength(3);
    expect((await ask('Root', 'contact', through)).body.items).toEqual([]);
    expect((await ask('Root', 'account', { 'relata-view-as': 'nobody' })).status).toBe(404);
    expect((await ask('Sam', 'account', through)).status).toBe(403);
  });

  test('given two servers, when the role changes on one, then the next request to the other obeys', async () => {
    const other = await world.another();
    expect((await other.call('Sam', 'GET', '/api/records/account')).body.items).toHaveLength(2);
    const grants = [{ entity: 'account', actions: ['read'], where: { officeLocation: { eq: 'Rome' } } }];
    const saved = await world.call('admin', 'PUT', '/api/roles/oslo', {
      grants,
      permissions: [],
      version: 1,
    });
    expect(saved.status).toBe(200);
    expect((await world.call('Sam', 'GET', '/api/records/account')).body.items).toHaveLength(1);
    await expect
      .poll(async () => (await other.call('Sam', 'GET', '/api/records/account')).body.items.length, {
        interval: 10,
      })
      .toBe(1);
  });

  test('given an older version, when it is saved, then nobody’s change is lost', async () => {
    const answer = await world.call('admin', 'PUT', '/api/roles/oslo', {
      grants: [],
      permissions: [],
      version: 1,
    });
    expect([answer.status, answer.body['code']]).toEqual([409, 'role-changed']);
  });

  test('given a rule about a field that is not there, when it is saved, then it says which', async () => {
    const grants = [{ entity: 'account', actions: ['read'], where: { nowhere: 1 } }];
    const { status, body } = await world.call('admin', 'PUT', '/api/roles/oslo', { grants, permissions: [] });
    expect(status).toBe(422);
    expect(body['errors']).toMatchObject([{ pointer: '/grants/0/where/nowhere', code: 'field-unknown' }]);
  });

  test('given a draft, when it is previewed for somebody, then N of M are counted', async () => {
    const role = {
      id: 'oslo',
      grants: [{ entity: 'account', actions: ['read'], where: { officeLocation: { in: ['Oslo'] } } }],
      permissions: [],
    };
    const { body } = await world.call('admin', 'POST', '/api/roles/preview', {
      role,
      entity: 'account',
      user: sam,
    });
    expect(body).toEqual({ total: 3, byRole: 2, visible: 2 });
  });

  test('given people who hold it, when a flow is drawn, then it says how many of them can work', async () => {
    const ofRole = async (): Promise<unknown> => {
      const { body } = await world.call('admin', 'GET', '/api/roles/people');
      return body.items.find((item) => item['role'] === 'oslo')?.['people'] ?? 0;
    };
    const before = await ofRole();
    const gone = await world.person('Gone', ['oslo']);
    expect(await ofRole()).toBe(Number(before) + 1);
    await world.call('admin', 'PATCH', `/api/users/${gone}`, { isActive: false });
    expect(await ofRole()).toBe(before);
    expect((await world.call('Sam', 'GET', '/api/roles/people')).status).toBe(403);
  });

  test('given people who hold it, when it is removed, then it is refused with their names', async () => {
    const { status, body } = await world.call('admin', 'DELETE', '/api/roles/oslo');
    expect(status).toBe(409);
    expect(body['detail']).toContain('Sam');
  });
});

describe('a role of a plugin', () => {
  test('given changes of two entities, when one is reset, then the other stays changed', async () => {
    const { body } = await world.call('admin', 'GET', '/api/roles');
    const role = body.items.find((one) => one['id'] === 'customers.keeper')! as unknown as {
      grants: { entity: string }[];
      permissions: string[];
    };
    const grants = role.grants.map((grant) => ({ ...grant, actions: ['read'] }));
    const { permissions } = role;
    const changed = await world.call('admin', 'PUT', '/api/roles/customers.keeper', { grants, permissions });
    expect(changed.body).toMatchObject({
      origin: 'plugin',
      isChanged: true,
      changed: ['account', 'contact'],
    });
    const reset = await world.call('admin', 'DELETE', '/api/roles/customers.keeper?entity=account');
    expect(reset.body['role']).toMatchObject({ changed: ['contact'] });
    const whole = await world.call('admin', 'DELETE', '/api/roles/customers.keeper');
    expect(whole.body['role']).toMatchObject({ isChanged: false, grants: role.grants });
  });
});

describe('nobody is locked out, and nobody rises', () => {
  test('the role of administrators cannot be changed', async () => {
    const answer = await world.call('admin', 'PUT', '/api/roles/administrator', {
      grants: [],
      permissions: [],
    });
    expect(answer.body['code']).toBe('role-fixed');
  });

  test('given one administrator, when they are deactivated or lose the role, then it is refused', async () => {
    const { body } = await world.call('admin', 'GET', '/api/users?search=Root');
    const path = `/api/users/${String(body.items[0]!['id'])}`;
    for (const change of [{ isActive: false }, { roles: ['oslo'] }]) {
      const answer = await world.call('admin', 'PATCH', path, change);
      expect([answer.status, answer.body['code']]).toEqual([409, 'last-administrator']);
    }
  });

  test('given somebody who manages people and roles, when they give more than they hold, then it is refused', async () => {
    const grants = [
      {
        entity: 'account',
        actions: ['read'],
        where: { officeLocation: { eq: 'Oslo' } },
        fields: { phone: 'masked' },
      },
    ];
    const permissions = ['users.manage', 'roles.manage'];
    await world.call('admin', 'POST', '/api/roles', { id: 'office', grants, permissions });
    const pat = await world.person('Pat', ['office']);
    const beyond = async (body: object): Promise<unknown> =>
      (await world.call('Pat', 'POST', '/api/roles', { permissions: [], ...body })).body['code'] ?? 'made';
    expect(await beyond({ id: 'p1', grants: [{ entity: 'account', actions: ['read'] }] })).toBe(
      'role-beyond-own',
    );
    expect(await beyond({ id: 'p2', grants: [{ ...grants[0], actions: ['delete'] }] })).toBe(
      'role-beyond-own',
    );
    expect(await beyond({ id: 'p3', grants: [{ ...grants[0], fields: {} }] })).toBe('role-beyond-own');
    expect(await beyond({ id: 'p4', grants: [], permissions: ['flows.deploy'] })).toBe('role-beyond-own');
    expect(await beyond({ id: 'p5', grants: [{ ...grants[0], fields: { phone: 'hidden' } }] })).toBe('made');
    const rise = await world.call('Pat', 'PATCH', `/api/users/${pat}`, {
      roles: ['office', 'administrator'],
    });
    expect(rise.body['code']).toBe('role-beyond-own');
    const { body } = await world.call('admin', 'GET', '/api/users?search=Root');
    const take = { password: 'taken over now' };
    const taken = await world.call('Pat', 'PATCH', `/api/users/${String(body.items[0]!['id'])}`, take);
    expect(taken.body['code']).toBe('person-beyond-own');
  });
});

describe('the audit', () => {
  test('given changes of roles and people, when it is read, then it says who changed what', async () => {
    const { body } = await world.call('admin', 'GET', '/api/audit?kind=role&id=oslo');
    const [changed, made] = body.items;
    expect(made).toMatchObject({ act: 'made', definition: 'oslo', actor: { id: 'key:administrator' } });
    expect(changed).toMatchObject({ act: 'changed', kind: 'role' });
    expect(changed!['differences']).toContainEqual({
      path: ['grants', 'account', 'where'],
      before: { officeLocation: { eq: 'Oslo' } },
      after: { officeLocation: { eq: 'Rome' } },
    });
    expect((await world.call('Sam', 'GET', '/api/audit')).status).toBe(403);
  });
});

test('what is not there is called as people call it', async () => {
  const { body: role } = await world.call('admin', 'DELETE', '/api/roles/nowhere');
  expect(role).toMatchObject({
    status: 404,
    detail: 'There is no role “nowhere” here, or you may not see it.',
  });
  const item = '00000000-0000-7000-8000-000000000000';
  const { body: work } = await world.call('admin', 'GET', `/api/work-items/${item}`);
  expect(work['detail']).toContain('There is no task “');
});

test('what refers to a field that is gone is shown broken everywhere, and nothing falls over', async () => {
  // given a field, and one of each thing that an administrator makes of it
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await world.call('Root', method, path, body);
    expect([path, answer.status < 500]).toEqual([path, true]);
    return answer;
  };
  const change = (...operations: unknown[]) =>
    ask('POST', '/api/entities/contact/changes', { operations, isConfirmed: true });
  const north = [{ field: 'x_zone', operator: 'is', value: 'north' }];
  await change({ op: 'addField', id: 'x_zone', field: { type: 'text', label: { en: 'Zone' } } });
  const shared = { sharing: 'everybody', roles: [] };
  await ask('POST', '/api/views', {
    ...{ entity: 'contact', kind: 'list', name: 'North', ...shared, definition: { conditions: north } },
  });
  const { body: report } = await ask('POST', '/api/reports', {
    name: 'By zone',
    ...shared,
    definition: {
      entity: 'contact',
      groups: [{ field: 'x_zone' }],
      measures: [{ id: 'n', function: 'count' }],
      chart: 'bar',
    },
  });
  const { body: segment } = await ask('POST', '/api/records/segment', {
    name: 'North',
    condition: { where: { x_zone: { eq: 'north' } } },
  });
  await ask('POST', '/api/roles', {
    id: 'zone-keeper',
    label: { en: 'Zone keeper' },
    grants: [{ entity: 'contact', actions: ['read'], where: { x_zone: { eq: 'north' } } }],
    permissions: [],
  });
  const { body: made } = await ask('POST', '/api/screens', {
    ...{ kind: 'dashboard', entity: 'contact', label: { en: 'Zones' } },
  });
  const path = `/api/screens/${String(made['id'])}`;
  const { body: opened } = await ask('GET', path);
  const tree = opened['tree'] as { children: { id: string; children: unknown[] }[] };
  const chart = { id: 'c', node: 'chart', chart: 'bar', entity: 'contact', measure: { function: 'count' } };
  tree.children.find(({ id }) => id === '#body')!.children.push({ ...chart, group: { field: 'x_zone' } });
  expect((await ask('PUT', path, { version: opened['version'], tree })).status).toBe(200);
  // when the field goes, and the plan has named what uses it
  const removal = { operations: [{ op: 'removeField', id: 'x_zone' }] };
  const { body: plan } = await ask('POST', '/api/entities/contact/plan', removal);
  const kinds = new Set((plan['uses'] as { kind: string }[]).map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual(['report', 'role', 'screen', 'segment', 'view']);
  expect((plan['notes'] as { text: string }[])[0]!.text).toContain('“Zone”');
  expect((await change(...removal.operations)).status).toBe(200);
  // then each is there, and says what is wrong with it in a sentence that names the field as people did
  const items = async (where: string) => (await ask('GET', where)).body.items;
  expect((await items('/api/views?entity=contact&kind=list'))[0]).toMatchObject({
    problems: ['“Contact” has no field “Zone”. Take it out of the view.'],
  });
  const run = await ask('POST', '/api/reports/run', { definition: report['definition'] });
  expect(run.status).toBe(422);
  expect((run.body['errors'] as { message: string }[])[0]!.message).toContain('“Zone” was removed');
  const { condition } = segment as { condition?: unknown };
  const preview = await ask('POST', '/api/segments/preview', { entity: 'contact', condition });
  expect(preview.status).toBe(422);
  expect((preview.body['errors'] as { message: string }[])[0]!.message).toContain('“Zone” was removed');
  expect(JSON.stringify((await ask('GET', path)).body['problems'])).toContain('“Zone” was removed');
  const keeper = (await items('/api/roles')).find(({ id }) => id === 'zone-keeper')!;
  expect(JSON.stringify(keeper['broken'])).toContain('x_zone');
  // and the pages of the entity go on
  for (const page of ['/api/meta', '/api/screens', '/api/reports', '/api/flows', '/api/records/contact'])
    expect([page, (await ask('GET', page)).status]).toEqual([page, 200]);
  expect((await ask('GET', `/api/segments/${String(segment['id'])}`)).status).toBe(200);
});
