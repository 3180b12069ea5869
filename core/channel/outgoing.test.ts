import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AddressRefused, isPrivate, sendOutgoing } from './outgoing.ts';

let server: Server;
let port: number;
beforeAll(async () => {
  server = createServer((request, response) =>
    response.end(`${request.method} ${request.headers['idempotency-key']}`),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const send = (host: string, allowedHosts: string[] = []) =>
  sendOutgoing({
    method: 'POST',
    url: `http://${host}:${port}/`,
    headers: { 'idempotency-key': 'k1' },
    body: '{}',
    signal: AbortSignal.timeout(5_000),
    allowedHosts,
  });

test('private addresses are refused, whether written as a number or as a name', async () => {
  await expect(send('127.0.0.1')).rejects.toThrow(AddressRefused);
  await expect(send('localhost')).rejects.toThrow(AddressRefused);
  await expect(send('[::1]')).rejects.toThrow(AddressRefused);
});

test('a host that is allowed by name is reached, and sees the idempotency key', async () => {
  expect(await send('127.0.0.1', ['127.0.0.1'])).toEqual({ status: 200, body: 'POST k1' });
});

test.each(['10.1.2.3', '172.31.0.1', '169.254.169.254', '::ffff:192.168.0.1', 'fe80::1'])(
  '%s is private',
  (address) => {
    expect(isPrivate(address)).toBe(true);
  },
);
test.each(['8.8.8.8', '2606:4700::1111'])('%s is public', (address) => {
  expect(isPrivate(address)).toBe(false);
});
