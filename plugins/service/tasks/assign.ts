import { z } from 'zod';
import { defineTask, ok, recordId } from '../../../core/index.ts';
import { choosePeople } from '../models/choose-people.ts';

/** Gives requests to people who know what is asked and have room for it; what finds nobody waits in its queue. */
export const assign = defineTask({
  id: 'service.assign',
  kind: 'transactional',
  input: z.object({ ticket: recordId('ticket') }),
  output: z.object({ isAssigned: z.boolean(), assignee: z.string().nullable() }),
  face: { icon: 'user-check', group: 'service' },
  async run(calls, { records, plugin, tx }) {
    // Two batches must not give the last place of somebody twice.
    await tx`select pg_advisory_xact_lock(hashtextextended('service.assign', 0))`;
    const chosen = await choosePeople(
      records,
      calls.map(({ input }) => input.ticket),
    );
    await records.update(
      'ticket',
      chosen.given.map(({ ticket, person }) => ({ id: ticket, values: { assignee: person } })),
    );
    const now = new Date(plugin.now()).toISOString();
    await records.update(
      'service-agent',
      chosen.agents.map((id) => ({ id, values: { lastGivenAt: now } })),
    );
    return calls.map(({ input }) => {
      const assignee = chosen.assignees.get(input.ticket) ?? null;
      return ok({ isAssigned: assignee !== null, assignee });
    });
  },
});
