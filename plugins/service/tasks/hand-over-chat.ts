import { z } from 'zod';
import { defineTask, ok, recordId } from '../../../core/index.ts';

/** The bot lets go of a chat: from then on it is a request like any other, and waits in its queue for a person. */
export const handOverChat = defineTask({
  id: 'service.hand-over-chat',
  kind: 'transactional',
  input: z.object({ ticket: recordId('ticket') }),
  output: z.object({}),
  face: { icon: 'hand-helping', group: 'service' },
  async run(calls, { plugin, tx }) {
    const records = plugin.records(plugin.self, tx);
    const ids = [...new Set(calls.map(({ input }) => input.ticket))];
    await records.update(
      'ticket',
      ids.map((id) => ({ id, values: { isWithBot: false } })),
    );
    return calls.map(() => ok({}));
  },
});
