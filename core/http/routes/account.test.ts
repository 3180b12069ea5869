/** People come by link, act through keys, and go without their work being lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import { heldWorkItems } from '../../flow/operations/held-work-items.ts';
import { fail, type Job, type JobHandler } from '../../job/index.ts';
import { handOverJob } from '../../people/index.ts';

let world: AppWorld;
let gone: string;
let heir: string;

beforeAll(async () => {
  world = await appWorld();
  const grants = [{ entity: 'account', actions: ['read', 'update'], where: { owner: '$actor.id' } }];
  await world.call('admin', 'POST', '/api/roles', { id: 'own', grants, permissions: [] });
  await world.call('admin', 'POST', '/api/roles', { id: 'idle', grants: [], permissions: [] });
  await world.person('Root', ['administrator']);
  gone = await world.person('Gone', ['own', 'idle']);
  heir = await world.person('Heir', ['own']);
  for (const name of ['One', 'Two', 'Three'])
    await world.call('admin', 'POST', '/api/records/account', { name, owner: gone });
});
afterAll(() => world.close());

const nameCount = async (who: string): Promise<unknown> =>
  (await world.call(who, 'GET', '/api/records/account')).body.items?.length;

describe('an invitation', () => {
  test('given a link, when a password is chosen, then they can sign in, and the link works once', async () => {
    const { body: made } = await world.call('admin', 'POST', '/api/users', {
      name: 'New',
      email: 'new@example.com',
      roles: ['own'],
    });
    const { status, body } = await world.call('admin', 'POST', `/api/users/${String(made['id'])}/invite`);
    expect([status, body['hasMail'], body['isMailed']]).toEqual([201, false, false]);
    const token = String(body['link']).split('/').at(-1)!;
    const known = await world.call('nobody', 'GET', `/api/invitations/${token}`);
    expect(known.body).toMatchObject({ name: 'New', email: 'new@example.com' });
    const short = await world.call('nobody', 'POST', `/api/invitations/${token}`, { password: 'short' });
    expect(short.body['errors']).toMatchObject([{ code: 'password-short' }]);
    const password = 'a password of my own';
    expect((await world.call('nobody', 'POST', `/api/invitations/${token}`, { password })).status).toBe(200);
    const again = await world.call('nobody', 'POST', `/api/invitations/${token}`, { password });
    expect(again.body['code']).toBe('invitation-gone');
    const signIn = { email: 'new@example.com', password };
    expect((await world.call('nobody', 'POST', '/api/auth/sign-in/email', signIn)).status).toBe(200);
  });

  test('given an administrator who reads Chinese, then who is added reads it too, unless told otherwise', async () => {
    await world.call('Root', 'PATCH', '/api/me', { locale: 'zh-CN' });
    const added = { name: 'Mei', email: 'mei@example.com', roles: ['own'] };
    const mei = await world.call('Root', 'POST', '/api/users', added);
    expect(mei.body['locale']).toBe('zh-CN');
    const told = { name: 'Tom', email: 'tom@example.com', locale: 'en' };
    const tom = await world.call('Root', 'POST', '/api/users', told);
    expect(tom.body['locale']).toBe('en');
    await world.call('Root', 'PATCH', '/api/me', { locale: 'en' });
  });
});

describe('a personal key', () => {
  test('given some roles only, then it acts as the person within them, until it is revoked', async () => {
    const foreign = await world.call('Heir', 'POST', '/api/me/keys', { name: 'x', roles: ['administrator'] });
    expect(foreign.body['errors']).toMatchObject([{ code: 'key-role' }]);
    const { body: whole } = await world.call('Gone', 'POST', '/api/me/keys', { name: 'All' });
    const { body: idle } = await world.call('Gone', 'POST', '/api/me/keys', {
      name: 'Idle',
      roles: ['idle'],
    });
    const [all, none] = [`key ${String(whole['key'])}`, `key ${String(idle['key'])}`];
    expect((await world.call(all, 'GET', '/api/records/account')).body.items).toHaveLength(3);
    expect((await world.call(none, 'GET', '/api/records/account')).body.items).toEqual([]);
    expect((await world.call(all, 'POST', '/api/me/keys', { name: 'more' })).status).toBe(409);
    const { body: keys } = await world.call('Gone', 'GET', '/api/me/keys');
    expect(JSON.stringify(keys)).not.toContain(String(whole['key']));
    await world.call('Gone', 'DELETE', `/api/me/keys/${String(whole['id'])}`);
    expect((await world.call(all, 'GET', '/api/records/account')).status).toBe(401);
  });
});

describe('sessions', () => {
  test('given two, when the others are ended, then one’s own stays', async () => {
    await world.call('nobody', 'POST', '/api/auth/sign-in/email', {
      email: 'heir@example.com',
      password: 'correct horse battery',
    });
    const { body } = await world.call('Heir', 'GET', '/api/me/sessions');
    expect(body.items.filter((one) => one['isOwn'])).toHaveLength(1);
    expect(body.items).toHaveLength(2);
    expect((await world.call('Heir', 'DELETE', '/api/me/sessions')).body).toEqual({ ended: 1 });
    expect((await world.call('Heir', 'GET', '/api/me')).status).not.toBe(401);
  });
});

describe('a hand-over', () => {
  test('given what somebody holds, when they go, then it is others’, and it can be taken back', async () => {
    const { body: plan } = await world.call('admin', 'GET', `/api/users/${gone}/holdings`);
    expect(plan['entities']).toMatchObject([{ entity: 'account', count: 3 }]);
    const wrong = { plan: { entities: { account: gone } } };
    const refused = await world.call('admin', 'POST', `/api/users/${gone}/deactivate`, wrong);
    expect(refused.body['errors']).toMatchObject([{ code: 'receiver-unknown' }]);
    const { body } = await world.call('admin', 'POST', `/api/users/${gone}/deactivate`, {
      plan: { entities: { account: heir } },
    });
    expect((await world.call('Gone', 'GET', '/api/records/account')).status).toBe(401);
    await runJob();
    const path = `/api/hand-overs/${String(body['handOver'])}`;
    expect((await world.call('admin', 'GET', path)).body).toMatchObject({
      state: 'done',
      total: 3,
      done: 3,
      failed: 0,
    });
    expect(await nameCount('Heir')).toBe(3);
    const undone = await world.call('admin', 'POST', `${path}/undo`);
    expect(undone.body).toMatchObject({ records: 3, skipped: 0 });
    expect(await nameCount('Heir')).toBe(0);
    expect((await world.call('admin', 'GET', `/api/users/${gone}`)).body['isActive']).toBe(true);
  });

  test('given one that failed, when its job is tried again, then it goes on to its end', async () => {
    const plan = { entities: { account: heir } };
    const { body } = await world.call('admin', 'POST', `/api/users/${gone}/deactivate`, { plan });
    const path = `/api/hand-overs/${String(body['handOver'])}`;
    const job = await heldJob();
    await handler().onFailed!([job], 'The server ended.');
    await fail(world.sql, [job.id], 'The server ended.');
    expect((await world.call('admin', 'GET', path)).body['state']).toBe('failed');
    const retried = await world.call('admin', 'POST', '/api/jobs/retry', { ids: [job.id] });
    expect(retried.body).toEqual({ changed: 1 });
    await runJob();
    expect((await world.call('admin', 'GET', path)).body).toMatchObject({
      state: 'done',
      done: 3,
      failed: 0,
    });
    expect(await nameCount('Heir')).toBe(3);
  });
});

const handler = (): JobHandler =>
  handOverJob({
    ...world,
    shapes: world.models.shapes,
    workItems: heldWorkItems({ sql: world.sql, changes: { add: () => {} } }),
  });

async function heldJob(): Promise<Job> {
  const [job] = await world.sql<Job[]>`
    update core.job set leased_by = 1 where kind = 'people.hand-over' returning id, kind, payload`;
  return job!;
}

/** As the thread of jobs does it. */
async function runJob(): Promise<void> {
  await handler().run([await heldJob()], { worker: 1, signal: new AbortController().signal });
}

