import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import type { TaskResult } from '../../task.ts';
import { sendSms } from './send-sms.ts';

interface Received {
  to: string;
  text: string;
  key: string | undefined;
}

let service: Server;
let world: AppWorld;
let answer = 200;
const received: Received[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      if (answer === 200) received.push({ ...JSON.parse(body), key: request.headers.authorization });
      response.writeHead(answer, { 'content-type': 'application/json' }).end('{"id":"sms-1"}');
    });
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  const { port } = service.address() as { port: number }; // it listens on a port
  world = await appWorld({
    RELATA_SECRET: 's'.repeat(40),
    RELATA_SMS_URL: `http://127.0.0.1:${port}/sms`,
    RELATA_SMS_KEY: 'key of the service',
    RELATA_ALLOW_HOSTS: '127.0.0.1',
    RELATA_URL: 'https://crm.example',
  });
  await world.call('admin', 'PUT', '/api/quiet-hours', { from: '00:00', until: '00:00' });
});
afterAll(async () => {
  await world.close();
  service.close();
});
beforeEach(() => {
  answer = 200;
  received.length = 0;
});

/** What a flow's step gets when it sends. */
async function send(key: string, more: object = {}, parts: Parameters<typeof sendSms>[0] = () => world) {
  const task = sendSms(parts);
  const input = task.input.parse({ to: '+49 (170) 123-4567', text: 'Your visit is at 9:00.', ...more });
  const place = { instance: 'i', flow: 'f', element: 'e', subject: null, now: Date.now() };
  const [result] = await task.run([{ input, idempotencyKey: key, ...place }], {
    records: world.records.service(null as never),
    signal: AbortSignal.timeout(5_000),
    log: () => {},
    plugin: world.plugin,
  });
  return result as TaskResult;
}

test('what somebody asked for goes as a text message to the number as services want it, once', async () => {
  expect(await send('1')).toMatchObject({ ok: true, value: { id: 'sms-1' } });
  expect(await send('1')).toMatchObject({ ok: true });
  expect(received).toEqual([
    { to: '+491701234567', text: 'Your visit is at 9:00.', key: 'Bearer key of the service' },
  ]);
});

test('the outbox shows the first words of a text message, which has no subject', async () => {
  await send('7', { text: 'Your visit moved to noon.' });
  const { body } = await world.call('admin', 'GET', '/api/outbox?channel=sms');
  expect(body.items[0]).toMatchObject({ subject: 'Your visit moved to noon.', state: 'sent' });
});

test('all else goes to whom agreed to it for this number, with the way out', async () => {
  expect(await send('2', { purpose: 'news' })).toMatchObject({ ok: false, code: 'held-back.no-consent' });
  await world.call('admin', 'POST', '/api/consents', {
    ...{ channel: 'sms', address: '+491701234567', purposes: ['news'], state: 'given' },
    ...{ source: 'fair', shown: 'Text me about what is new.' },
  });
  expect(await send('3', { purpose: 'news' })).toMatchObject({ ok: true });
  expect(received.map(({ text }) => text)).toEqual([
    expect.stringContaining('No more of these: https://crm.example/unsubscribe/'),
  ]);
});

test('a number without its country, a service that refuses, and none at all are each told', async () => {
  expect(await send('4', { to: '0170 1234567' })).toMatchObject({ ok: false, code: 'phone-malformed' });
  answer = 403;
  expect(await send('5')).toMatchObject({ ok: false, code: 'sms-refused' });
  expect(await send('6', {}, () => ({ ...world, sms: undefined }))).toMatchObject({ code: 'sms-not-set-up' });
  expect(received).toEqual([]);
});
