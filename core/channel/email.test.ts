import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { emailChannel } from './email.ts';
import { mimeOf } from './mime.ts';
import { createSmtpPool } from './smtp/pool.ts';
import { createGate } from './gate/gate.ts';
import type { Guard } from './gate/guarded-channel.ts';

const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  // Pools keep their connections open.
  closeTimeout: 100,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (address, _session, callback) =>
    callback(
      address.address.startsWith('nobody')
        ? Object.assign(new Error('No such person'), { responseCode: 550 })
        : null,
    ),
  onData: (stream, _session, callback) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    stream.on('end', () => {
      received.push(text);
      callback();
    });
  },
});
let url: string;
let database: TestDatabase;
let guard: Guard;

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  database = await testDatabase();
  guard = {
    gate: createGate({ sql: database.sql, now: Date.now, timeZone: () => Promise.resolve('UTC') }),
    leaveLink: () => 'https://crm.example/leave',
  };
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await database.close();
});

const signal = new AbortController().signal;

test('a message arrives, and the same key gives the same Message-ID', async () => {
  const channel = emailChannel({ url, from: 'relata@example.com', guard });
  const message = { to: 'ann@example.com', subject: 'Hello', text: 'Good day', purpose: 'service' };
  const first = await channel.deliver(message, { idempotencyKey: 'i1:t1:1', signal });
  const again = await channel.deliver(message, { idempotencyKey: 'i1:t1:1', signal });
  expect(first).toMatchObject({ ok: true });
  expect(again).toEqual(first);
  expect(received[0]).toContain('Subject: Hello');
});

test('a signature covers both headers of one-click unsubscription', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const dkim = { domainName: 'example.com', keySelector: 's1', privateKey };
  const channel = emailChannel({ url, from: 'relata@example.com', guard, dkim });
  const headers = {
    'List-Unsubscribe': '<https://crm.example/leave>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  await channel.deliver(
    { to: 'signed@example.com', subject: 'Hello', text: 'Good day', purpose: 'service', headers },
    { idempotencyKey: 'signed', signal },
  );
  const covered = /\bh=([^;]*)/.exec(received.find((mail) => mail.includes('To: signed@'))!)![1]!;
  const names = covered.replaceAll(/\s/g, '').split(':');
  expect(names).toEqual(expect.arrayContaining(['from', 'list-unsubscribe', 'list-unsubscribe-post']));
});

test('an address the server refuses for good is a final failure', async () => {
  const channel = emailChannel({ url, from: 'relata@example.com', guard });
  const sent = await channel.deliver(
    { to: 'nobody@example.com', subject: 'x', text: 'y', purpose: 'service' },
    { idempotencyKey: 'k', signal },
  );
  expect(sent).toMatchObject({ ok: false, isFinal: true });
});

test('a server that is away is worth another try', async () => {
  const channel = emailChannel({ url: 'smtp://127.0.0.1:1', from: 'relata@example.com', guard });
  const sent = await channel.deliver(
    { to: 'ann@example.com', subject: 'x', text: 'y', purpose: 'service' },
    { idempotencyKey: 'k', signal },
  );
  expect(sent).toMatchObject({ ok: false, isFinal: false });
});

