import { z } from 'zod';
import { defineTask, failure, ok, recordId } from '../../../core/index.ts';
import { answerOffer } from '../models/duty/answer-offer.ts';

/** Hands a duty over to who was asked, with their next one in return where that was said; or leaves it as it is. */
export const answerDutyOffer = defineTask({
  id: 'service.answer-duty-offer',
  kind: 'transactional',
  input: z.object({ duty: recordId('duty'), isTaken: z.boolean() }),
  output: z.object({}),
  face: { icon: 'arrow-left-right', group: 'service' },
  async run(calls, { records, plugin, tx }) {
    const duties = await records.read(
      'duty',
      calls.map(({ input }) => input.duty),
    );
    const results = [];
    for (const [place, duty] of duties.entries()) {
      if (duty) await answerOffer(plugin, { duty, isTaken: calls[place]!.input.isTaken, tx });
      results.push(duty ? ok({}) : failure('duty-missing', 'The duty is not there any more.', {}));
    }
    return results;
  },
});
