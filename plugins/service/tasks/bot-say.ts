import { z } from 'zod';
import { defineTask, ok, recordId } from '../../../core/index.ts';
import { botSays } from '../models/chat/bot-says.ts';
import { languageWritten } from '../models/language-of.ts';

const sentence = z.string().trim().min(1).max(2_000);

/** Says something in a chat, in the language of who asked. */
export const botSay = defineTask({
  id: 'service.bot-say',
  kind: 'transactional',
  input: z.object({ ticket: recordId('ticket'), english: sentence, chinese: sentence }),
  output: z.object({}),
  face: { icon: 'message-circle', group: 'service' },
  async run(calls, { plugin, tx }) {
    const records = plugin.records(plugin.self, tx);
    for (const { input } of calls) {
      const locale = await languageWritten(records, input.ticket);
      const text = locale === 'en' ? input.english : input.chinese;
      await botSays(plugin, records, { ticket: input.ticket, text, locale });
    }
    return calls.map(() => ok({}));
  },
});
