/**
 * Stands between a server and its PostgreSQL, passes every byte on, and counts what was committed: it reads the
 * answers of the database, so that nothing in the server has to know. At a chosen commit it calls `onCommit`, before
 * the server hears of it (`unheard`: the outcome is unknown to it) or after.
 */
import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface CommitProxy {
  port: number;
  /** Commits seen since the last `arm`. */
  count(): number;
  arm(at: { commit: number; moment: 'unheard' | 'heard'; onCommit: () => void } | null): void;
  close(): Promise<void>;
}

export async function commitProxy(databasePort: number): Promise<CommitProxy> {
  let count = 0;
  let armed: Parameters<CommitProxy['arm']>[0] = null;
  const sockets = new Set<Socket>();
  /** Answers whether the bytes may still be passed on. */
  const committed = (pass: () => void): void => {
    count++;
    if (armed === null || armed.commit !== count) return pass();
    const { moment, onCommit } = armed;
    if (moment === 'heard') pass();
    onCommit();
  };
  const server: Server = createServer((client) => {
    const database = connect(databasePort, '127.0.0.1');
    const watch = commitWatch();
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (bytes) => database.write(bytes));
    database.on('data', (bytes: Buffer) => {
      const pass = (): void => void client.write(bytes);
      if (watch(bytes)) committed(pass);
      else pass();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // The cast: a server that listens on TCP has such an address.
    port: (server.address() as AddressInfo).port,
    count: () => count,
    arm: (at) => {
      count = 0;
      armed = at;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const commandComplete = 'C'.charCodeAt(0);
const readyForQuery = 'Z'.charCodeAt(0);
const idle = 'I'.charCodeAt(0);
const wrote = /^(?:INSERT 0|UPDATE|DELETE) (?!0\0)\d+/;

/** Reads the answers of one connection; tells whether something was committed in these bytes. */
function commitWatch(): (bytes: Buffer) => boolean {
  let rest: Buffer = Buffer.alloc(0);
  let isInBlock = false;
  let hasWritten = false;
  let hasCommitted = false;
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    let found = false;
    let at = 0;
    for (; at + 5 <= rest.length;) {
      const end = at + 1 + rest.readInt32BE(at + 1);
      if (end > rest.length) break;
      if (rest[at] === commandComplete) {
        const tag = rest.toString('latin1', at + 5, end);
        hasWritten ||= wrote.test(tag);
        hasCommitted ||= tag.startsWith('COMMIT');
      } else if (rest[at] === readyForQuery) {
        const isIdle = rest[at + 5] === idle;
        // A block counts when it ends with COMMIT; a statement outside of one when it wrote.
        if (isIdle) found ||= isInBlock ? hasCommitted && hasWritten : hasWritten;
        if (isIdle) hasWritten = false;
        hasCommitted = false;
        isInBlock = !isIdle;
      }
      at = end;
    }
    rest = rest.subarray(at);
    return found;
  };
}
