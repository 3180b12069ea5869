import { z } from 'zod';
import {
  defineTask,
  failure,
  idOf,
  ok,
  recordId,
  type PluginServices,
  type RecordData,
  type Transaction,
} from '../../../core/index.ts';
import { keepLevels } from '../models/keep-level.ts';
import { tellFollowers } from '../models/tell-followers.ts';

/** Brings the service level of requests up to this moment; where it is at risk, who works on it hears of it. */
export const markLevel = defineTask({
  id: 'service.mark-level',
  kind: 'transactional',
  input: z.object({ ticket: recordId('ticket') }),
  output: z.object({ level: z.string().nullable() }),
  face: { icon: 'timer', group: 'service' },
  async run(calls, { records, plugin, tx }) {
    const ids = calls.map(({ input }) => input.ticket);
    const changed = await keepLevels(plugin, tx, ids);
    for (const ticket of changed) await warn(plugin, tx, ticket);
    const tickets = await records.read('ticket', ids);
    return tickets.map((ticket) =>
      ticket
        ? // The cast: a choice is text, or nothing.
          ok({ level: (ticket['level'] as string | null) ?? null })
        : failure('ticket-missing', 'The request is not there any more.'),
    );
  },
});

async function warn(plugin: PluginServices, tx: Transaction, ticket: RecordData): Promise<void> {
  const level = String(ticket['level']);
  if (level !== 'close' && level !== 'late') return;
  const assignee = idOf(ticket['assignee']);
  const params = { number: ticket['number'], subject: ticket['subject'] };
  const text = (['en', 'zh-CN'] as const).map((locale) =>
    plugin.text(locale, `service.mail.${level}`, params),
  );
  await tellFollowers(plugin, {
    ...{ tx, ticket, actor: plugin.self, text: text.join('\n\n') },
    mentions: assignee ? [assignee] : [],
  });
}
