import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { smtpSink, type SmtpSink } from '../../../tests/support/smtp-sink.ts';
import { readConfig } from '../../config.ts';
import { createFiles } from '../../file/index.ts';
import type { Channel } from '../channel.ts';
import { createChannels } from '../channels.ts';
import { createGate } from '../gate/gate.ts';
import { frameOf } from '../template/framed.ts';
import { createDomainPace } from './domain-pace.ts';
import { deliverNow, type DeliveryParts } from './delivery.ts';
import { clearContents } from './clear-contents.ts';
import { createOutbox, type NewMessage, type Outbox } from './outbox.ts';
import { listMessages, readMessage, sendAgain, stopMessages } from './read-outbox.ts';
import { sendNow } from './send-now.ts';
import { reclaimMessages } from './sql/write-outcomes.ts';

let database: TestDatabase;
let sink: SmtpSink;
let outbox: Outbox;
let parts: DeliveryParts;
let trial: ReadonlyMap<string, Channel>;
let now = Date.UTC(2026, 10, 22, 12);
const clock = { now: () => now };
const { signal } = new AbortController();

beforeAll(async () => {
  database = await testDatabase();
  sink = await smtpSink();
  const config = readConfig({
    SMTP_URL: sink.url,
    RELATA_MAIL_FROM: 'us@example.com',
    RELATA_SECRET: 's'.repeat(32),
  });
  const guard = {
    gate: createGate({ sql: database.sql, now: clock.now, timeZone: () => Promise.resolve('UTC') }),
    leaveLink: () => 'https://crm.example.com/leave',
  };
  const setting = { secret: 's', guard, connections: 2 };
  const channels = createChannels(config, setting);
  trial = createChannels({ ...config, isTrial: true }, setting);
  outbox = createOutbox({ sql: database.sql, clock, channels, wakeSoon: () => {} });
  parts = {
    ...{ sql: database.sql, clock, log: console, files: createFiles(database) },
    channelsOf: () => channels,
    pace: createDomainPace(undefined),
    track: (html) => html,
  };
});
afterAll(async () => {
  for (const channel of parts.channelsOf(2).values()) channel.close?.();
  await sink.close();
  await database.close();
});
beforeEach(() => {
  sink.received.length = 0;
  sink.refuse = null;
});

let count = 0;
const message = (more: Partial<NewMessage> = {}): NewMessage => ({
  key: `k${++count}`,
  channel: 'email',
  purpose: 'service',
  to: 'ann@example.com',
  subject: 'Hello',
  text: 'Good day',
  ...more,
});
const stateOf = async (id: string) =>
  (await database.sql`select state, reason, unclear, attempts from core.outbox where id = ${id}`)[0];
const send = async (given: NewMessage) => {
  const [id = ''] = await outbox.queue([given]);
  await database.sql`update core.outbox set lane = 2 where id = ${id}`;
  await deliverNow(parts, id, signal);
  return id;
};

test('a message is sent once, however often the same is asked for', async () => {
  const same = message({ html: '<p>Good day</p>' });
  const first = await send(same);
  const again = await send(same);
  expect(again).toBe(first);
  expect(sink.received.map(({ to }) => to)).toEqual([['ann@example.com']]);
  expect(sink.received[0]?.mail).toMatchObject({ subject: 'Hello', text: 'Good day' });
  expect(await stateOf(first)).toMatchObject({ state: 'sent', attempts: 1, unclear: 0 });
});

test('what nobody agreed to stops at the gate, by queue, at once and when sent again', async () => {
  const [queued = ''] = await outbox.queue([message({ purpose: 'offers' })]);
  const noted = await outbox.note(message({ purpose: 'offers' }));
  await deliverNow(parts, queued, signal);
  await deliverNow(parts, noted, signal);
  await database.sql`update core.outbox set lane = 2 where id = ${queued}`;
  await deliverNow(parts, queued, signal);
  await sendAgain(database.sql, [noted], now);
  await deliverNow(parts, noted, signal);
  for (const id of [queued, noted])
    expect(await stateOf(id)).toMatchObject({ state: 'refused', reason: 'held-back.no-consent' });
  expect(sink.received).toEqual([]);
});

test('at night it waits, and goes in the morning with the way out of one click', async () => {
  // given somebody who agreed, and eleven at night
  await database.sql`
    insert into core.consent (id, channel, address, purpose, state, source, shown, language, said_by, said_at)
    values (gen_random_uuid(), 'email', 'ann@example.com', 'news', 'given', 'form', 'News?', 'en', 'ann', now())`;
  const noon = now;
  now = Date.UTC(2026, 10, 22, 23);
  const id = await send(message({ purpose: 'news' }));
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', reason: 'message-quiet-hours', attempts: 0 });
  expect(sink.received).toEqual([]);
  // when it is noon again
  now = noon + 86_400_000;
  await deliverNow(parts, id, signal);
  expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
  await send(message());
  const header = (index: number) =>
    sink.received[index]?.mail.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value;
  expect([header(0), header(1)]).toEqual(['List-Unsubscribe=One-Click', undefined]);
});

