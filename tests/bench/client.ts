import { Agent, request } from 'node:http';
import { adminKey } from '../support/relata-process.ts';

export interface Client {
  /** Answers the status; its own cost is a third of that of `fetch`. */
  post(path: string, body: unknown): Promise<number>;
  close(): void;
}

/** Connections that stay open, as the administrator. */
export function openClient(url: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' };
  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        const call = request(`${url}${path}`, { agent, headers, method: 'POST' }, (answer) => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode ?? 0));
          answer.on('error', reject);
        });
        call.on('error', reject);
        call.end(JSON.stringify(body));
      }),
    close: () => agent.destroy(),
  };
}
