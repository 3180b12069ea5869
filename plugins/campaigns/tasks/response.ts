import { z } from 'zod';
import { defineTask, failure, idOf, ok } from '../../../core/index.ts';

/** What came of a message that `campaigns.send-mail` wrote, so far: for the gateways of a journey. */
export const response = defineTask({
  id: 'campaigns.response',
  kind: 'transactional',
  input: z.object({ message: z.uuid() }),
  output: z.object({
    isSent: z.boolean(),
    /** Nobody agreed, the address does not exist, or the server refused. */
    isHeldBack: z.boolean(),
    isOpened: z.boolean(),
    isClicked: z.boolean(),
    hasBought: z.boolean(),
  }),
  face: { icon: 'mail-question-mark', group: 'marketing' },
  async run(calls, { records, plugin, tx }) {
    const ids = [...new Set(calls.map(({ input }) => input.message))];
    const messages = new Map((await plugin.messages.sent({ ids }, tx)).map((one) => [one.id, one]));
    const people = [...new Set([...messages.values()].flatMap(({ recordId }) => recordId ?? []))];
    const sales = await records.find('campaign-sale', { contact: { in: people } }, { limit: 1_000 });
    const bought = new Set(sales.map((sale) => `${idOf(sale['contact'])} ${idOf(sale['campaign'])}`));
    return calls.map(({ input }) => {
      const found = messages.get(input.message);
      if (!found) return failure('message-missing', `There is no message ${input.message}.`);
      const { state, isOpened, isClicked, isBounced, recordId, campaign } = found;
      return ok({
        isSent: state === 'sent' || state === 'trial',
        isHeldBack: isBounced || ['refused', 'failed', 'cancelled'].includes(state),
        ...{ isOpened, isClicked },
        hasBought: bought.has(`${recordId} ${campaign}`),
      });
    });
  },
});