test.each([
  ['no address', { to: 'nobody' }, 'mail-address-malformed'],
  ['two recipients in one', { to: 'a@example.com, b@example.com' }, 'mail-address-malformed'],
  ['a line break in the address', { to: 'a@example.com\r\nBcc: b@example.com' }, 'mail-address-malformed'],
  ['a line break in the subject', { subject: 'Hi\r\nBcc: b@example.com' }, 'message-line-break'],
  ['a line break in a header', { headers: { 'X-A': 'a\nBcc: b@example.com' } }, 'message-line-break'],
  ['a phone number that is none', { channel: 'sms', to: '110' }, 'phone-malformed'],
  ['a file as webhook', { channel: 'webhook', to: 'file:///etc/passwd' }, 'webhook-malformed'],
  ['an unknown channel', { channel: 'pigeon' }, 'channel-unknown'],
  ['50 MB', { text: 'x'.repeat(50 * 1024 * 1024) }, 'message-large'],
])('%s is refused with a sentence', async (_name, more, code) => {
  await expect(outbox.queue([message(more)])).rejects.toMatchObject({ status: 422, code });
});

test('a mailbox that is away is tried again, one that does not exist is not', async () => {
  sink.refuse = { code: 451, times: 1 };
  const away = await send(message());
  expect(await stateOf(away)).toMatchObject({ state: 'waiting', reason: 'message-tried-again' });
  now += 3_600_000;
  await deliverNow(parts, away, signal);
  expect(await stateOf(away)).toMatchObject({ state: 'sent', attempts: 2 });
  sink.refuse = { code: 550, times: 1 };
  expect(await stateOf(await send(message()))).toMatchObject({ state: 'failed', reason: 'mail-refused' });
});

test('an address that the mail server does not know is not asked for again; a rule of the server is no such thing', async () => {
  const [gone, fine] = ['gone@example.com', 'fine@example.com'];
  sink.refuse = { code: 550, times: 1, text: '5.1.1 No such user here' };
  expect(await stateOf(await send(message({ to: gone })))).toMatchObject({ state: 'failed' });
  expect(await stateOf(await send(message({ to: gone })))).toMatchObject({
    state: 'refused',
    reason: 'held-back.suppressed',
  });
  sink.refuse = { code: 550, times: 1, text: '5.7.1 We do not like what you write' };
  expect(await stateOf(await send(message({ to: fine })))).toMatchObject({ state: 'failed' });
  expect(await stateOf(await send(message({ to: fine })))).toMatchObject({ state: 'sent' });
});

test('the address of a webhook is a secret: who looks at the outbox sees its server, and finds it by no more', async () => {
  const to = 'https://user:word@hooks.example.com:8443/T01/s3cret?key=more';
  const [id = ''] = await outbox.queue([message({ channel: 'webhook', to })]);
  expect((await readMessage(database.sql, id)).recipient).toBe('https://hooks.example.com:8443/…');
  const found = async (search: string) => (await listMessages(database.sql, { search, limit: 9 })).items;
  expect(await found('hooks.example.com')).toMatchObject([
    { id, recipient: 'https://hooks.example.com:8443/…' },
  ]);
  expect(await found('s3cret')).toEqual([]);
  expect((await found('ann@example.com')).length).toBeGreaterThan(0);
  await stopMessages(database.sql, [id]);
});

