import { z } from 'zod';
import {
  defineTask,
  failure,
  ok,
  type RecordData,
  type RecordService,
  type TaskCall,
  type TaskResult,
} from '../../../core/index.ts';
import { exposuresOf, findExperiments, pairOf, type Pair } from '../models/experiment/exposures.ts';
import { groupOf } from '../models/experiment/group-of.ts';
import { variantsOf } from '../models/experiment/variants.ts';

const input = z.object({ experiment: z.string().min(1).max(60).meta({ entity: 'experiment', by: 'key' }) });
type Call = TaskCall<z.output<typeof input>>;

/**
 * Gives the flow's contact a variant of an experiment, the same one every time, and notes that it was met. Before the
 * start everybody gets the control, after the end the winner, and nothing is noted.
 */
export const assignVariant = defineTask({
  id: 'campaigns.assign-variant',
  kind: 'transactional',
  input,
  output: z.object({ variant: z.string(), isControl: z.boolean() }),
  face: { icon: 'split', group: 'marketing' },
  async run(calls, { records }) {
    const experiments = await findExperiments(
      records,
      calls.map((call) => call.input.experiment),
    );
    const chosen = calls.map((call) => choose(call, experiments.get(call.input.experiment)));
    await note(
      records,
      chosen.flatMap(({ met }) => met ?? []),
    );
    return chosen.map(({ result }) => result);
  },
});

interface Choice {
  result: TaskResult;
  met?: Pair & { variant: string; now: number };
}

function choose({ input: { experiment: key }, subject, now }: Call, experiment?: RecordData): Choice {
  if (subject?.entity !== 'contact')
    return { result: failure('subject-no-contact', 'The flow is about no contact.', {}) };
  if (!experiment)
    return { result: failure('experiment-missing', `There is no experiment ${key}.`, { experiment: key }) };
  const variants = variantsOf(experiment['variants']);
  const control = variants[0]!.key;
  const winner = variants.find((variant) => variant.key === experiment['winner'])?.key ?? control;
  const isRunning = experiment['state'] === 'running';
  const variant = isRunning
    ? groupOf(`${key} ${subject.id}`, variants)
    : experiment['state'] === 'ended'
      ? winner
      : control;
  return {
    result: ok({ variant, isControl: variant === control }),
    ...(isRunning && { met: { experiment: experiment.id, member: subject.id, variant, now } }),
  };
}

/** Who met it before is not noted again. */
async function note(records: RecordService, met: readonly Required<Choice>['met'][]): Promise<void> {
  const known = await exposuresOf(records, met);
  const fresh = new Map(met.map((one) => [pairOf(one), one]));
  for (const pair of known.keys()) fresh.delete(pair);
  if (fresh.size === 0) return;
  await records.create(
    'exposure',
    [...fresh.values()].map(({ experiment, member, variant, now }) => ({
      ...{ experiment, member, variant },
      exposedAt: new Date(now).toISOString(),
      converted: false,
    })),
  );
}
