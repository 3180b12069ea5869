import { z } from 'zod';
import {
  defineTask,
  failure,
  ok,
  type RecordData,
  type TaskResult,
  type Values,
} from '../../../core/index.ts';
import { exposuresOf, findExperiments, pairOf } from '../models/experiment/exposures.ts';

const input = z.object({
  experiment: z.string().min(1).max(60).meta({ entity: 'experiment', by: 'key' }),
  /** What it was worth; several outcomes of one member add up. */
  value: z.coerce.number().optional(),
});

/** Notes that the flow's contact did what an experiment is about; nothing where the contact met no variant. */
export const recordOutcome = defineTask({
  id: 'campaigns.record-outcome',
  kind: 'transactional',
  input,
  output: z.object({ variant: z.string().nullable() }),
  face: { icon: 'target', group: 'marketing' },
  async run(calls, { records }) {
    const experiments = await findExperiments(
      records,
      calls.map((call) => call.input.experiment),
    );
    const asked = calls.map((call) => {
      const experiment = experiments.get(call.input.experiment);
      const member = call.subject?.entity === 'contact' ? call.subject.id : null;
      return { call, pair: experiment && member ? { experiment: experiment.id, member } : null, experiment };
    });
    const known = await exposuresOf(
      records,
      asked.flatMap(({ pair }) => pair ?? []),
    );
    const changes = new Map<string, Values>();
    const results = asked.map(({ call, pair, experiment }): TaskResult => {
      const { experiment: key, value } = call.input;
      if (!experiment)
        return failure('experiment-missing', `There is no experiment ${key}.`, { experiment: key });
      const met = pair && known.get(pairOf(pair));
      if (!met) return ok({ variant: null });
      changes.set(met.id, outcome({ before: changes.get(met.id) ?? met, value, now: call.now }));
      return ok({ variant: String(met['variant']) });
    });
    if (changes.size > 0)
      await records.update(
        'exposure',
        [...changes].map(([id, values]) => ({ id, values })),
      );
    return results;
  },
});

interface Outcome {
  before: RecordData | Values;
  value: number | undefined;
  now: number;
}

const outcome = ({ before, value, now }: Outcome): Values => ({
  converted: true,
  convertedAt: before['convertedAt'] ?? new Date(now).toISOString(),
  ...(value !== undefined && { value: Number(before['value'] ?? 0) + value }),
});
