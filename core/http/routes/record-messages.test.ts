import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
});
afterAll(() => world.close());

test('who may read a record reads what was sent about it, but neither what it said nor where to; nobody else does', async () => {
  // given
  await world.person('Reader', ['customers.reader']);
  await world.person('Stranger', []);
  const { body: ann } = await world.call('admin', 'POST', '/api/records/contact', { name: 'Ann' });
  const record = { entity: 'contact', id: (ann as unknown as { id: string }).id };
  const message = { channel: 'email', purpose: 'service', to: 'ann@example.com', text: 'Secret' };
  await world.outbox.queue([
    { ...message, key: 'first', subject: 'Welcome', record },
    { ...message, key: 'other', subject: 'About nobody' },
  ]);
  await world.sql`update core.outbox set state = 'sent', sent_at = now() where subject = 'Welcome'`;
  // then
  const path = `/api/records/contact/${record.id}/messages`;
  const { body } = await world.call('Reader', 'GET', path);
  expect(body.items).toMatchObject([{ channel: 'email', subject: 'Welcome', state: 'sent' }]);
  expect(JSON.stringify(body)).not.toMatch(/Secret|ann@example\.com/);
  expect((await world.call('Stranger', 'GET', path)).status).toBe(404);
});
