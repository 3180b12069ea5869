import { z } from 'zod';
import { defineTask, failure, ok, type TaskResult } from '../../../core/index.ts';
import { whatFiguresSay } from '../models/review/what-figures-say.ts';

/** What the figures of the flow's campaign say, in the language of its owner: for whoever looks back at it. */
export const sumUp = defineTask({
  id: 'campaigns.sum-up',
  kind: 'external',
  input: z.object({}),
  output: z.object({ figures: z.string() }),
  face: { icon: 'clipboard-list', group: 'marketing' },
  async run(calls, { plugin }) {
    const results: TaskResult[] = [];
    for (const { subject } of calls)
      results.push(
        subject?.entity === 'campaign'
          ? ok({ figures: await whatFiguresSay(plugin, subject.id) })
          : failure('subject-missing', 'Only a campaign has figures: the flow is about none.', {}),
      );
    return results;
  },
});
