import { z } from 'zod';
import { defineTask, ok, recordId, type RecordData } from '../../../core/index.ts';

/** A chat that the bot has and in which nobody wrote for a while is over: what it said seems to have been enough. */
export const endSilentChat = defineTask({
  id: 'service.end-silent-chat',
  kind: 'transactional',
  input: z.object({ ticket: recordId('ticket'), minutes: z.number().min(1).max(10_000) }),
  output: z.object({ isEnded: z.boolean() }),
  face: { icon: 'message-circle-off', group: 'service' },
  async run(calls, { plugin, tx }) {
    const records = plugin.records(plugin.self, tx);
    const tickets = await records.read(
      'ticket',
      calls.map(({ input }) => input.ticket),
    );
    const over = calls.flatMap(({ input, now }, index) =>
      isSilent(tickets[index], now - input.minutes * 60_000) ? [input.ticket] : [],
    );
    await records.update(
      'ticket',
      [...new Set(over)].map((id) => ({ id, values: { status: 'solved' } })),
    );
    return calls.map(({ input }) => ok({ isEnded: over.includes(input.ticket) }));
  },
});

const isSilent = (ticket: RecordData | null | undefined, since: number): boolean =>
  ticket?.['isWithBot'] === true &&
  ticket['status'] !== 'solved' &&
  Date.parse(String(ticket['lastMessageAt'])) <= since;
