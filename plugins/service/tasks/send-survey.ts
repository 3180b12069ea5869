import { z } from 'zod';
import { defineTask, failure, ok, recordId } from '../../../core/index.ts';
import { surveyKinds } from '../models/survey-scale.ts';
import { sendSurvey } from '../models/send-survey.ts';

/** Asks a customer how it was: CSAT, CES or NPS. The answer changes the survey, which flows can begin with. */
export const sendSurveyTask = defineTask({
  id: 'service.send-survey',
  kind: 'transactional',
  input: z.object({
    ticket: recordId('ticket'),
    kind: z.enum(surveyKinds).default('csat').meta({ optionsOf: 'survey.kind' }),
    days: z.number().int().min(1).max(365).default(14),
  }),
  output: z.object({ survey: z.uuid() }),
  face: { icon: 'star', group: 'service' },
  async run(calls, { records, plugin, tx }) {
    const tickets = await records.read(
      'ticket',
      calls.map(({ input }) => input.ticket),
    );
    const results = [];
    for (const [index, { input, idempotencyKey }] of calls.entries()) {
      const ticket = tickets[index];
      results.push(
        typeof ticket?.['requesterEmail'] === 'string'
          ? ok({ survey: await sendSurvey(plugin, { ...input, ticket, key: idempotencyKey, tx, records }) })
          : failure('service-no-address', 'Nobody is there to ask.', {}),
      );
    }
    return results;
  },
});
