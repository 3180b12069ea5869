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

const bounce = (messageId: string, status: string, headers: readonly string[] = []) =>
  [
    ...headers,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; gone@example.org',
    'Action: failed',
    `Status: ${status}`,
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${messageId}`,
    '',
    'Hello',
    '--b--',
    '',
  ].join('\r\n');
const reported = (messageId: string, status: string) =>
  world.call('admin', 'POST', '/api/outbox/reports', bounce(messageId, status));
const suppressedFor = async (address: string) =>
  (await world.sql`select reason from core.suppression where address = ${address}`)[0]?.['reason'];

test('a hard bounce is noted, and its address not written to again', async () => {
  const { id, messageId } = await sent('gone@example.org');
  const answer = await reported(messageId, '5.1.1');
  expect(answer).toMatchObject({ status: 200, body: { kind: 'bounced', isHard: true, isNoted: true } });
  expect((await rowOf(id))?.['bounced_at']).not.toBeNull();
  expect(await suppressedFor('gone@example.org')).toBe('bounce');
});

test('a mail that came back softly at first and then for good suppresses its address, and is told once', async () => {
  const { id, messageId } = await sent('full@example.org');
  expect(await reported(messageId, '4.2.2')).toMatchObject({ body: { isHard: false, isNoted: true } });
  expect(await suppressedFor('full@example.org')).toBeUndefined();
  expect(await reported(messageId, '5.1.1')).toMatchObject({ body: { isHard: true, isNoted: false } });
  expect(await suppressedFor('full@example.org')).toBe('bounce');
  const told = await world.sql`
    select 1 from core.event where type = 'message.bounced' and changes #>> '{message,after}' = ${id}`;
  expect(told).toHaveLength(1);
});

test('an address that was suppressed by hand and does not exist gets not even what is service', async () => {
  const { messageId } = await sent('left@example.org');
  await world.call('admin', 'POST', '/api/suppressions', { address: 'left@example.org' });
  await reported(messageId, '5.1.1');
  expect(await suppressedFor('left@example.org')).toBe('bounce');
});

test('what a mail server has against us or against one mail leaves the address as it was', async () => {
  for (const status of ['5.7.1', '5.2.2', '5.1.8', '5.3.4']) {
    const { id, messageId } = await sent(`fine${status}@example.org`);
    expect(await reported(messageId, status)).toMatchObject({ body: { isHard: false, isNoted: true } });
    expect((await rowOf(id))?.['bounced_at']).not.toBeNull();
    expect(await suppressedFor(`fine${status}@example.org`)).toBeUndefined();
  }
});

test('a bounce that comes into the mailbox is noted as one that is handed over', async () => {
  const { id, messageId } = await sent('moved@example.org');
  const headers = [
    'From: MAILER-DAEMON@mx.example',
    'To: relata@crm.example',
    'Subject: Undelivered',
    'Auto-Submitted: auto-replied',
    'Message-ID: <report-1@mx.example>',
  ];
  const raw = bounce(messageId, '5.1.1', headers);
  const taken = await world.call('admin', 'POST', '/api/inbound/mail', raw);
  expect(taken.body).toMatchObject({ state: 'refused', reason: 'mail-report' });
  expect((await rowOf(id))?.['bounced_at']).not.toBeNull();
  expect(await suppressedFor('moved@example.org')).toBe('bounce');
});
