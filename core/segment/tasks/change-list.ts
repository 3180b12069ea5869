import { z } from 'zod';
import { Problem } from '../../errors.ts';
import { defineTask, failure, ok, type TaskType } from '../../task.ts';
import type { Segments } from '../segments.ts';

/** External, since who enters or leaves may start flows: adds the subject to a list that people keep, or takes it off. */
export const changeList = (segments: () => Segments): TaskType =>
  defineTask({
    id: 'core.change-list',
    kind: 'external',
    input: z.object({
      list: z.uuid().meta({ choose: 'list' }),
      /** The subject of the flow when absent. */
      record: z.uuid().optional(),
      change: z.enum(['add', 'remove']).default('add'),
    }),
    output: z.object({ isChanged: z.boolean() }),
    face: { icon: 'list-plus', group: 'reach' },
    run: (calls) =>
      Promise.all(
        calls.map(async ({ input: { list, record, change }, subject, instance }) => {
          const id = record ?? subject?.id;
          if (!id) return failure('subject-missing', 'The flow is about no record.', {});
          try {
            const moved = await segments().change({
              segment: list,
              [change]: [id],
              actor: `instance:${instance}`,
            });
            return ok({ isChanged: moved.added + moved.removed > 0 });
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
            // Of a list that is gone only an id is known, which tells nobody anything.
            if (error.code === 'not-found') return failure('list-gone', error.code, {});
            return failure(error.code, error.code, error.params);
          }
        }),
      ),
  });
