/** A service desk to test with: mails come in, people answer, tasks run. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { appWorld, type Answer, type AppWorld } from '../../../tests/support/app-world.ts';

interface Sent {
  recipient: string;
  subject: string;
  content: { headers: Record<string, string>; text: string };
}

export interface Desk {
  world: AppWorld;
  create(entity: string, values: Record<string, unknown>, who?: string): Promise<Answer['body']>;
  /** The request that a mail became or joined. */
  taken(raw: Buffer): Promise<string>;
  talk(
    id: string,
    who?: string,
  ): Promise<{
    messages: Record<string, unknown>[];
    others: string[];
    own: unknown;
    canned: Record<string, unknown>[];
  }>;
  say(id: string, body: Record<string, unknown>, who?: string): Promise<Answer>;
  read(id: string): Promise<Answer['body']>;
  sent(): Promise<Sent[]>;
  /** What each call answers, or the code of its failure. */
  runTask(id: string, inputs: readonly Record<string, unknown>[]): Promise<unknown[]>;
}

export async function openDesk(): Promise<Desk> {
  const world = await appWorld({ RELATA_TEST_CLOCK: '1' });
  const path = (id: string, rest: string): string => `/api/plugins/service/tickets/${id}/${rest}`;
  return {
    world,
    create: async (entity, values, who = 'admin') => {
      const answer = await world.call(who, 'POST', `/api/records/${entity}`, values);
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body;
    },
    taken: async (raw) => {
      const result = await world.inbound.take(raw);
      if (result.state !== 'taken') throw new Error(JSON.stringify(result));
      return result.record.id;
    },
    talk: async (id, who = 'Agent') =>
      // The cast: the shape of this answer.
      (await world.call(who, 'GET', path(id, 'talk'))).body as unknown as Awaited<ReturnType<Desk['talk']>>,
    say: (id, body, who = 'Agent') =>
      world.call(who, 'POST', path(id, 'messages'), { kind: 'outbound', ...body }),
    read: async (id) => (await world.call('admin', 'GET', `/api/records/ticket/${id}`)).body,
    sent: () =>
      world.sql<Sent[]>`select recipient, subject, content from core.outbox order by created_at, id`,
    runTask: (id, inputs) => runTask(world, id, inputs),
  };
}

const runTask = (
  world: AppWorld,
  id: string,
  inputs: readonly Record<string, unknown>[],
): Promise<unknown[]> =>
  world.plugin.transaction(async (tx) => {
    const task = world.registry.tasks.get(id)!;
    const calls = inputs.map((input) => ({
      input: task.input.parse(input),
      ...{ instance: randomUUID(), flow: 'x', element: 'x', subject: null },
      ...{ idempotencyKey: randomUUID(), now: world.plugin.now() },
    }));
    const results = await task.run(calls, {
      records: world.plugin.records(world.plugin.self, tx),
      ...{ tx, plugin: world.plugin, signal: new AbortController().signal, log: () => {} },
    });
    return results.map((result) => (result.ok ? result.value : result.code));
  });

export const mailOf = (text: string, headers: Record<string, string> = {}): Buffer =>
  Buffer.from(
    Object.entries({
      From: 'Ann Field <ann@customer.example>',
      To: 'support@relata.example',
      Subject: 'It does not start',
      'Message-ID': `<${randomUUID()}@customer.example>`,
      ...headers,
    })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('') + `\r\n${text}`,
  );
