import { z } from 'zod';
import { defineTask, failure, ok, recordId } from '../../../core/index.ts';
import { callOut } from '../models/duty/call-out.ts';

/** Gives complaints to who is on duty as first responder; where nobody is, they wait for whoever takes them first. */
export const callDuty = defineTask({
  id: 'service.call-duty',
  kind: 'transactional',
  input: z.object({ complaint: recordId('complaint') }),
  output: z.object({ person: z.string().nullable() }),
  face: { icon: 'siren', group: 'service' },
  async run(calls, { records, plugin, tx }) {
    const complaints = await records.read(
      'complaint',
      calls.map(({ input }) => input.complaint),
    );
    const results = [];
    for (const complaint of complaints)
      results.push(
        complaint
          ? ok({ person: await callOut(plugin, { complaint, tx }) })
          : failure('complaint-missing', 'The complaint is not there any more.', {}),
      );
    return results;
  },
});
