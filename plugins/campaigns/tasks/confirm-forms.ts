import { z } from 'zod';
import { defineTask, failure, idOf, ok } from '../../../core/index.ts';

/** Notes on what the flow's contact filled in that its address is confirmed; what was confirmed before keeps its time. */
export const confirmForms = defineTask({
  id: 'campaigns.confirm-forms',
  kind: 'transactional',
  input: z.object({}),
  output: z.object({ forms: z.number().int() }),
  face: { icon: 'mail-check', group: 'marketing' },
  async run(calls, { records }) {
    const contacts = calls.flatMap(({ subject }) => (subject?.entity === 'contact' ? [subject.id] : []));
    const waiting = await records.find(
      'form-submission',
      { contact: { in: [...new Set(contacts)] }, confirmedAt: null },
      { limit: 1_000 },
    );
    const at = new Date(calls[0]?.now ?? 0).toISOString();
    await records.update(
      'form-submission',
      waiting.map(({ id }) => ({ id, values: { confirmedAt: at } })),
    );
    const byContact = Map.groupBy(waiting, (one) => idOf(one['contact']));
    return calls.map(({ subject }) =>
      subject?.entity === 'contact'
        ? ok({ forms: byContact.get(subject.id)?.length ?? 0 })
        : failure('subject-missing', 'The flow is about no contact.', {}),
    );
  },
});
