import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import { withTracking } from '../../channel/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
});
afterAll(() => world.close());

const sent = async (to: string): Promise<{ id: string; messageId: string }> => {
  const messageId = `<${to}>`;
  const [id = ''] = await world.outbox.queue([
    { key: to, channel: 'email', purpose: 'service', to, subject: 'Hello', text: 'x' },
  ]);
  await world.sql`
    update core.outbox set state = 'sent', message_id = ${messageId}, sent_at = now() - interval '1 hour' where id = ${id}`;
  return { id, messageId };
};
const rowOf = async (id: string) =>
  (await world.sql`select opened_at, clicked_at, bounced_at from core.outbox where id = ${id}`)[0];

test('a click leads on to where the mail meant and is noted once; a forged one leads nowhere', async () => {
  const { id } = await sent('ann@example.com');
  const html = withTracking({
    ...{ html: '<a href="https://shop.example/">Shop</a>', id, links: world.links, url: '' },
  });
  const [, path = ''] = /href="(\/api\/links\/[^"]+)"/.exec(html) ?? [];
  const click = () => world.open(path, { 'user-agent': 'Mozilla/5.0 Firefox/140' });
  const answer = await click();
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://shop.example/']);
  await click();
  const events = await world.sql`select 1 from core.event where type = 'message.clicked'`;
  expect(events).toHaveLength(1);
  const forged = await world.open(`${path}x`, {
    ...{ 'user-agent': 'Mozilla/5.0', accept: 'text/html,*/*;q=0.8', 'accept-language': 'zh' },
  });
  expect(forged.status).toBe(400);
  expect(await forged.text()).toContain('这不是我们的链接');
});

test('a click link that is over leads nowhere, is not counted, and says so on a page', async () => {
  const { id } = await sent('late@example.com');
  const token = world.links.sign('click', { id, target: 'https://shop.example/' }, -1_000);
  const late = await world.open(`/api/links/${token}`, {
    ...{ 'user-agent': 'Mozilla/5.0 Firefox/140', accept: 'text/html,*/*;q=0.8' },
  });
  expect([late.status, late.headers.get('location')]).toEqual([410, null]);
  expect(await late.text()).toContain('This link is too old.');
  expect(await rowOf(id)).toMatchObject({ clicked_at: null });
});

test('a scanner that follows every link is led on, and not counted', async () => {
  const { id } = await sent('bo@example.com');
  const token = world.links.sign('open', { id }, 60_000);
  expect((await world.open(`/api/links/open/${token}`, { 'user-agent': 'Barracuda' })).status).toBe(200);
  expect(await rowOf(id)).toMatchObject({ opened_at: null });
  await world.open(`/api/links/open/${token}`, { 'user-agent': 'Mozilla/5.0 Thunderbird/140' });
  expect((await rowOf(id))?.['opened_at']).not.toBeNull();
});

test('a hard bounce is noted, and its address not written to again', async () => {
  const { id, messageId } = await sent('gone@example.org');
  const report = [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; gone@example.org',
    'Action: failed',
    'Status: 5.1.1',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${messageId}`,
    '',
    'Hello',
    '--b--',
    '',
  ].join('\r\n');
  const answer = await world.call('admin', 'POST', '/api/outbox/reports', report);
  expect(answer).toMatchObject({ status: 200, body: { kind: 'bounced', isHard: true, isNoted: true } });
  expect((await rowOf(id))?.['bounced_at']).not.toBeNull();
  const [kept] = await world.sql`select reason from core.suppression where address = 'gone@example.org'`;
  expect(kept).toMatchObject({ reason: 'bounce' });
});