describe('calendars', () => {
  test('given a team with other hours, then it is kept, told by name to all, and refused where it is not clear', async () => {
    const hours = [[['22:00', '24:00']], [['00:00', '06:00']], [], [], [], [], []];
    const night = {
      id: 'night',
      name: 'Night shift',
      timeZone: 'Asia/Shanghai',
      hours,
      holidays: ['2026-10-01'],
    };
    const save = (calendars: unknown[]) => world.call('admin', 'PATCH', '/api/company', { calendars });
    expect((await save([night])).body['calendars']).toEqual([night]);
    const meta = await world.call('Heir', 'GET', '/api/meta');
    expect(meta.body['company']).toMatchObject({ calendars: [{ id: 'night', name: 'Night shift' }] });
    const twice = await save([night, { ...night, id: 'other' }]);
    expect([twice.status, JSON.stringify(twice.body)]).toEqual([
      422,
      expect.stringContaining('calendar-twice'),
    ]);
    expect((await save([{ ...night, id: 'company' }])).status).toBe(422);
    const withMonday = (monday: string[][]) => save([{ ...night, hours: [monday, ...hours.slice(1)] }]);
    const sentence = async (monday: string[][]) => JSON.stringify((await withMonday(monday)).body);
    expect(await sentence([['9:00', '25:00']])).toContain('must be a time of day such as 09:00');
    expect(await sentence([['13:00', '09:00']])).toContain('must follow each other');
    expect((await world.call('Heir', 'PATCH', '/api/company', { calendars: [] })).status).toBe(403);
    expect((await save([])).status).toBe(200);
  });
});

describe('teams', () => {
  test('given a tree, when a team would stand under itself, then it is refused; an empty one goes', async () => {
    const make = async (name: string, parent: string | null): Promise<string> =>
      String((await world.call('admin', 'POST', '/api/teams', { name, parent })).body['id']);
    const top = await make('Top', null);
    const low = await make('Low', top);
    const ring = await world.call('admin', 'PATCH', `/api/teams/${top}`, { parent: low });
    expect(ring.body['errors']).toMatchObject([{ code: 'team-ring' }]);
    expect((await world.call('admin', 'DELETE', `/api/teams/${top}`)).body['code']).toBe('team-in-use');
    expect(
      (await world.call('admin', 'PATCH', `/api/teams/${low}`, { parent: null })).body['parent'],
    ).toBeNull();
    expect((await world.call('admin', 'DELETE', `/api/teams/${top}`)).status).toBe(204);
  });
});
