import { z } from 'zod';
import { defineTask, failure, ok } from '../../../core/index.ts';
import { groupOf } from '../models/experiment/group-of.ts';

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
          ? ok({ group: groupOf(`${input.test} ${subject.id}`, groupsOf(input.shares)) })
          : failure('subject-missing', 'The flow is about no record.', {}),
      ),
    ),
});

const groupsOf = (given: z.output<typeof shares>) =>
  Object.entries(given).map(([key, share]) => ({ key, share }));
