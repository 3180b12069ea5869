import { expect } from 'vitest';
import type { TaskResult, TaskType } from '../../../core/index.ts';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

interface Asked {
  input: Record<string, unknown>;
  subject: [string, string];
  flow?: string;
}

/** A company with a marketer, one customer and a template in two languages. */
export async function campaignWorld() {
  const world: AppWorld = await appWorld();
  await world.person('Mara', ['campaigns.marketer']);
  const make = async (entity: string, values: Record<string, unknown>): Promise<string> => {
    const { status, body } = await world.call('admin', 'POST', `/api/records/${entity}`, values);
    expect(status, JSON.stringify(body)).toBe(201);
    return String(body['id']);
  };
  const account = await make('account', { name: 'Newton Works' });
  const template = await make('template', {
    name: 'Hello',
    language: 'en',
    ...mail('Hello {{ contact.name }}'),
  });
  const translated = mail('您好 {{ contact.name }}');
  await make('template', { name: '您好', language: 'zh-CN', original: template, ...translated });
  return {
    ...{ world, account, template, make },
    read: async (entity: string, id: string) =>
      (await world.call('Mara', 'GET', `/api/records/${entity}/${id}`)).body,
    makeContact: (name: string, more: Record<string, unknown> = {}): Promise<string> =>
      make('contact', { name, email: `${name.toLowerCase()}@newton.example`, account, ...more }),
    /** As a flow does: all in one transaction, as the system. */
    run: (task: TaskType, asked: readonly Asked[]): Promise<TaskResult[]> => runTask(world, task, asked),
    messages: async (campaign: string) =>
      (await world.call('Mara', 'GET', `/api/outbox?campaign=${campaign}`)).body.items.toReversed(),
    sentNow: (campaign: string) => world.sql`
      update core.outbox set state = 'sent', sent_at = now() where about->>'campaign' = ${campaign}`,
  };
}

export type { Asked };
export type CampaignWorld = Awaited<ReturnType<typeof campaignWorld>>;

const mail = (subject: string) => ({ subject, body: `<mj-text>${subject}</mj-text>` });

const runTask = (world: AppWorld, task: TaskType, asked: readonly Asked[]): Promise<TaskResult[]> =>
  world.plugin.transaction((tx) =>
    task.run(
      asked.map(({ input, subject: [entity, id], flow = 'some-flow' }) => ({
        input: task.input.parse(input),
        ...{ instance: 'i', flow, element: 'write', idempotencyKey: `${flow} ${id}`, now: Date.now() },
        subject: { entity, id },
      })),
      {
        records: world.plugin.records(world.plugin.self, tx),
        ...{ tx, plugin: world.plugin, signal: AbortSignal.timeout(5_000), log: () => {} },
      },
    ),
  );
