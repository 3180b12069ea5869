import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { App } from '../http/app.ts';

/** Listens, or rejects with a sentence when the port is taken. Closing ends streams that would wait for ever. */
export function listen(
  app: App,
  { host, port }: { host: string; port: number },
): Promise<{ close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    // The cast: with plain HTTP options the adapter makes Node's own server.
    const server = serve({ fetch: app.fetch, hostname: host, port }, () =>
      resolve({ close: () => close(server) }),
    ) as Server;
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = `Port ${port} is taken by another program. Stop it, or set PORT to a free one.`;
      reject(error.code === 'EADDRINUSE' ? new Error(sentence) : error);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
