import { z } from 'zod';
import {
  defineTask,
  failure,
  recordId,
  type RecordData,
  type RecordService,
  type TaskCall,
} from '../../../core/index.ts';
import { writeMails } from '../models/write-mails.ts';

/**
 * Writes a template to the flow's record, in the record's language. It goes through the outbox: consent, limits and
 * night are asked there, and what became of it is what `campaigns.response` answers.
 */
export const sendMail = defineTask({
  id: 'campaigns.send-mail',
  kind: 'transactional',
  input: z.object({
    template: recordId('template'),
    /** The running campaign that this flow is the journey of, when absent. */
    campaign: recordId('campaign').optional(),
    purpose: z.string().min(1).max(40).default('news').meta({ from: 'purposes' }),
    /** Of a split test. */
    group: z.string().max(40).optional(),
  }),
  output: z.object({ message: z.uuid() }),
  face: { icon: 'mail', group: 'marketing' },
  async run(calls, { records, plugin, tx }) {
    const flows = [...new Set(calls.map(({ flow }) => flow))];
    const [running, people] = await Promise.all([
      records.find('campaign', { journey: { in: flows }, state: { eq: 'running' } }, { sort: ['startDate'] }),
      peopleOf(calls, records),
    ]);
    const campaigns = new Map(running.map((one) => [String(one['journey']), one.id]));
    const mails = calls.map(({ input, subject, flow, element, instance, idempotencyKey: key }) => {
      const record = subject && people.get(subject.id);
      if (!subject || !record) return failure('subject-missing', 'The flow is about no record.', {});
      const { template, purpose, group, campaign = campaigns.get(flow) } = input;
      const about = { campaign, template, flow, element, instance, group };
      return { key, template, purpose, about, to: { entity: subject.entity, record } };
    });
    return writeMails({ records, plugin, tx }, mails);
  },
});

async function peopleOf(
  calls: readonly Pick<TaskCall<unknown>, 'subject'>[],
  records: RecordService,
): Promise<Map<string, RecordData>> {
  const subjects = calls.flatMap(({ subject }) => (subject ? [subject] : []));
  const found = await Promise.all(
    [...Map.groupBy(subjects, ({ entity }) => entity)].map(([entity, all]) =>
      records.read(entity, [...new Set(all.map(({ id }) => id))]),
    ),
  );
  return new Map(found.flat().flatMap((record) => (record ? [[record.id, record] as const] : [])));
}
