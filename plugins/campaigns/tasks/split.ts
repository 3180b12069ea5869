import { z } from 'zod';
import { defineTask, failure, ok } from '../../../core/index.ts';
import { groupOf } from '../models/experiment/group-of.ts';
import { noteMembers } from '../models/hold-out/note-members.ts';

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
  input: z.object({
    test: z.string().min(1).max(80),
    shares,
    /** The group that gets nothing: then it is kept who was in which, and what they bought is compared. */
    holdOut: z.string().min(1).max(40).optional(),
  }),
  output: z.object({ group: z.string() }),
  face: { icon: 'split', group: 'marketing' },
  async run(calls, { records }) {
    const groups = calls.map(({ input, subject }) =>
      subject && knowsHoldOut(input) ? groupOf(`${input.test} ${subject.id}`, groupsOf(input.shares)) : null,
    );
    const entries = calls.flatMap(({ input: { holdOut }, subject, flow, now }, index) => {
      const group = groups[index];
      if (!holdOut || !group || subject?.entity !== 'contact') return [];
      return [{ journey: flow, member: subject.id, group, isHeldOut: group === holdOut, at: now }];
    });
    if (entries.length > 0) await noteMembers(records, entries);
    return groups.map((group, index) => {
      if (group !== null) return ok({ group });
      const { input } = calls[index]!;
      if (knowsHoldOut(input)) return failure('subject-missing', 'The flow is about no record.', {});
      const groupNames = Object.keys(input.shares).join(', ');
      return failure('split-hold-out-unknown', `There is no group ${input.holdOut}.`, {
        ...{ group: input.holdOut, groups: groupNames },
      });
    });
  },
});

/** A name that is misspelt would hold nobody out, and nobody would notice. */
const knowsHoldOut = ({ holdOut, shares: given }: { holdOut?: string; shares: z.output<typeof shares> }) =>
  holdOut === undefined || Object.hasOwn(given, holdOut);

const groupsOf = (given: z.output<typeof shares>) =>
  Object.entries(given).map(([key, share]) => ({ key, share }));