test('what was being sent when a process ended goes again, and is counted', async () => {
  const id = await send(message());
  await database.sql`update core.outbox set state = 'sending', lease_until = now() - interval '1 s' where id = ${id}`;
  await reclaimMessages(database.sql, 2);
  await deliverNow(parts, id, signal);
  expect(await stateOf(id)).toMatchObject({ state: 'sent', unclear: 1 });
  const ids = sink.received.map(({ mail }) => mail.messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('who asks for a message that another process is sending waits for that one, and when it is lost sends it as the same', async () => {
  // given a process that was lost while it sent
  const asked = message();
  const id = await send(asked);
  const ask = () => sendNow({ sql: database.sql, outbox, delivery: parts }, asked, signal);
  const leased = (seconds: number) => database.sql`
    update core.outbox set state = 'sending', lease_until = now() + ${seconds} * interval '1 s' where id = ${id}`;
  await leased(60);
  // then one waits until its lease is over
  const waits = await ask();
  expect(waits).toMatchObject({ state: 'waiting', reason: 'message-being-sent' });
  expect((waits as { until: number }).until).toBeGreaterThan(now + 50_000);
  expect(sink.received).toHaveLength(1);
  // when it is
  await leased(-1);
  expect(await ask()).toMatchObject({ state: 'waiting', reason: 'message-being-sent', until: now + 1_000 });
  expect(await ask()).toMatchObject({ state: 'sent' });
  expect(new Set(sink.received.map(({ mail }) => mail.messageId)).size).toBe(1);
  expect(await stateOf(id)).toMatchObject({ state: 'sent', unclear: 1 });
});

test('files are kept once and attached when the message goes; one that is gone is refused, or fails it', async () => {
  const files = createFiles({ sql: database.sql });
  const stored = (bytes: Buffer) =>
    files.write({
      name: 'x',
      createdBy: 'test',
      bytes: (async function* () {
        yield bytes;
      })(),
    });
  const { id: file } = await stored(Buffer.from('ten percent'));
  // when two messages name it
  const attached = { files: [{ file, name: 'Offer.txt' }] };
  const sent = await send(message(attached));
  await send(message(attached));
  // then both carry it, and neither row does
  expect(sink.received.map(({ mail }) => mail.attachments)).toMatchObject([
    [{ filename: 'Offer.txt', mimeType: 'text/plain' }],
    [{ filename: 'Offer.txt' }],
  ]);
  const [row] = await database.sql`select content from core.outbox where id = ${sent}`;
  expect(JSON.stringify(row)).not.toContain(Buffer.from('ten percent').toString('base64'));
  // and what is too large is refused as if it were in the message
  const { id: large } = await stored(Buffer.alloc(11 * 1024 * 1024));
  await expect(outbox.queue([message({ files: [{ file: large, name: 'a' }] })])).rejects.toMatchObject({
    code: 'message-large',
  });
  // and when it is gone by the time it goes, nothing leaves
  const [waits = ''] = await outbox.queue([message(attached)]);
  await files.remove(file);
  await deliverNow(parts, waits, signal);
  expect(await stateOf(waits)).toMatchObject({ state: 'failed' });
  expect(sink.received).toHaveLength(2);
  await expect(outbox.queue([message(attached)])).rejects.toMatchObject({ code: 'message-file-missing' });
});

test('in trial nothing leaves, and the outbox shows what would have', async () => {
  const [id = ''] = await outbox.queue([message()]);
  await deliverNow({ ...parts, channelsOf: () => trial }, id, signal);
  expect(await stateOf(id)).toMatchObject({ state: 'trial' });
  expect(sink.received).toEqual([]);
});

test('what waits can be stopped, and sent after all', async () => {
  const [id = ''] = await outbox.queue([message()]);
  expect(await stopMessages(database.sql, [id])).toBe(1);
  await deliverNow(parts, id, signal);
  expect(sink.received).toEqual([]);
  expect(await sendAgain(database.sql, [id], now)).toBe(1);
  await deliverNow(parts, id, signal);
  expect(sink.received).toHaveLength(1);
});

test('a domain gets a second’s worth at once, the rest in its turn', () => {
  const pace = createDomainPace(2);
  const waits = [1, 2, 3, 4].map(() => pace.take('a@slow.example', 0));
  expect(waits.slice(0, 2)).toEqual([0, 0]);
  expect(waits[2]).toBeGreaterThan(0);
  expect(pace.take('a@other.example', 0)).toBe(0);
});

test('what messages said goes when the company keeps it no longer, with frames that nothing needs; what waits stays', async () => {
  // given a message of long ago that was sent, one that waits, and one of today
  const day = 86_400_000;
  const framed = (text: string) => ({ frame: frameOf([`<p>${text} `, '</p>']), holes: ['Ann'] });
  const today = now;
  now = today - 100 * day;
  const old = await send(message({ text: '', framed: framed('Old') }));
  const [waiting = ''] = await outbox.queue([message({ text: 'Later', dueAt: today + day })]);
  now = today;
  const fresh = await send(message({ text: '', framed: framed('New') }));
  // when it is kept for good, then for ninety days
  expect(await clearContents(database.sql, { days: null, now })).toBe(0);
  expect(await clearContents(database.sql, { days: 90, now })).toBeGreaterThan(0);
  // then
  expect(await readMessage(database.sql, old)).toMatchObject({ state: 'sent', content: { isGone: true } });
  expect((await readMessage(database.sql, waiting)).content.text).toBe('Later');
  expect((await readMessage(database.sql, fresh)).content.html).toContain('New');
  const frames = () => database.sql`select from core.message_frame where pieces::text like '%Old%'`;
  expect(await frames()).toHaveLength(1);
  // when what waited is over too
  await stopMessages(database.sql, [waiting]);
  await clearContents(database.sql, { days: 90, now });
  // then
  expect(await frames()).toHaveLength(0);
  expect((await readMessage(database.sql, fresh)).content.html).toContain('New');
});
