import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailChannel } from './email.ts';

const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
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

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const signal = new AbortController().signal;

test('a message arrives, and the same key gives the same Message-ID', async () => {
  const channel = emailChannel({ url, from: 'relata@example.com' });
  const message = { to: 'ann@example.com', subject: 'Hello', text: 'Good day' };
  const first = await channel.deliver(message, { idempotencyKey: 'i1:t1:1', signal });
  const again = await channel.deliver(message, { idempotencyKey: 'i1:t1:1', signal });
  expect(first).toMatchObject({ ok: true });
  expect(again).toEqual(first);
  expect(received[0]).toContain('Subject: Hello');
});

test('an address the server refuses for good is a final failure', async () => {
  const channel = emailChannel({ url, from: 'relata@example.com' });
  const sent = await channel.deliver(
    { to: 'nobody@example.com', subject: 'x', text: 'y' },
    { idempotencyKey: 'k', signal },
  );
  expect(sent).toMatchObject({ ok: false, isFinal: true });
});

test('a server that is away is worth another try', async () => {
  const channel = emailChannel({ url: 'smtp://127.0.0.1:1', from: 'relata@example.com' });
  const sent = await channel.deliver(
    { to: 'ann@example.com', subject: 'x', text: 'y' },
    { idempotencyKey: 'k', signal },
  );
  expect(sent).toMatchObject({ ok: false, isFinal: false });
});
