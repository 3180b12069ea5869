/** Whoever looks after the background finds what a job is about, as far as they may go there. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import { createFiles } from '../../file/index.ts';
import { enqueue, fail } from '../../job/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
});
afterAll(() => world.close());

const [imported, instance] = [randomUUID(), randomUUID()];
const places = async (who: string): Promise<Record<string, string | null>> => {
  const { body } = await world.call(who, 'GET', '/api/jobs?figures=false');
  return Object.fromEntries(body.items.map(({ kind, place }) => [kind, place]));
};

test('failed jobs lead to what they are about', async () => {
  // given
  const { sql } = world;
  const bytes = Buffer.from('name');
  const [file] = await createFiles(world).writeWhole([{ name: 'people.csv', createdBy: 'system', bytes }]);
  await sql`
    insert into core.import (id, file_id, target, name, source, mapping, options, actor, created_by)
    values (${imported}, ${file!.id}, 'account', 'People', '{}', '{}', '{}', '{}', 'system')`;
  const job = (kind: string, payload: object, target?: string) =>
    ({ kind, payload, target, lane: 3, dueAt: Date.now() }) as const;
  const ids = await enqueue(sql, [
    job('import.run', { import: imported }),
    job('segment.build', { segment: randomUUID() }),
    job('flow.start', { flow: 'welcome', items: [] }, randomUUID()),
    job('flow.timer', {}, instance),
    job('channel.mailbox', {}),
  ]);
  await fail(sql, ids, 'no');
  // then
  expect(await places('admin')).toEqual({
    'import.run': `/import/account?import=${imported}`,
    // a segment that is gone, and a mailbox, have no page
    'segment.build': null,
    'channel.mailbox': null,
    'flow.start': '/flows/welcome',
    'flow.timer': `/instances/${instance}`,
  });
  // and nobody is led to where they may not go
  const role = { id: 'operator', permissions: ['flows.operate'], grants: [] };
  await world.call('admin', 'POST', '/api/roles', role);
  await world.person('Opal', ['operator']);
  expect(await places('Opal')).toMatchObject({ 'import.run': null, 'flow.start': '/flows/welcome' });
});

test('figures of everything come where they are asked for', async () => {
  expect((await world.call('admin', 'GET', '/api/jobs')).body['figures']).toMatchObject({
    failed: { count: 5, isCapped: false },
  });
  expect((await world.call('admin', 'GET', '/api/jobs?figures=false')).body).not.toHaveProperty('figures');
});
