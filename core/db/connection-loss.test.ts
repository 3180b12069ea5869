import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { connect } from './connect.ts';
import { isConnectionLoss } from './connection-loss.ts';
import { freePort } from './free-port.ts';

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test('a database that does not listen, or hangs up, is lost', async () => {
  const nobody = connect(`postgres://a:b@127.0.0.1:${await freePort()}/c`, { max: 1 });
  expect(isConnectionLoss(await errorOf(nobody`select 1`))).toBe(true);
  await nobody.end();

  const server = createServer((socket) => socket.once('data', () => socket.destroy())).listen(0);
  await once(server, 'listening');
  const rude = connect(`postgres://a:b@127.0.0.1:${(server.address() as { port: number }).port}/c`, {
    max: 1,
  });
  const running = errorOf(rude`select 1`);
  setTimeout(() => void rude.end({ timeout: 0 }), 500);
  expect(isConnectionLoss(await running)).toBe(true);
  server.close();
});

test('another host that does not listen is not the database, whatever wraps its error', async () => {
  const error = await errorOf(fetch(`http://127.0.0.1:${await freePort()}`));
  expect((error as { cause: { code: string } }).cause.code).toBe('ECONNREFUSED');
  expect(isConnectionLoss(error)).toBe(false);
  expect(isConnectionLoss({ code: '23505' })).toBe(false);
  expect(isConnectionLoss(null)).toBe(false);
});

test('a shutdown of the server is a loss, also inside another error', () => {
  expect(isConnectionLoss(new Error('read failed', { cause: { code: '57P01' } }))).toBe(true);
});
