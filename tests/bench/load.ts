import { Agent, request } from 'node:http';

export interface Load {
  url: string;
  headers: Record<string, string>;
  connections: number;
  seconds: number;
}

/** Requests per second over connections that stay open; any answer but 200 is an error. */
export async function requestsPerSecond({ url, headers, connections, seconds }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const once = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const call = request(url, { agent, headers }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
        answer.resume();
        answer.on('end', resolve);
        answer.on('error', reject);
      });
      call.on('error', reject);
      call.end();
    });
  const run = async (until: number): Promise<number> => {
    let count = 0;
    for (; Date.now() < until; count++) await once();
    return count;
  };
  const all = async (milliseconds: number): Promise<number> => {
    const until = Date.now() + milliseconds;
    const counts = await Promise.all(Array.from({ length: connections }, () => run(until)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  // Warm first: compiled code, plans, caches.
  await all(1000);
  const began = performance.now();
  const count = await all(seconds * 1000);
  agent.destroy();
  return count / ((performance.now() - began) / 1000);
}
