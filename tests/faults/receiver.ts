import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Receiver {
  url: string;
  /** How often each key came. */
  keys: Map<string, number>;
  close(): Promise<void>;
}

/** Another system: notes the idempotency key of every request. */
export async function startReceiver(): Promise<Receiver> {
  const keys = new Map<string, number>();
  const server = createServer((request, response) => {
    const key = String(request.headers['idempotency-key']);
    keys.set(key, (keys.get(key) ?? 0) + 1);
    request.resume();
    request.on('end', () => response.end('{"isReceived":true}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // The cast: a server that listens on TCP has such an address.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    keys,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
