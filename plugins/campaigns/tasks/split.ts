import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineTask, failure, ok } from '../../../core/index.ts';

const shares = z
  .record(z.string().min(1).max(40), z.number().min(0))
  .refine((given) => Object.values(given).some((share) => share > 0), 'needs a share above nothing');

/**
 * Puts the flow's record into one of several groups: a split test, or a hold-out where one group gets nothing. The same
 * record is in the same group of a test every time, whichever flow asks; groups of different tests are independent.
 */
export const split = defineTask({
  id: 'campaigns.split',
  kind: 'transactional',
  input: z.object({ test: z.string().min(1).max(80), shares }),
  output: z.object({ group: z.string() }),
  face: { icon: 'split', group: 'marketing' },
  run: (calls) =>
    Promise.resolve(
      calls.map(({ input, subject }) =>
        subject
          ? ok({ group: groupOf(`${input.test} ${subject.id}`, input.shares) })
          : failure('subject-missing', 'The flow is about no record.', {}),
      ),
    ),
});

/** 48 bits of SHA-256, which are spread evenly, laid over the shares in their order. */
function groupOf(key: string, given: z.output<typeof shares>): string {
  const groups = Object.entries(given);
  const whole = groups.reduce((sum, [, share]) => sum + share, 0);
  let at = (createHash('sha256').update(key).digest().readUIntBE(0, 6) / 2 ** 48) * whole;
  for (const [name, share] of groups) {
    if (at < share) return name;
    at -= share;
  }
  // Sums of fractions may end a little below the whole.
  return groups.findLast(([, share]) => share > 0)![0];
}
