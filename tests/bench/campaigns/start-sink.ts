import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Sink {
  url: string;
  /** Mails so far, and to how many addresses. */
  counts(): Promise<{ count: number; addresses: number }>;
  forget(): Promise<void>;
  close(): void;
}

export async function startSink(): Promise<Sink> {
  const child = fork(join(import.meta.dirname, 'smtp-sink.ts'));
  const hear = async <T>(): Promise<T> => {
    // The cast: the sink sends nothing else.
    const [said] = (await once(child, 'message')) as [T];
    return said;
  };
  const { port } = await hear<{ port: number }>();
  return {
    url: `smtp://127.0.0.1:${port}`,
    counts: () => {
      child.send('count');
      return hear();
    },
    forget: async () => {
      child.send('forget');
      await hear();
    },
    close: () => child.kill(),
  };
}