test.each([
  ['one after the other', true],
  ['in one go, where the server says so', false],
])(
  'commands go %s; a refusal in between and an idle end disturb no other mail',
  async (_how, hidePIPELINING) => {
    // given a server with a password that takes one mail a connection, and says so only when asked for the next
    const came: string[] = [];
    const strict = new SMTPServer({
      ...{ hidePIPELINING, disabledCommands: ['STARTTLS'], closeTimeout: 100, allowInsecureAuth: true },
      onAuth: ({ username, password }, _session, callback) =>
        callback(password === 'right' ? null : new Error('Wrong password'), { user: username }),
      onRcptTo: ({ address }, _session, callback) =>
        callback(
          address.startsWith('nobody')
            ? Object.assign(new Error('No such person'), { responseCode: 550 })
            : null,
        ),
      onData: (stream, session, callback) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        stream.on('end', () => {
          came.push(`${session.id} ${session.envelope.rcptTo[0]?.address} ${text.endsWith('\r\n')}`);
          callback();
        });
      },
    });
    const sockets = new Set<Socket>();
    strict.server.on('connection', (socket: Socket) => sockets.add(socket));
    await new Promise<void>((resolve) => void strict.listen(0, '127.0.0.1', resolve));
    const at = `127.0.0.1:${(strict.server.address() as AddressInfo).port}`;
    const from = 'relata@example.com';
    const channel = emailChannel({ url: `smtp://us:right@${at}`, from, guard, connections: 1 });
    const send = (to: string) =>
      channel.deliver({ to, subject: 'x', text: 'y', purpose: 'service' }, { idempotencyKey: to, signal });
    // when
    const answers = await Promise.all(['a@example.com', 'nobody@example.com', 'b@example.com'].map(send));
    for (const socket of sockets) socket.destroy();
    const after = await send('c@example.com');
    // then
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(answers[1]).toMatchObject({ isFinal: true });
    expect(after).toMatchObject({ ok: true });
    const [first = '', second = '', third = ''] = came;
    const session = first.split(' ')[0];
    expect([first, second]).toEqual([`${session} a@example.com true`, `${session} b@example.com true`]);
    expect(third).toMatch(/ c@example\.com true$/);
    // and a wrong password is nothing that a mail should fail for
    const locked = emailChannel({ url: `smtp://us:wrong@${at}`, from, guard });
    const refused = locked.deliver(
      { to: 'a@example.com', subject: 'x', text: 'y', purpose: 'service' },
      { idempotencyKey: 'locked', signal },
    );
    expect(await refused).toMatchObject({ ok: false, isFinal: false });
    channel.close?.();
    await new Promise<void>((resolve) => strict.close(resolve));
  },
);

test('lines that begin with a dot arrive as they are', async () => {
  const pool = createSmtpPool({ url, connections: 1 });
  await pool.send({ from: 'us@example.com', to: 'ann@example.com', raw: '.A: b\r\n\r\n.\r\n..c\r\nd' });
  expect(received.at(-1)).toBe('.A: b\r\n\r\n.\r\n..c\r\nd\r\n');
  pool.close();
});

test('a second address, a name or a header in the text of an address or subject goes nowhere', async () => {
  const channel = emailChannel({ url, from: 'relata@example.com', guard });
  const options = { idempotencyKey: 'injected', signal };
  for (const to of [
    'ann@example.com, ben@example.com',
    'ann@example.com\r\nBcc: ben@example.com',
    'Ann <ann@example.com>',
  ])
    expect(await channel.deliver({ to, subject: 'x', text: 'y', purpose: 'service' }, options)).toMatchObject(
      { heldBack: 'address-invalid' },
    );
  const subject = 'Hi\r\nBcc: ben@example.com';
  expect(
    await channel.deliver({ to: 'ann@example.com', subject, text: 'y', purpose: 'service' }, options),
  ).toMatchObject({ ok: true });
  expect(received.at(-1)).toContain('Subject: Hi Bcc: ben@example.com');
  expect(received.at(-1)).not.toMatch(/^Bcc:/m);
});

test('what is written is what a mail program reads: both parts, names in any script, attachments, headers', async () => {
  const html = `<p>${'您好，世界 '.repeat(200)}</p>`;
  const subject = '给新客户的一个建议：四周、两台设备、无需付费。要为您安排吗？ – Grüße';
  const raw = mimeOf({
    ...{
      from: '"Mérano, Ltd." <us@example.com>',
      to: 'ann@example.com',
      subject,
      text: 'Good day\n.\n',
      html,
    },
    ...{ messageId: '<1@example.com>', date: new Date(0), headers: { 'X-A': 'b\r\nBcc: c@example.com' } },
    attachments: [
      { name: '报价 "1".txt', type: 'text/plain', content: Buffer.from('ten').toString('base64') },
    ],
  });
  const mail = await PostalMime.parse(raw);
  expect(mail).toMatchObject({ subject, messageId: '<1@example.com>', date: '1970-01-01T00:00:00.000Z' });
  expect(mail.from).toMatchObject({ name: 'Mérano, Ltd.', address: 'us@example.com' });
  expect([mail.html?.trim(), mail.text]).toEqual([html, 'Good day\n.\n']);
  expect(mail.attachments).toMatchObject([{ filename: '报价 "1".txt', mimeType: 'text/plain' }]);
  expect(mail.headers.filter(({ key }) => ['x-a', 'bcc'].includes(key))).toMatchObject([
    { key: 'x-a', value: 'b Bcc: c@example.com' },
  ]);
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(200);
});
