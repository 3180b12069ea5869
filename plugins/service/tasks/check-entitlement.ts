import { z } from 'zod';
import { dayIn, defineTask, ok, recordId } from '../../../core/index.ts';
import { findContract } from '../models/contract/find-contract.ts';

const input = z.object({
  account: recordId('account').nullable(),
  product: recordId('product').nullable().optional(),
  /** The day on which it happened; today when absent. */
  on: z.iso.date().optional(),
});

/** Whether a customer has a warranty or a contract for it on that day, and which one runs longest. */
export const checkEntitlement = defineTask({
  id: 'service.check-entitlement',
  kind: 'transactional',
  input,
  output: z.object({
    isCovered: z.boolean(),
    contract: z.string().nullable(),
    kind: z.string().nullable(),
    until: z.string().nullable(),
  }),
  face: { icon: 'shield-check', group: 'service' },
  async run(calls, { records }) {
    const results = [];
    for (const { input: asked, now } of calls) {
      const on = asked.on ?? dayIn(now);
      const found = await findContract(records, { ...asked, on });
      results.push(
        ok({
          isCovered: found !== null,
          contract: found?.id ?? null,
          kind: found ? String(found['kind']) : null,
          until: found ? String(found['endsOn']) : null,
        }),
      );
    }
    return results;
  },
});
